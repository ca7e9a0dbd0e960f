"""A choice as a sheet: its alternatives, who supports, opposes, reserves, who is silent, and the evidence."""

from __future__ import annotations

from negotext.languages import Registry
from negotext.model import Act, Alternative, Side, State
from negotext.query.in_short import LEFT_OUT, quotation
from negotext.query.voices import Voice
from negotext.query.who import Who

from .sheet import Sheet, Word

SIGNS = {Side.FOR: "✓", Side.AGAINST: "✗", Side.RESERVES: "?", Side.REMARKS: "…"}
SIDES = {
    Side.FOR: "for",
    Side.AGAINST: "against",
    Side.RESERVES: "reserves",
    Side.REMARKS: "remarks",
}
STATES = {State.OPEN: "○", State.AGREED: "●", State.PARKED: "◌"}
_DONE = {
    Act.ACCEPT: "accepted by",
    Act.MERGE: "merged by",
    Act.PARK: "parked by",
    Act.REOPEN: "reopened by",
}
_WORDS = 6
_EVIDENCE = 3
_SILENT = 24


def place_sheet(found: Who, registry: Registry, width: int, *, evidence: bool = True) -> Sheet:
    """Draw a choice.

    Args:
        found: what is asked of it.
        registry: what to call the delegations.
        width: cells of a row.
        evidence: whether the words that each voice was read from are shown.
    """
    sheet = Sheet(width)
    heading(sheet, found)
    for alternative in listed(found):
        sheet.mark(str(alternative.number))
        _alternative(sheet, found, alternative)
        for voice in found.on(alternative.number):
            _voice(sheet, found, voice, registry, evidence=evidence)
        for (group, side), members in found.bound(alternative.number).items():
            _bound(sheet, group, side, members)
    sheet.gap()
    facts(sheet, found)
    return sheet


def heading(sheet: Sheet, found: Who, *, gap: bool = True) -> None:
    """Write which choice it is, how it stands and since when; with an empty row behind it unless there is no room."""
    standing = found.standing
    state = standing.state.value
    sheet.add(
        Word(standing.address, "strong"),
        Word(f"  {STATES[standing.state]} {state}", state),
        Word(f"  {standing.choice.kind.value}", "dim"),
    )
    decision = standing.decision
    if decision is not None:
        day, _, time = standing.decided_at.partition("T")
        done = _DONE[decision.act]
        if decision.alternative is not None:
            done = f"alternative {decision.alternative},"
        sheet.add(Word(f"{done} {standing.decided_by}, {day} {time[:5]} UTC", "dim"))
        if decision.text is not None:
            sheet.add(Word(decision.text, "chosen"), indent=2)
        if standing.why:
            sheet.add(Word(standing.why, "quote"), indent=2)
    if found.gone_with:
        sheet.add(Word(f"gone with {found.gone_with}, which was decided without these words", "warning"))
    if gap:
        sheet.gap()


def listed(found: Who) -> list[Alternative]:
    """The alternatives on the table, 0 behind the others."""
    standing = found.standing
    known = [each for each in standing.choice.alternatives if each.number not in standing.withdrawn]
    return [*(each for each in known if each.number), *(each for each in known if not each.number)]


def _alternative(sheet: Sheet, found: Who, alternative: Alternative) -> None:
    chosen = is_chosen(found, alternative)
    label = f"{alternative.label}: " if alternative.label else ""
    words = (
        Word(label + alternative.text, "chosen" if chosen else "strong")
        if alternative.text
        else Word(LEFT_OUT, "chosen" if chosen else "dim")
    )
    sign = Word(" ● " if chosen else "   ", "agreed")
    note = source(found, alternative)
    behind = Word(f"  ({note})" if note else "", "dim")
    sheet.add(Word(f" {alternative.number} ", "number"), sign, words, behind, hang=6, most=_WORDS)


def is_chosen(found: Who, alternative: Alternative) -> bool:
    """Whether it is the alternative that was agreed."""
    standing = found.standing
    if standing.state is not State.AGREED or standing.decision is None:
        return False
    return standing.decision.alternative == alternative.number


def source(found: Who, alternative: Alternative) -> str:
    """Where an alternative is from: `draft` for its own words, `floor`, or empty for a proposal in the draft."""
    if not alternative.number:
        return ""
    if alternative.number == found.standing.choice.base:
        return "draft"
    return "floor" if alternative.span is None else ""


def _voice(sheet: Sheet, found: Who, voice: Voice, registry: Registry, *, evidence: bool) -> None:
    title = registry.title(voice.delegation)
    name = voice.delegation if title == voice.delegation else f"{voice.delegation} {title}"
    behalf = f" for {registry.title(voice.speaks_for)}" if voice.speaks_for else ""
    broke = f", breaks from {voice.broke_from}" if voice.broke_from else ""
    style = SIDES[voice.side]
    sheet.add(
        Word(f"{SIGNS[voice.side]} {style} ", style), Word(f"{name}{behalf}"), Word(broke, "warning"), indent=4, hang=2
    )
    traced = found.trace(voice)
    if evidence and traced is not None:
        place = f" line {traced.line}" if traced.line is not None else f" floor, entry {traced.entry}"
        left, right = quotation(traced.evidence)
        sheet.add(Word(f"{left}{traced.evidence}{right}", "quote"), Word(place, "dim"), indent=6, most=_EVIDENCE)


def _bound(sheet: Sheet, group: str, side: Side, members: tuple[str, ...]) -> None:
    listed = ", ".join(members[:4]) + (", …" if len(members) > 4 else "")
    sheet.add(
        Word(f"{SIGNS[side]} {SIDES[side]} ", SIDES[side]),
        Word(f"{len(members)} of {group} by its line: {listed}", "dim"),
        indent=4,
        hang=2,
    )


def facts(sheet: Sheet, found: Who, *, most: int = 0) -> None:
    """Write what is nearest, who is silent, and how it hangs together with other choices.

    Args:
        sheet: where to.
        found: what is asked of the choice.
        most: rows that those who are silent have at most; 0 for as many as they need.
    """
    standing = found.standing
    if standing.state is State.OPEN and not found.gone_with and (found.voices.own or found.holders):
        held = f"held up by {', '.join(found.holders)}" if found.holders else "nobody objects"
        sheet.add(Word("nearest ", "dim"), Word(f"{found.nearest} ", "strong"), Word(held), hang=2)
    if found.silent:
        codes = ", ".join(found.silent[:_SILENT]) + (", …" if len(found.silent) > _SILENT else "")
        sheet.add(Word("– silent ", "silent"), Word(f"{len(found.silent)}: {codes}", "silent"), hang=2, most=most)
    elif not found.participants:
        sheet.add(Word("nobody has spoken in this negotiation yet", "silent"))
    if found.linked:
        more = f" and {len(found.linked) - 6} more" if len(found.linked) > 6 else ""
        sheet.add(Word("same words at ", "dim"), Word(", ".join(found.linked[:6]) + more), hang=2)
    if standing.choice.parent:
        sheet.add(Word("inside ", "dim"), Word(standing.choice.inside))
    if found.inside:
        sheet.add(Word("contains ", "dim"), Word(", ".join(found.inside)), hang=2)
