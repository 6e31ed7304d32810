"""What points say beside goods, baskets and orders."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.checkout.shapes import Basket
from tijara.domains.loyalty.queries import (
    account_of,
    points_of_order,
    programme_of,
    promised_points,
    tiers_in,
)
from tijara.domains.loyalty.shapes import AccountView, Goods, OrderPoints
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.orders.shapes import ENDED, OrderState, OrderView
from tijara.domains.parties.queries import home_of_buyer
from tijara.faces.storefront.here import here
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.ui.visitors import is_signed_in

BASIS = 10_000


@dataclass(frozen=True, slots=True)
class PointsHere:
    """What a basket earns; of who has signed in, what he has that may become credit now. `key` is
    of one press."""

    earns: int
    is_known: bool
    may_use: int = 0
    worth: Money | None = None
    key: UUID | None = None


def points_of_offer(card: OfferCard | None, path: str) -> int:
    """What one piece earns anybody; no statement."""
    if card is None:
        return 0
    goods = Goods(card.product_id, path, card.seller_id, card.price.minor)
    return promised_points(here().id, [goods])


def points_at_basket(
    request: HttpRequest, buyer_id: UUID | None, picked: Basket | None
) -> PointsHere | None:
    """None where the market gives no points. Guests are asked nothing: no statement."""
    programme = programme_of(here().id)
    if programme is None or picked is None or not picked.sellers:
        return None
    is_known = buyer_id is not None and is_signed_in(request)
    account = account_of(buyer_id, here().id) if buyer_id and is_known else None
    earns = promised_points(here().id, _goods(picked), _multiplier(account))
    usable = min(account.free, programme.most_points) if account else 0
    if usable < programme.least_points:
        return PointsHere(earns, is_known) if earns else None
    return PointsHere(earns, is_known, usable, programme.worth(usable), new_id())


def points_at_order(order: OrderView) -> OrderPoints | None:
    """What it earns or has earned; of one on its way, what it will, once it has arrived."""
    programme = programme_of(order.market_id) if order.market_id else None
    if programme is None or order.state in ENDED:
        return None
    buyer_id = home_of_buyer(order.buyer_id)
    if buyer_id is None:
        return None
    if told := points_of_order(buyer_id, order.id):
        return told
    if order.state is OrderState.DELIVERED:
        return None
    names = variant_names(line.variant_id for line in order.lines)
    goods = [
        Goods(
            line.product_id,
            names[line.variant_id].category_path if line.variant_id in names else "",
            order.seller_id,
            line.total.minor,
        )
        for line in order.lines
    ]
    account = account_of(buyer_id, programme.market_id)
    earns = promised_points(programme.market_id, goods, _multiplier(account))
    return OrderPoints(earns, is_pending=True, due_at=None) if earns else None


def _goods(picked: Basket) -> list[Goods]:
    return [
        Goods(line.product_id, line.category_path, seller.seller_id, line.asked.minor)
        for seller in picked.sellers
        for line in seller.lines
    ]


def _multiplier(account: AccountView | None) -> int:
    tiers = tiers_in(account.market_id) if account else []
    return next((one.multiplier_bp for one in tiers if one.id == account.tier_id), BASIS)
