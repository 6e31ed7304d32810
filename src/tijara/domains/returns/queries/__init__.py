"""Returns, what goes back for them, what may be sent back; the proofs about all of it."""

from .carriage import carriage_bands, carriage_terms, carriages
from .deadlines import after_days, after_working_days, pickup_days
from .desks import (
    all_returns,
    counts_of_all,
    counts_of_seller,
    due_returns,
    late_returns,
    returns_of_seller,
)
from .labels import label_page, labels_waiting
from .owed import (
    goods_refunds,
    has_goods_refunds,
    is_reduced,
    owed_by_ids,
    owed_of_orders,
    refunds_by_reference,
)
from .possible import (
    delivered_goods,
    free_units,
    goods_left,
    owes_charges,
    parts_of,
    returnable_lines,
    share_of_rest,
    share_of_return,
    share_of_units,
    swap_of,
    swaps_of,
    units_wanted,
)
from .proofs import (
    carriage_proof,
    ends_proof,
    held_proof,
    journal_proof,
    moves_proof,
    parts_proof,
    units_proof,
)
from .units import refunded_units, spoken_units
from .views import (
    exchanged_for,
    return_photo,
    return_view,
    returns_of_order,
    with_open_returns,
)
from .ways import ways_to_pay_more

__all__ = [
    "exchanged_for",
    "carriage_bands",
    "carriage_proof",
    "carriage_terms",
    "carriages",
    "label_page",
    "labels_waiting",
    "pickup_days",
    "after_days",
    "after_working_days",
    "due_returns",
    "all_returns",
    "counts_of_all",
    "counts_of_seller",
    "delivered_goods",
    "ends_proof",
    "free_units",
    "goods_left",
    "goods_refunds",
    "has_goods_refunds",
    "is_reduced",
    "held_proof",
    "journal_proof",
    "late_returns",
    "moves_proof",
    "owed_by_ids",
    "owed_of_orders",
    "refunds_by_reference",
    "owes_charges",
    "parts_of",
    "parts_proof",
    "refunded_units",
    "return_photo",
    "return_view",
    "returnable_lines",
    "returns_of_order",
    "returns_of_seller",
    "share_of_rest",
    "share_of_return",
    "share_of_units",
    "spoken_units",
    "swap_of",
    "swaps_of",
    "units_proof",
    "units_wanted",
    "ways_to_pay_more",
    "with_open_returns",
]
