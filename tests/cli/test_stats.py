"""`negotext stats`."""

import json


def test_json_in_a_pipe_and_a_table_on_a_terminal(process, terminal):
    assert json.loads(process("stats", "well.en.txt").stdout)["language"] == "en"
    assert "Who stands in whose way" in terminal("stats", "well.en.txt")


def test_stats_agree_with_positions_and_check(run):
    stats = json.loads(run("stats", "well.en.txt").stdout)
    positions = [json.loads(line) for line in run("positions", "well.en.txt").stdout.splitlines()]
    faults = json.loads(run("check", "well.en.txt", "--format", "json").stdout)
    assert sum(stats["positions"].values()) == sum(stats["delegations"].values()) == len(positions)
    assert sum(stats["diagnostics"].values()) == len(faults)


def test_a_draft_with_nothing_in_it(run):
    assert run("stats", "-", "-f", "table", text="").exit_code == 0
    assert json.loads(run("stats", "-", text="").stdout)["brackets"]["contested"] == 0
