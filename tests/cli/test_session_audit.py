"""`negotext audit` where the text does not have what was agreed."""

from negotext.outcome.deciding import Deciding


def test_agreed_words_that_the_text_lost(ports, monkeypatch):
    ports("merge", "harbour", "10:1", "--text", "words of the Chair", "--from", "1,2")
    assert "none is lost" in ports("audit", "harbour", "--format", "table")
    keep = Deciding.edits
    monkeypatch.setattr(Deciding, "edits", lambda *given: (each._replace(words="") for each in keep(*given)))
    shown = ports("audit", "harbour", "--format", "table", code=1)
    assert "Agreed, and not in the text" in shown
    assert "“words of the Chair” is agreed and does not stand in the text of round 1" in " ".join(shown.split())
    assert "none is lost" not in shown
    lost = ports.records("audit", "harbour", "--brief", code=1)
    assert {(each["address"], each["fate"]) for each in lost} == {("10:1", "lost")}
