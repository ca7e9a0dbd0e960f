"""Two drafts compared, for tests: with their choices, and ways of looking into what was found."""

from pathlib import Path

from negotext.model import Draft
from negotext.outcome import choices_of
from negotext.reading import read_bytes, read_text
from negotext.rounds import BlockMatch, Comparison, Happening, compare_rounds


class Rounds:
    """Two rounds of one text and their comparison."""

    def __init__(self, old: Draft, new: Draft, decisions=None) -> None:
        self.old, self.new = old, new
        self.old_choices, self.new_choices = choices_of(old), choices_of(new)
        self.found: Comparison = compare_rounds(old, new, self.old_choices, self.new_choices, decisions)

    @classmethod
    def of_files(cls, old: Path, new: Path) -> "Rounds":
        return cls(read_bytes(old.read_bytes()), read_bytes(new.read_bytes()))

    def block(self, words: str) -> BlockMatch:
        """The match of the passage that has these words, in the old draft or in the new one."""
        found = [
            match for match in self.found.blocks if any(words in passage.text for passage in (*match.old, *match.new))
        ]
        assert len(found) == 1, [match.old + match.new for match in found]
        return found[0]

    def edits(self, match: BlockMatch) -> list[tuple[str, str, str]]:
        """What differs, as kind, old words and new words, without line wraps."""
        return [
            (
                edit.kind.value,
                " ".join(edit.base.of(self.old.source.text).split()),
                " ".join(edit.other.of(self.new.source.text).split()),
            )
            for edit in match.edits
            if edit.kind != "equal"
        ]

    def stands(self, wording: str) -> str:
        """What stands in the place of the closed choice that has this wording."""
        found = [
            closed
            for closed in self.found.closed
            if any(alternative.text == wording for alternative in closed.choice.alternatives)
        ]
        assert found, [closed.choice.address for closed in self.found.closed]
        return found[0].text

    def positions(self) -> set[tuple[str, str, str | None, str | None]]:
        """Changes of positions: what happened, who, the stance before and after."""
        return {
            (
                change.kind.value,
                change.delegation,
                change.old.stance.value if change.old else None,
                change.new.stance.value if change.new else None,
            )
            for change in self.found.positions
        }

    def unlike(self) -> list[BlockMatch]:
        """The passages to which anything happened."""
        return [match for match in self.found.blocks if match.happened != (Happening.SAME,)]


def rounds(old: str, new: str, language: str = "en", decisions=None) -> Rounds:
    return Rounds(read_text(old, language=language), read_text(new, language=language), decisions)
