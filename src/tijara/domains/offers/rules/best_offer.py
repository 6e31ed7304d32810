"""Which of several offers on one thing stands first; docs/algorithms/best-offer.md says why."""

from ..shapes import OfferCard

CONDITION_RANKS = {"new": 0, "refurbished": 1, "used": 2}


def rank(offer: OfferCard) -> tuple:
    """The best offer has the lowest. No two offers have the same."""
    return (
        not offer.can_be_bought,
        CONDITION_RANKS.get(offer.condition, len(CONDITION_RANKS)),
        offer.price.minor,
        offer.handling_days,
        offer.id,
        offer.seller_id,
    )
