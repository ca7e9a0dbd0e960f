"""`negotext positions`: its filters and formats."""

import csv
import io
import json

import pytest

from negotext.query import FIELDS


def listed(run, *arguments: str, **more) -> list[str]:
    """The positions chosen, as `CL insert`."""
    result = run("positions", *arguments, **more)
    assert result.exit_code == 0, result.stderr
    return [f"{each['delegation']} {each['stance']}" for each in map(json.loads, result.stdout.splitlines())]


def test_without_filters_all_of_them(run):
    assert len(listed(run, "well.en.txt")) == 9


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--delegation", "CL"], ["CL insert", "CL oppose"]),
        (["-d", "cl", "-d", "NO"], ["CL insert", "NO support", "CL oppose"]),
        (["-d", "Chile"], ["CL insert", "CL oppose"]),
        (["-d", "SIDS"], ["BB insert"]),
        (["-d", "Maldova"], ["Maldova insert"]),
        (["-d", "PK"], []),
        (["--stance", "oppose"], ["CL oppose", "KE oppose"]),
        (["-s", "DELETE", "-s", "support"], ["NO support", "BR delete"]),
        (["--paragraph", "3"], ["BB insert", "BR delete"]),
        (["-p", "3(a)"], ["BB insert", "BR delete"]),
        (["-p", "3(b)"], []),
        (["--group", "SIDS"], ["BB insert"]),
        (["-g", "African Group"], ["KE oppose"]),
        (["-g", "GRULAC", "-s", "oppose"], ["CL oppose"]),
    ],
)
def test_filters(run, options, expected):
    assert listed(run, "well.en.txt", *options) == expected


def test_english_names_find_delegations_of_a_chinese_draft(run):
    assert listed(run, "well.zh.txt", "-d", "Pakistan") == ["PK delete"]
    assert listed(run, "well.zh.txt", "-d", "巴基斯坦") == ["PK delete"]


def test_whoever_speaks_for_a_group_belongs_to_it(run):
    assert listed(run, "well.zh.txt", "--group", "AFRICAN_GROUP") == ["DZ oppose"]
    assert listed(run, "well.zh.txt", "--delegation", "AFRICAN_GROUP") == ["DZ oppose"]


@pytest.mark.parametrize(
    ("options", "problem", "hint"),
    [
        (["-d", "Norwey"], "no delegation, group or role is called 'Norwey'", "did you mean Norway"),
        (["-g", "CL"], "'CL' is no group", "--delegation CL"),
        (["-s", "love"], "'love' is not one of 'insert'", "negotext positions --help"),
        (["-p", "9"], "well.en.txt has no paragraph '9'", "the nearest are 4"),
        (["-l", "xx"], "'xx' is not one of 'ar', 'en'", "negotext positions --help"),
    ],
)
def test_what_nobody_knows(process, options, problem, hint):
    done = process("positions", "well.en.txt", *options)
    assert (done.returncode, done.stdout) == (2, b"")
    first, second = done.stderr.decode().splitlines()
    assert problem in first
    assert hint in second


def test_all_formats_hold_the_same_records(run):
    def output(form: str) -> str:
        return run("positions", "well.en.txt", "--format", form).stdout

    records = [json.loads(line) for line in output("jsonl").splitlines()]
    assert all(tuple(record) == FIELDS for record in records)
    assert json.loads(output("json")) == records
    rows = list(csv.DictReader(io.StringIO(output("csv"))))
    assert rows == [{key: "" if value is None else str(value) for key, value in r.items()} for r in records]


def test_offsets_lead_to_the_evidence(run, drafts):
    text = (drafts / "well.zh.txt").read_text()
    for line in run("positions", "well.zh.txt").stdout.splitlines():
        record = json.loads(line)
        assert "".join(text[record["start"] : record["end"]].split()) == record["evidence"]
        assert text.count("\n", 0, record["start"]) + 1 == record["line"]


def test_jsonl_in_a_pipe_and_a_table_on_a_terminal(process, terminal):
    assert process("positions", "well.en.txt").stdout.startswith(b'{"line": 6, ')
    assert "9 positions, held by 8" in terminal("positions", "well.en.txt")


def test_a_table_without_rows(run):
    result = run("positions", "well.en.txt", "-d", "PK", "-f", "table")
    assert result.stdout == "no positions of 9 (silence is not consent)\n"
