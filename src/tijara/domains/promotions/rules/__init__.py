"""What promotions take off, and what may be written down as one."""

from .changing import lowered_limits, row_values, same_deal
from .codes import tidy_code
from .deciding import decide, in_scope, plain_price
from .drafts import draft_faults

__all__ = [
    "decide",
    "draft_faults",
    "in_scope",
    "lowered_limits",
    "plain_price",
    "row_values",
    "same_deal",
    "tidy_code",
]
