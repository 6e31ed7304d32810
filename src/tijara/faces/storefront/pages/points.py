"""A buyer's points: what he has, what comes, what ends, his tier, and making credit of them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods

from tijara.domains.catalogue.queries import categories, names_of
from tijara.domains.loyalty.actions import (
    PointsShort,
    TooFewPoints,
    TooManyPoints,
    turn_in_points,
)
from tijara.domains.loyalty.queries import (
    account_of,
    expiring_points,
    moves_of,
    pending_points,
    programme_of,
    rates_in,
    standing_of,
    tier_changes,
    tiers_in,
)
from tijara.domains.loyalty.shapes import ForWhat, PointsKind, Programme, Rate
from tijara.domains.orders.queries import order_link_token
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.here import here
from tijara.faces.storefront.pace import PICKING, pace
from tijara.faces.storefront.pages.addresses import with_buyer
from tijara.faces.storefront.typed import read_id
from tijara.kit.balances import Moved
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.ui.directions import page_number
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.typed import whole_number

MOVES: dict[PointsKind, Promise] = {
    PointsKind.EARNED: gettext_lazy("Earned with an order"),
    PointsKind.RETURNED: gettext_lazy("Goods went back"),
    PointsKind.SPENT: gettext_lazy("Put into your wallet"),
    PointsKind.EXPIRED: pgettext_lazy("points", "Expired"),
    PointsKind.GRANTED: gettext_lazy("A gift from us"),
    PointsKind.WITHDRAWN: gettext_lazy("Taken back by us"),
}
BACK_TO = {"checkout", "cart"}
FEW = 4
"""Ends that are shown; the rest is in the history."""


@require_http_methods(["GET", "HEAD", "POST"])
@with_buyer
def points(request: HttpRequest, buyer_id: UUID) -> HttpResponse:
    programme = programme_of(here().id)
    if programme is None:
        raise Http404
    if request.method != "POST":
        return _show(request, buyer_id, programme)
    pace(PICKING, buyer_id)
    then = request.POST.get("then", "")
    typed = request.POST.get("points", "").strip()[:12]
    wanted, key = whole_number(typed), read_id(request.POST.get("key", ""))
    if wanted is None or key is None:
        wrong = _("Write how many points, as a whole number.")
        return _show(request, buyer_id, programme, typed, wrong)
    try:
        worth = turn_in_points(
            actor=as_actor(buyer_id), buyer_id=buyer_id, market_id=here().id, points=wanted, key=key
        )
    except (PointsShort, TooFewPoints, TooManyPoints) as refusal:
        return _show(request, buyer_id, programme, typed, sentence_of(refusal))
    told = f"{worth.to_decimal_string()} {worth.currency}"
    where = then if then in BACK_TO else "points"
    return see_other(where, say=_("%(amount)s is in your wallet.") % {"amount": told})


def _show(
    request: HttpRequest,
    buyer_id: UUID,
    programme: Programme,
    typed: str | None = None,
    wrong: object = "",
) -> HttpResponse:
    market = here()
    account = account_of(buyer_id, market.id)
    moves = moves_of(buyer_id, market.id, page=page_number(request))
    free = account.free if account else 0
    usable = min(free, programme.most_points)
    context = {
        "programme": programme,
        "free": free,
        "worth": programme.worth(free),
        "owes": -account.balance if account and account.balance < 0 else 0,
        "pending": account.pending if account else 0,
        "coming": [
            (one, order_link_token(one.order.seller_id, one.order.order_id))
            for one in pending_points(buyer_id, market.id)
        ],
        "ending": expiring_points(buyer_id, market.id)[:FEW],
        "standing": standing_of(buyer_id, market.id),
        "tiers": [
            (one, Money(one.from_minor, market.currency), one.multiplier_bp / 10_000)
            for one in tiers_in(market.id)
        ],
        "changes": tier_changes(buyer_id, market.id),
        "page": moves,
        "moves": [_row(one) for one in moves.items],
        "rates": _told_rates(rates_in(market.id), market.currency) if programme.is_on else (),
        "may_use": usable >= programme.least_points,
        "usable": usable,
        "typed": str(usable) if typed is None else typed,
        "wrong": wrong,
        "key": read_id(request.POST.get("key", "")) or new_id(),
        "then": request.POST.get("then", ""),
    }
    return page(request, "points", context, status=422 if wrong else 200, is_private=True)


def _row(move: Moved[PointsKind, int]) -> tuple:
    token = order_link_token(move.order.seller_id, move.order.order_id) if move.order else ""
    return move, MOVES[move.kind], token


def _told_rates(rates: list[Rate], currency: str) -> list[dict]:
    """What earns how much, with the names of what they are for."""
    of = {kind: [one.target_id for one in rates if one.of is kind] for kind in ForWhat}
    shops, products = stores(of[ForWhat.SHOP]), names_of(of[ForWhat.PRODUCT])
    nodes = {one.id: one for one in categories()}
    found = []
    for one in rates:
        name, link = "", ""
        if one.of is ForWhat.DEPARTMENT and (node := nodes.get(one.target_id)):
            name, link = named(node), local(f"/c/{node.path}")
        elif one.of is ForWhat.SHOP and (shop := shops.get(one.target_id)):
            name, link = named(shop), local(f"/s/{shop.slug}")
        elif one.of is ForWhat.PRODUCT and (product := products.get(one.target_id)):
            name, link = named(product), local(f"/p/{product.slug}")
        told = {"points": one.points, "per": Money(one.per_minor, currency)}
        found.append(told | {"name": name, "link": link, "is_all": one.of is ForWhat.ALL})
    return found
