"""Small drafts for tests: the lower layers, put together."""

from negotext.blocks import Layout, split_blocks
from negotext.languages import load_lexicon, load_registry
from negotext.model import Block
from negotext.source import from_text


def blocks_of(text: str, language: str = "en") -> tuple[Block, ...]:
    """The blocks of a text."""
    source, lexicon = from_text(text), load_lexicon(language)
    return split_blocks(source, Layout.of(source, lexicon), lexicon, load_registry(language))
