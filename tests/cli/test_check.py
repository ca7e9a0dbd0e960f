"""`negotext check`."""

import json


def test_errors_are_findings(run):
    assert run("check", "well.en.txt").exit_code == 1


def test_a_warning_alone_is_fine(run):
    result = run("check", "-", text="4. The rope [“, if any,” – Maldova] is kept.\n")
    assert result.exit_code == 0
    assert "<stdin>:1:28: warning: " in result.stdout
    assert "1 warning in <stdin> (English, 1 bracket, 1 position)" in result.stdout


def test_a_sound_draft(run):
    result = run("check", "-", text="1. The well is [dry][empty].\n")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "no faults in <stdin> (English, 2 brackets, 0 positions)\n"


def test_json_is_an_empty_list_without_faults(run):
    assert json.loads(run("check", "-", "--format", "json", text="Nothing.\n").stdout) == []


def test_json_says_the_same_as_text(run):
    text = run("check", "well.en.txt").stdout
    faults = json.loads(run("check", "well.en.txt", "--format", "json").stdout)
    assert run("check", "well.en.txt", "--format", "json").exit_code == 1
    assert {tuple(fault) for fault in faults} == {
        ("code", "severity", "line", "column", "start", "end", "message", "hint")
    }
    for fault in faults:
        place = f"well.en.txt:{fault['line']}:{fault['column']}"
        assert f"{place}: {fault['severity']}: {fault['message']} [{fault['code']}]\n" in text
        assert fault["hint"] in text


def test_offsets_count_characters_of_the_decoded_file(run):
    text = "\ufeff水井[已干。\n"
    (fault,) = json.loads(run("check", "-", "--format", "json", text=text).stdout)
    assert (fault["line"], fault["column"], fault["start"], fault["end"]) == (1, 3, 2, 3)


def test_the_place_in_a_right_to_left_line_is_also_named(run):
    result = run("check", "-", "--language", "ar", text="قرر المجلس [أن ينظر في المسألة.\n")
    assert "^ at “\u2067[أن ينظر" in result.stdout


def test_a_hundred_thousand_strays_in_one_line(run):
    result = run("check", "-", text="]" * 100_000)
    assert result.exit_code == 1
    assert result.stdout.endswith("100,000 errors in <stdin> (English, 0 brackets, 0 positions)\n")
