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


def test_the_options_of_positions_narrow_the_counts_of_stats(run, root, tmp_path):
    """What `stats` counts is what `positions` lists, of a draft and of a session made from it."""
    draft = str(root / "examples" / "harbour-air.en.txt")
    session = str(tmp_path / "harbour.db")
    assert run("new", session, "--draft", draft).exit_code == 0
    asked = (
        ["--group", "AFRICAN_GROUP"],
        ["--stance", "oppose", "--stance", "delete"],
        ["--paragraph", "5"],
        ["-d", "CN"],
    )
    for options in asked:
        for name in (draft, session):
            listed = [
                json.loads(line) for line in run("positions", name, *options, "--format", "jsonl").stdout.splitlines()
            ]
            figures = json.loads(run("stats", name, *options, "--format", "json").stdout)
            everything = json.loads(run("stats", name, "--format", "json").stdout)
            assert 0 < sum(figures["positions"].values()) == len(listed) < sum(everything["positions"].values())
            assert sum(figures["delegations"].values()) == len(listed)
            assert figures["brackets"] == everything["brackets"]
    assert run("stats", draft, "--delegation", "Freedonia").exit_code == 2
