"""Questions asked of a draft: values in, values out, and nothing is printed."""

from .addresses import addresses, blocks_at, find_address, is_within, nearest_addresses
from .filters import Wanted, select
from .obstacles import Obstacle, obstacles
from .parties import find_party, nearest_parties
from .records import FIELDS, Record, record
from .statistics import Statistics, recounted, statistics
from .wants import ParagraphWants, by_paragraph, most_contested

__all__ = [
    "FIELDS",
    "Obstacle",
    "ParagraphWants",
    "Record",
    "Statistics",
    "Wanted",
    "addresses",
    "blocks_at",
    "by_paragraph",
    "find_address",
    "find_party",
    "is_within",
    "most_contested",
    "nearest_addresses",
    "nearest_parties",
    "obstacles",
    "record",
    "recounted",
    "select",
    "statistics",
]
