"""What promotions take off, what shelves show, and what desks see of them."""

from .baskets import codes_known, discounts, groups_named, has_first_order, promotions_on
from .desks import figures, market_promotions, promotion, promotions_between, seller_promotions
from .examples import example_of
from .known import forget_promotions
from .proofs import claims_proof, uses_proof
from .shelves import at_shelf_prices, shelf_prices

__all__ = [
    "at_shelf_prices",
    "claims_proof",
    "codes_known",
    "discounts",
    "example_of",
    "figures",
    "forget_promotions",
    "groups_named",
    "has_first_order",
    "market_promotions",
    "promotion",
    "promotions_between",
    "promotions_on",
    "seller_promotions",
    "shelf_prices",
    "uses_proof",
]
