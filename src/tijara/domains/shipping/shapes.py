"""What delivery costs and when it comes."""

from dataclasses import dataclass
from datetime import date

from tijara.kit.money import Money


@dataclass(frozen=True, slots=True)
class DeliveryQuote:
    price: Money
    earliest: date
    latest: date
    free_from: Money | None
    """Goods of this seller worth this much are delivered free."""
