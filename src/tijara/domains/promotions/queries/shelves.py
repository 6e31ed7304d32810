"""What a shelf, a card or a product's page shows for one piece of an offer."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from tijara.domains.offers.shapes import OfferCard, OfferKey
from tijara.domains.pricing.queries import prior_price, shown_prices, struck_price
from tijara.domains.pricing.shapes import ShownPrice
from tijara.kit.clock import now
from tijara.kit.money import Money

from ..rules import decide, in_scope, plain_price
from ..shapes import Cut, Good, PromotedBasket, Promotion, ShelfPrice
from .known import known_in

PRIOR = timedelta(days=30)


def shelf_prices(
    market_id: UUID, cards: Sequence[OfferCard], category_path: str, brand_id: UUID | None
) -> dict[UUID, ShelfPrice]:
    """By offer, of one product. What may stand struck through is never more than the lowest price
    of the thirty days before the reduction. One statement where something is reduced, else none."""
    known, moment = known_in(market_id), now()
    goods = {
        card.id: Good(card.seller_id, card.product_id, category_path, brand_id, 1, card.price.minor)
        for card in cards
    }
    cuts = {id: _cuts(market_id, known, good, moment) for id, good in goods.items()}
    reduced = [card for card in cards if cuts[card.id] or card.was is not None]
    shown = shown_prices([OfferKey(card.seller_id, card.id) for card in reduced])
    return {
        card.id: _shelf_price(
            card,
            goods[card.id],
            cuts[card.id],
            known,
            shown.get(OfferKey(card.seller_id, card.id), ()),
        )
        for card in cards
    }


def _cuts(
    market_id: UUID, known: Sequence[Promotion], good: Good, moment: datetime
) -> tuple[Cut, ...]:
    """What lowers the price of one piece for everybody."""
    plain = [one for one in known if not one.code and one.terms.is_plain and in_scope(one, good)]
    if not plain:
        return ()
    return decide(PromotedBasket(market_id, moment, (good,)), plain).cuts


def _shelf_price(
    card: OfferCard,
    good: Good,
    cuts: Sequence[Cut],
    known: Sequence[Promotion],
    shown: Sequence[ShownPrice],
) -> ShelfPrice:
    currency, listed = card.price.currency, card.price.minor
    told = _told_of(good, cuts, known)
    if not cuts:
        was = struck_price(card.was.minor if card.was else None, shown, listed)
        return ShelfPrice(card.price, None if was is None else Money(was, currency), told)
    price = listed - sum(cut.minor for cut in cuts)
    was = _before(good, cuts[0].promotion, known, shown)
    return ShelfPrice(Money(price, currency), Money(was, currency) if was > price else None, told)


def _before(
    good: Good, first: Promotion, known: Sequence[Promotion], shown: Sequence[ShownPrice]
) -> int:
    """The lowest that everybody could have had it for before this promotion began: by the offer, or
    by a promotion that was over shortly before."""
    lowest = prior_price(shown, first.starts_at)
    prior = good.unit_minor if lowest is None else min(lowest, good.unit_minor)
    earlier = [
        one
        for one in known
        if one.ends_at is not None
        and first.starts_at - PRIOR < one.ends_at <= first.starts_at
        and not one.code
        and one.terms.is_plain
        and in_scope(one, good)
    ]
    return min((plain_price(one, prior) for one in earlier), default=prior)


def _told_of(good: Good, cuts: Sequence[Cut], known: Sequence[Promotion]) -> Promotion | None:
    if cuts:
        return cuts[0].promotion
    moment = now()
    others = [one for one in known if not one.code and one.holds_at(moment) and in_scope(one, good)]
    return max(others, key=lambda one: (one.priority, one.id), default=None)
