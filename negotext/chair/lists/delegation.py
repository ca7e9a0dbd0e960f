"""A delegation on one page: what it holds up, all its positions, and where its groups stand."""

from __future__ import annotations

from collections.abc import Sequence

from negotext.languages import Registry
from negotext.model import Choice, Side
from negotext.query.places import Place
from negotext.query.voices import Voice
from negotext.store import Noted

from ..lines_wrap import cells
from ..place_sheet import SIDES, SIGNS, STATES
from ..sheet import Sheet, Word
from .opened import only
from .parties import Party
from .roll import GAP, Roll, columns
from .short import STANCES, in_short, quoted
from .situation import Situation

AT = "@"
"""In front of the offset, in the key of a position that stands at a place of the draft and is about no choice."""

_GROUPS = 8
# A longer code says no more than the title.
_CODE = 4
_COUNTS = 8
_WORDS = 3
_EVIDENCE = 2


def parties_roll(
    parties: Sequence[Party], width: int, roll: Roll | None = None, *, nobody: str = "nobody is called that"
) -> Roll:
    """Delegations with the number of their positions, and of the open places they hold up; the keys are codes.

    Args:
        parties: in the order of the list.
        width: cells of a row.
        roll: one that they are added to; a new one when None.
        nobody: what stands there when there are none.
    """
    roll = Roll(width) if roll is None else roll
    if not parties:
        roll.text(Word(nobody, "dim"))
    for party in parties:
        held = f" ✗{party.holds}" if party.holds else ""
        short = cells(party.code) <= _CODE
        title = party.title if short and party.title != party.code else ""
        words = [Word(f"{party.code if short else party.title} ", "strong"), Word(title)]
        counts = [Word(f"{party.positions:>4}", "dim"), Word(held, "against")]
        row = columns((words, roll.width - _COUNTS - GAP), (counts, _COUNTS))
        roll.block(party.code, [row])
    return roll


def delegation_roll(situation: Situation, code: str, width: int) -> Roll:
    """A delegation, group or role; the keys are addresses, or offsets behind `AT`.

    Of one that has no position in this round there is what it said in the last round in which it spoke.
    """
    registry = situation.desk.registry
    noted, held = situation.positions.get(code, ()), situation.held_by(code)
    earlier = () if noted else situation.earlier(code)
    roll = Roll(width)
    title = registry.title(code)
    roll.text(Word(code, "title"), Word("" if title == code else f"  {title}", "strong"))
    roll.text(Word(_summary(situation, code, noted, held, earlier), "dim"))
    if held:
        roll.title("Holds up", len(held))
        for place in held:
            _held(roll, situation, place)
    lines = situation.lines(code)
    if lines:
        roll.title("Lines of its groups" if code not in registry.groups else "Who left its line", len(lines))
        for choice, voice in lines:
            _line(roll, registry, choice, voice, code)
    if noted:
        roll.title("Positions", len(noted))
        for each in noted:
            _position(roll, registry, each, code)
    if earlier:
        roll.title(f"{'Positions' if earlier[0].holds else 'Withdrawn'} in round {earlier[0].round}", len(earlier))
        for each in earlier:
            _position(roll, registry, each, code, situation.since(each))
    return roll


def _summary(
    situation: Situation, code: str, noted: Sequence[Noted], held: Sequence[Place], earlier: Sequence[Noted]
) -> str:
    """`4 positions · holds up 2 open places · speaks for SIDS · member of G77`."""
    registry = situation.desk.registry
    if earlier:
        said, now = earlier[0], situation.desk.round
        parts = [] if said.holds else ["has withdrawn what it said"]
        parts += [f"spoke in round {said.round}, not in round {now}"] if said.round != now else []
    else:
        parts = [_counted(len(noted), "position")]
    parts.append(f"holds up {_counted(len(held), 'open place')}" if held else "holds up nothing")
    for_groups = {each.position.on_behalf_of or "" for each in noted if each.position.delegation == code} - {""}
    if for_groups:
        parts.append(f"speaks for {', '.join(short_name(registry, group) for group in sorted(for_groups))}")
    speakers = sorted({each.position.delegation for each in noted if each.position.on_behalf_of == code})
    if speakers:
        parts.append(f"{', '.join(speakers)} {'speak' if len(speakers) > 1 else 'speaks'} for it")
    member = [group for group, members in registry.groups.items() if code in members and group in situation.positions]
    if member:
        named = [short_name(registry, group) for group in sorted(member)[:_GROUPS]]
        parts.append(f"member of {', '.join(named)}")
    if code in registry.groups:
        parts.append(_counted(len(registry.groups[code]), "member"))
    return " · ".join(parts)


def _held(roll: Roll, situation: Situation, place: Place) -> None:
    standing = situation.desk.places.standings.get(place.address)
    if standing is None:
        return
    sheet = Sheet(roll.width)
    others = f"✗ {only(place.holders)}"
    room = max(12, roll.width - cells(place.address) - cells(others) - 12)
    short = in_short(standing.choice, room, standing.withdrawn)
    sheet.add(
        Word(place.address, "strong"),
        "  ",
        *short,
        Word(f"  → {place.nearest}  ", "dim"),
        Word(others, "against"),
        hang=2,
        most=2,
    )
    roll.block(place.address, sheet.rows)


def _line(roll: Roll, registry: Registry, choice: Choice, voice: Voice, code: str) -> None:
    """One choice on which a group binds the delegation, or lost it."""
    sheet = Sheet(roll.width)
    group = short_name(registry, voice.broke_from or voice.bound_by or "")
    words = [Word(choice.address, "strong"), Word("  ")]
    about = choice.alternative(voice.alternative)
    wording = quoted(about.text if about is not None else "", 60)
    if voice.broke_from:
        who = f"{voice.delegation} breaks" if voice.delegation != code else "breaks"
        words += [Word(f"≠ {who} from {group}: ", "warning")]
    else:
        words += [Word(f"⊂ bound by {group}: ", "dim")]
    words += [_side(voice.side), Word(f" {voice.alternative} {wording}")]
    sheet.add(*words, hang=2, most=2)
    roll.block(choice.address, sheet.rows)


def _side(side: Side) -> Word:
    return Word(f"{SIGNS[side]} {SIDES[side]}", SIDES[side])


def _position(roll: Roll, registry: Registry, noted: Noted, code: str, since: str | None = None) -> None:
    """One position: place, stance and words, and below them what it was read from.

    Args:
        roll: that it is added to.
        registry: for names.
        noted: the position.
        code: of the delegation on whose page it is.
        since: of a position of an earlier round, the address that its place has by now, or empty.
    """
    position = noted.position
    sheet = Sheet(roll.width)
    sign = STANCES[position.stance]
    state = [Word(f" {STATES[noted.state]}", noted.state.value)] if noted.state is not None else []
    place = noted.address or (f"¶ {position.paragraph}" if position.paragraph else "–")
    by_now = [Word(f", {since} by now", "dim")] if since and since != noted.address else []
    words = [Word(place, "strong"), *state, *by_now, Word(f"  {sign.text} {position.stance.value}", sign.style)]
    if position.delegation != code:
        words.append(Word(f" by {short_name(registry, position.delegation)}", "dim"))
    elif position.on_behalf_of:
        words.append(Word(f" for {short_name(registry, position.on_behalf_of)}", "dim"))
    if position.target:
        words.append(Word(f" {quoted(position.target, 4 * roll.width)}"))
    if position.text:
        words.append(Word(f"{' → ' if position.target else ' '}{quoted(position.text, 4 * roll.width)}", "for"))
    sheet.add(*words, hang=2, most=_WORDS)
    where = f"line {noted.line}" if noted.line is not None else f"floor, entry {noted.entry}"
    sheet.add(
        Word(f"{where}: ", "dim"), Word(quoted(noted.evidence, 4 * roll.width), "quote"), indent=4, most=_EVIDENCE
    )
    if since is None:
        roll.block(noted.address or f"{AT}{position.evidence.start}", sheet.rows)
    elif since:
        roll.block(since, sheet.rows)
    else:
        roll.rows(sheet.rows)


def short_name(registry: Registry, code: str) -> str:
    """A code, or where it is long the title."""
    return code if cells(code) <= _CODE else registry.title(code)


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
