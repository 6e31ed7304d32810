"""Orders for their buyer, their seller and staff; the links to them; the proofs about them."""

from .buckets import added_up, buckets_proof, sales_of_all, touched_since
from .everybodys import all_orders, counts_of_all, keys_by_number, not_confirmed
from .french import as_read_in, with_french
from .given import as_given
from .links import order_link_token, read_order_token
from .lists import order_ids_of_seller, orders_of_seller
from .proofs import (
    ends_proof,
    money_proof,
    moves_proof,
    sales_proof,
    sums_proof,
    taxes_proof,
    units_proof,
)
from .sales import COUNTED, best_sellers, late_orders, sales_by_day, standing_orders
from .standings import standings
from .views import counts_by_state, has_lines_of, numbers_of, order, orders, units_to_put_back

__all__ = [
    "as_read_in",
    "COUNTED",
    "added_up",
    "all_orders",
    "as_given",
    "best_sellers",
    "buckets_proof",
    "counts_by_state",
    "counts_of_all",
    "ends_proof",
    "has_lines_of",
    "money_proof",
    "keys_by_number",
    "late_orders",
    "moves_proof",
    "not_confirmed",
    "numbers_of",
    "order",
    "order_ids_of_seller",
    "order_link_token",
    "orders",
    "orders_of_seller",
    "read_order_token",
    "sales_by_day",
    "sales_of_all",
    "sales_proof",
    "standing_orders",
    "standings",
    "sums_proof",
    "taxes_proof",
    "touched_since",
    "units_to_put_back",
    "units_proof",
    "with_french",
]
