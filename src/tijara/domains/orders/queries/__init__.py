"""Orders for their buyer, their seller and staff; the links to them; the proofs about them."""

from .links import order_link_token, read_order_token
from .proofs import ends_proof, money_proof, moves_proof, sales_proof, sums_proof, units_proof
from .views import (
    all_orders,
    counts_by_state,
    numbers_of,
    order,
    orders,
    orders_of_seller,
    units_of,
)

__all__ = [
    "all_orders",
    "counts_by_state",
    "ends_proof",
    "money_proof",
    "moves_proof",
    "numbers_of",
    "order",
    "order_link_token",
    "orders",
    "orders_of_seller",
    "read_order_token",
    "sales_proof",
    "sums_proof",
    "units_of",
    "units_proof",
]
