"""A cart at today's terms, and what became of a checkout."""

from .agreed import agreed_basket
from .baskets import (
    BLOCKING,
    NOTHING_CHOSEN,
    PickedLines,
    basket,
    company_faults,
    picked_in,
    priced_lines,
    promoted_sellers,
)
from .people import Who, record_of, was_new
from .results import (
    DECIDED,
    OUTCOMES,
    checkout_result,
    deciding_rules,
    kept_outcomes,
    last_result,
    orders_of_buyer,
    pay_standings_of,
    result_of,
    waiting_for_code,
    waits_for_code,
)

__all__ = [
    "BLOCKING",
    "DECIDED",
    "NOTHING_CHOSEN",
    "OUTCOMES",
    "PickedLines",
    "Who",
    "agreed_basket",
    "basket",
    "checkout_result",
    "company_faults",
    "deciding_rules",
    "kept_outcomes",
    "last_result",
    "orders_of_buyer",
    "pay_standings_of",
    "picked_in",
    "priced_lines",
    "promoted_sellers",
    "record_of",
    "result_of",
    "waiting_for_code",
    "waits_for_code",
    "was_new",
]
