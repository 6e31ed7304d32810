"""What a shelf, a card or a product's page shows for one piece of an offer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from tijara.domains.offers.queries import best_first
from tijara.domains.offers.shapes import OfferCard, OfferKey
from tijara.domains.pricing.queries import prior_price, shown_prices, struck_price
from tijara.domains.pricing.shapes import ShownPrice
from tijara.kit.clock import now
from tijara.kit.money import Money

from ..rules import decide, in_scope, plain_price
from ..shapes import Cut, Good, PromotedBasket, Promotion, ShelfPrice, Shelved
from .known import known_in

PRIOR = timedelta(days=30)


def shelf_prices(shelved: Sequence[Shelved]) -> dict[UUID, ShelfPrice]:
    """By offer. What may stand struck through is never more than the lowest price of the thirty
    days before the reduction. One statement where something is reduced, else none."""
    moment = now()
    known = {one.market_id: known_in(one.market_id) for one in shelved}
    goods = {one.card.id: _good(one) for one in shelved}
    cuts = {
        one.card.id: _cuts(one.market_id, known[one.market_id], goods[one.card.id], moment)
        for one in shelved
    }
    reduced = [one.card for one in shelved if cuts[one.card.id] or one.card.was is not None]
    shown = shown_prices([OfferKey(card.seller_id, card.id) for card in reduced])
    return {
        one.card.id: _shelf_price(
            one.card,
            goods[one.card.id],
            cuts[one.card.id],
            known[one.market_id],
            shown.get(OfferKey(one.card.seller_id, one.card.id), ()),
        )
        for one in shelved
    }


def at_shelf_prices(shelved: Sequence[Shelved]) -> list[OfferCard]:
    """The same offers as a shelf shows them, the best first."""
    prices = shelf_prices(shelved)
    return best_first(
        replace(one.card, price=prices[one.card.id].price, was=prices[one.card.id].was)
        for one in shelved
    )


def _good(one: Shelved) -> Good:
    card = one.card
    return Good(
        card.seller_id, card.product_id, one.category_path, one.brand_id, 1, card.price.minor
    )


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
    others = [
        one
        for one in known
        if not (one.code or one.terms.group_id) and one.holds_at(moment) and in_scope(one, good)
    ]
    return max(others, key=lambda one: (one.priority, one.id), default=None)
