"""Language versions of one draft: which paragraphs and choices belong together, and what one version alone has."""

from .align import align
from .values import Alignment, ChoicePair, Fault, FaultKind, Pair, Passage

__all__ = ["Alignment", "ChoicePair", "Fault", "FaultKind", "Pair", "Passage", "align"]
