"""How far choices reach: the stretches of a draft that a decision may touch, and the blocks that these lie in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from negotext.model import Choice, Draft, Span

# Signs that close behind words and go with them.
_CLOSING = "]］)）}”’\"'»」』"


class Reach:
    """The stretches of the choices of a round; they stay the same whatever is decided.

    Attributes:
        stretches: of each address.
        at: the addresses that reach into each block, outer before inner.
    """

    def __init__(self, draft: Draft, choices: Iterable[Choice]) -> None:
        """Look at the choices of a round, outer before inner."""
        self._draft = draft
        self.stretches: dict[str, tuple[Span, ...]] = {}
        self.at: dict[int, list[str]] = {}
        self._outer: dict[str, str] = {}
        for choice in choices:
            self._outer[choice.address] = choice.parent
            found = self.stretches[choice.address] = tuple(self._stretches(choice))
            for index in sorted({index for span in found for index in self.blocks_of(span)}):
                self.at.setdefault(index, []).append(choice.address)
        self._order = {address: rank for rank, address in enumerate(self.stretches)}
        self._ties: dict[str, list[str]] | None = None

    def _stretches(self, choice: Choice) -> Iterator[Span]:
        yield choice.span
        yield from choice.vanishing
        text = self._draft.source.text
        for alternative in choice.alternatives:
            words = alternative.span
            if words is not None and not choice.span.holds(words):
                end = words.end
                while end < len(text) and text[end] in _CLOSING:
                    end += 1
                yield Span(words.start, end)

    def blocks_of(self, span: Span) -> range:
        """The blocks in which a stretch of the draft lies, one at least."""
        first = self._draft.block_index(span.start)
        return range(first, self._draft.block_index(max(span.start, span.end - 1)) + 1)

    def blocks(self, addresses: Iterable[str]) -> set[int]:
        """The blocks into which some choices reach."""
        return {index for a in addresses for span in self.stretches[a] for index in self.blocks_of(span)}

    def in_blocks(self, blocks: Iterable[int]) -> list[str]:
        """The choices that reach into some blocks, outer before inner."""
        return self._in_order({address for index in blocks for address in self.at.get(index, ())})

    def with_outer(self, addresses: Iterable[str]) -> list[str]:
        """Some choices and all that they stand in, outer before inner."""
        found: set[str] = set()
        for each in addresses:
            address = each
            while address and address not in found:
                found.add(address)
                address = self._outer[address]
        return self._in_order(found)

    def tied(self, addresses: Iterable[str]) -> list[str]:
        """Some choices and all on which it depends what becomes of theirs: those that share a stretch with them.

        Where open choices are shown otherwise than they stand in the draft, too, as to the room.
        """
        if self._ties is None:
            self._ties = self._tied()
        return self._in_order({each for address in addresses for each in self._ties[address]})

    def bound(self, addresses: Iterable[str], agreed: Callable[[str], bool]) -> list[str]:
        """Some choices and the agreed ones that share a stretch with them, or with one of these.

        Where open choices are shown as they stand in the draft, nothing depends on them.

        Args:
            addresses: of the choices.
            agreed: whether a choice is agreed.
        """
        found = set(addresses)
        waiting = list(found)
        while waiting:
            own = self.stretches[waiting.pop()]
            near = {address for span in own for index in self.blocks_of(span) for address in self.at[index]}
            for other in filter(agreed, near - found):
                if any(a.overlaps(b) for a in own for b in self.stretches[other]):
                    found.add(other)
                    waiting.append(other)
        return self._in_order(found)

    def _in_order(self, addresses: set[str]) -> list[str]:
        return sorted(addresses, key=self._order.__getitem__)

    def _tied(self) -> dict[str, list[str]]:
        """Those that each choice is tied to, by stretches that overlap."""
        group = {address: [address] for address in self.stretches}
        spans = sorted((span, address) for address, found in self.stretches.items() for span in found)
        end, holder = -1, ""
        for span, address in spans:
            if span.start < end:
                _join(group, holder, address)
            else:
                holder = address
            end = max(end, span.end)
        return group


def _join(group: dict[str, list[str]], one: str, other: str) -> None:
    """Make one group of two; the smaller one moves."""
    large, small = group[one], group[other]
    if large is small:
        return
    if len(large) < len(small):
        large, small = small, large
    large += small
    for address in small:
        group[address] = large
