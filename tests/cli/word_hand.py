"""A hand that edits an exported document as somebody does in Word: through python-docx, in the XML of the body."""

from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.text.run import Run

INS, DEL, TEXT, GONE = qn("w:ins"), qn("w:del"), qn("w:t"), qn("w:delText")
START, END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")


class Hand:
    """Edits one document.

    Args:
        path: of the document.
        addresses: of the places of its round, in their order.
    """

    def __init__(self, path: Path, addresses: list[str]) -> None:
        self._path = path
        self._document = Document(str(path))
        self._addresses = addresses

    def save(self) -> None:
        self._document.save(str(self._path))

    def text(self, address: str) -> str:
        """The words at a place, deleted ones among them."""
        return "".join(each.text or "" for part in self._inside(address) for each in part.iter(TEXT, GONE))

    def delete(self, address: str) -> None:
        """Deletes a place with its brackets and names."""
        for part in self._inside(address):
            part.getparent().remove(part)

    def write_behind(self, words: str, sentence: str) -> None:
        """Writes at the end of the paragraph that has these words."""
        self._paragraph(words).add_run(sentence)

    def write_over(self, address: str, old: str, new: str) -> None:
        """Replaces words of one run of a place."""
        found = [each for part in self._inside(address) for each in part.iter(TEXT) if old in (each.text or "")]
        found[0].text = found[0].text.replace(old, new, 1)

    def comment(self, words: str, text: str, author: str) -> None:
        """Remarks on the run that has these words."""
        runs = [Run(each.getparent(), self._document) for each in self._document.element.body.iter(TEXT)]
        run = next(each for each in runs if words in each.text)
        self._document.add_comment(run, text=text, author=author)

    def accept(self, address: str) -> None:
        """Accepts the tracked changes of a place."""
        self._settle(address, INS, DEL)

    def reject(self, address: str) -> None:
        """Rejects the tracked changes of a place."""
        self._settle(address, DEL, INS)

    def _settle(self, address: str, stays: str, goes: str) -> None:
        parts = [part for part in self._inside(address) if part.tag in (INS, DEL)]
        assert parts, f"no tracked changes at {address}"
        for part in parts:
            if part.tag == goes:
                part.getparent().remove(part)
                continue
            assert part.tag == stays
            for text in part.iter(GONE):
                text.tag = TEXT
            for run in list(part):
                part.addprevious(run)
            part.getparent().remove(part)

    def _inside(self, address: str) -> list:
        """The runs and changes between the ends of a bookmark, none of them inside another."""
        number = self._addresses.index(address)
        body = self._document.element.body
        start = next(each for each in body.iter(START) if each.get(qn("w:name")).endswith(f"_{number}"))
        found = []
        for element in start.itersiblings():
            if element.tag == END and element.get(qn("w:id")) == start.get(qn("w:id")):
                return found
            if element.tag in (qn("w:r"), INS, DEL):
                found.append(element)
        raise AssertionError(f"{address} does not end in its paragraph")

    def _paragraph(self, words: str):
        return next(each for each in self._document.paragraphs if words in each.text)
