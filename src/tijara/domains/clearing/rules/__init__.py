"""How a gateway's report is read, what its lines do, and what they move."""

from .forms import (
    DOCUMENTED,
    FIELDS,
    columns_fault,
    fitting,
    guessed_form,
    guessed_kind,
    told_word,
)
from .outcomes import (
    after,
    cancelled,
    outcome_of,
    outcomes,
    rest_transfers,
    share_transfers,
    shares_of,
)
from .reading import mark_of_line, read_line

__all__ = [
    "DOCUMENTED",
    "FIELDS",
    "after",
    "cancelled",
    "columns_fault",
    "fitting",
    "guessed_form",
    "guessed_kind",
    "mark_of_line",
    "outcome_of",
    "outcomes",
    "read_line",
    "rest_transfers",
    "share_transfers",
    "shares_of",
    "told_word",
]
