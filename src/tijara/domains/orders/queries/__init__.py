"""Orders for their buyer, their seller and staff; the links to them; the proofs about them."""

from .everybodys import all_orders, counts_of_all, not_confirmed, sales_of_all
from .french import with_french
from .given import as_given
from .links import order_link_token, read_order_token
from .lists import order_ids_of_seller, orders_of_seller
from .newcomers import new_buyers_by_day
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
from .views import counts_by_state, numbers_of, order, orders, units_of

__all__ = [
    "COUNTED",
    "all_orders",
    "as_given",
    "best_sellers",
    "counts_by_state",
    "counts_of_all",
    "ends_proof",
    "money_proof",
    "late_orders",
    "moves_proof",
    "new_buyers_by_day",
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
    "sums_proof",
    "taxes_proof",
    "units_of",
    "units_proof",
    "with_french",
]
