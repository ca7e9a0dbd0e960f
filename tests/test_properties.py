"""What holds for any text: it is read, nothing of it is lost, and the same text gives the same draft."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotext.languages import LANGUAGES
from negotext.model import BlockKind, unparse
from negotext.reading import read_bytes, read_text
from negotext.source import SourceError

# The tokens of the notation, in six scripts: brackets, quotes, dashes, names, verbs, labels, and ends of lines.
TOKENS = {
    "brackets": '[ ] ［ ］ ( ) （ ） [[ ]] { } “ ” « » ‘ ’ 「 」 " << >>',
    "marks": "— —— – - -- － : ： ; ； , ， 、 . 。 … / // * **",
    "en": "Chile US US/AU CL/NZ14 CP the_delegation_of Algeria_on_behalf_of_the_African_Group propose oppose: delete "
    "supports cannot_accept reserves_its_position 'shall' the_last_two_items paragraph_6 sic to_be_completed",
    "fr": "Chili à_compléter l’annexe_suit appuie proposition «_mot_» article_9 Pays-Bas",
    "es": "Perú se_completará el_Grupo_de_los_77_y_China apoya artículo_9",
    "ru": "Российская_Федерация будет_дополнено поддерживает статья_9",
    "ar": "الاتحاد_الروسي تستكمل تؤيد المادة_9 ٥_-",
    "zh": "俄罗斯 阿尔及 利亚 非洲集团 代表 ——删除 不同意 改为 上面一项 第5段 主席的替代案文 后接附件 委员会应",
    "labels": "5. 10.(1) (b) 18_ter. OP7_bis A. Article_QQ.A.1: Option_1: Option_(a): Alt._2 8._Alt. • − o 116. "
    "第五条 一、 （一）",
}
SPACES = [" ", "  ", "\u3000", "\xa0", "\u2028", "\ufeff", "\u200b", "\x1c", "\x85"]
LINE_ENDS = ["\n", "\n\n", "\r\n", "\x0c", "\n\n\n", "\n12\n", "\n1   Note: x\n", "\n\nA/9/L.2\n\n"]
WORDS = [token.replace("_", " ") for row in TOKENS.values() for token in row.split()]
DRAFTS = st.lists(st.sampled_from([*WORDS, *LINE_ENDS, *SPACES]), max_size=60).map("".join)
ANY_TEXT = st.text(max_size=200)


@given(DRAFTS | ANY_TEXT, st.sampled_from(LANGUAGES))
def test_any_text_is_read_and_comes_back(text, language):
    draft = read_text(text, language=language)
    assert unparse(draft.tree) == text
    assert draft.source.text == text
    assert [block.span.of(text) for block in draft.blocks] and "".join(
        block.span.of(text) for block in draft.blocks
    ) == text


@given(DRAFTS, st.sampled_from(LANGUAGES))
def test_what_was_found_lies_in_the_text(text, language):
    draft = read_text(text, language=language)
    for position in draft.positions:
        assert 0 <= position.evidence.start < position.evidence.end <= len(text)
        assert position.evidence.of(text).strip()
        if position.about is not None:
            assert 0 <= position.about.start <= position.about.end <= len(text)
        if position.bracket is not None:
            assert 0 <= position.bracket < len(draft.tree.brackets)
    for fault in draft.diagnostics:
        assert 0 <= fault.span.start <= fault.span.end <= len(text)
        assert fault.message
    assert [fault.span.start for fault in draft.diagnostics] == sorted(f.span.start for f in draft.diagnostics)


@given(DRAFTS)
def test_the_same_text_gives_the_same_draft(text):
    assert read_text(text) == read_text(text)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_draft_or_refused(data):
    try:
        draft = read_bytes(data)
    except SourceError:
        return
    assert draft.source.encode() == data
    assert unparse(draft.tree).encode(draft.source.encoding) == data[len(draft.source.bom) :]


@given(DRAFTS)
@settings(max_examples=50)
def test_line_ends_of_any_kind_are_kept(text):
    dos = text.replace("\r\n", "\n").replace("\n", "\r\n")
    assert unparse(read_text(dos).tree) == dos


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["", "\n", "\ufeff", "[", "]", "[]", "[\n\n]", "\x0c", "İ[İ]", "\ud800", "[" * 500 + "]" * 499]
)
def test_small_and_strange_texts(text, language):
    draft = read_text(text, language=language)
    assert unparse(draft.tree) == text
    assert draft.blocks


def test_real_drafts_come_back(shared):
    for path in sorted((shared / "corpus").iterdir()):
        draft = read_bytes(path.read_bytes(), path.name)
        assert draft.source.encode() == path.read_bytes()
        assert unparse(draft.tree) == draft.source.text
        assert "".join(block.span.of(draft.source.text) for block in draft.blocks) == draft.source.text


def test_examples_come_back(root):
    for path in sorted((root / "examples").glob("*.txt")):
        draft = read_bytes(path.read_bytes(), path.name)
        assert unparse(draft.tree).encode() == path.read_bytes()
        assert any(block.kind is BlockKind.PARAGRAPH and block.label for block in draft.blocks)
