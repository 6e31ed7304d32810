"""A shop's promotions: the list, a new one, one whole; and those of the market to join."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.catalogue.queries import brand_names, brands, categories, names_of
from tijara.domains.groups.queries import groups_for_shops
from tijara.domains.markets.queries import zone_of
from tijara.domains.offers.queries import offers_by_sku, seller_offers
from tijara.domains.promotions import actions as does
from tijara.domains.promotions import queries as tells
from tijara.domains.promotions.actions import join_promotion
from tijara.domains.promotions.queries import (
    figures,
    market_promotions,
    promotions_between,
    seller_promotions,
)
from tijara.domains.promotions.shapes import Promotion, PromotionState
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.ui.desks.goods_of import Catalogue
from tijara.ui.desks.goods_pick import Goods, Pickable
from tijara.ui.desks.promotion_acts import page_of_change, page_of_new, page_of_one, turned
from tijara.ui.desks.promotion_calendar import calendar_of, span_of
from tijara.ui.desks.promotion_form import Desk as Writing
from tijara.ui.desks.promotions import Place, Promotions, asked_part, kinds_page, row_of
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.pieces.money import price
from tijara.ui.pieces.words import code

CATALOGUE = Catalogue(names_of, brands, brand_names, categories)
PROMOTIONS = Promotions(
    promotion=tells.promotion,
    figures=tells.figures,
    example_of=tells.example_of,
    save_promotion=does.save_promotion,
    change_promotion=does.change_promotion,
    turn_promotion=does.turn_promotion,
)
ENOUGH = 40
ALL_OF_IT = 10_000


@require_safe
@at_desk
def promotions(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.PROMOTIONS_MANAGE)
    found = seller_promotions(desk.seller_id, page=page_number(request))
    offered = [one for one in market_promotions(desk.market.id).items if _is_offered(one)]
    shown = [one.id for one in found.items]
    told = figures(shown, desk.market.currency, seller_id=desk.seller_id)
    zone, market_id = zone_of(desk.market.country), desk.market.id
    span = span_of(request.GET.get("from", ""), timezone.localdate(timezone=zone), zone)
    mine = promotions_between(desk.seller_id, market_id, span.since, span.until)
    all_of_market = promotions_between(OPERATOR_ID, market_id, span.since, span.until)
    joined = [one for one in all_of_market if desk.seller_id in one.joined]
    context = {
        "here": _here(),
        "rows": [row_of(one, told.get(one.id), desk.market.currency) for one in found.items],
        "page": found,
        "about": _("What you take off your prices, for whom and how long. You pay for it."),
        "offered": [_offer(one, desk) for one in offered],
        "calendar": calendar_of(span, [*mine, *joined], now()),
    }
    return hub_page(request, desk, "ui/desks/promotions.html", context)


@require_safe
@at_desk
def promotion_kinds(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.PROMOTIONS_MANAGE)
    return kinds_page(_place(request, desk))


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def promotion_new(request: HttpRequest, desk: Desk, kind: str) -> HttpResponse:
    desk.must(Power.PROMOTIONS_MANAGE)
    return page_of_new(request, _place(request, desk), kind)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def promotion_change(request: HttpRequest, desk: Desk, promotion_id: UUID) -> HttpResponse:
    desk.must(Power.PROMOTIONS_MANAGE)
    return page_of_change(request, _place(request, desk), promotion_id)


@require_safe
@at_desk
def promotion_page(request: HttpRequest, desk: Desk, promotion_id: UUID) -> HttpResponse:
    desk.must(Power.PROMOTIONS_MANAGE)
    return page_of_one(_place(request, desk), promotion_id)


@require_POST
@at_desk
def promotion_turn(request: HttpRequest, desk: Desk, promotion_id: UUID) -> HttpResponse:
    return turned(request, _place(request, desk), promotion_id)


@require_POST
@at_desk
def promotion_joining(request: HttpRequest, desk: Desk, promotion_id: UUID) -> HttpResponse:
    if not any(one.id == promotion_id for one in market_promotions(desk.market.id).items):
        raise Http404
    is_joined = request.POST.get("join") == "1"
    join_promotion(
        actor=desk.actor,
        seller_id=desk.seller_id,
        promotion_id=promotion_id,
        is_joined=is_joined,
    )
    said = _("You are part of it.") if is_joined else _("You are no longer part of it.")
    return see_other(_here(), said)


def _here() -> str:
    return local("/hub/promotions")


def _place(request: HttpRequest, desk: Desk) -> Place:
    def draw(template: str, context: dict, status: int) -> HttpResponse:
        return hub_page(request, desk, template, context, status=status)

    market = desk.market
    writing = Writing(
        market.id,
        market.currency,
        zone_of(market.country),
        _goods(desk.seller_id),
        CATALOGUE.brand_called,
        groups=tuple(groups_for_shops(market.id)),
    )
    return Place(
        _here(),
        desk.actor,
        desk.seller_id,
        timezone.localdate(),
        draw,
        writing,
        CATALOGUE,
        PROMOTIONS,
        asked_part(request),
    )


def _goods(seller_id: UUID) -> Goods:
    """What the shop offers, paused goods too; several offers may be of one product."""

    def by_sku(typed: str) -> UUID | None:
        row = offers_by_sku(seller_id, [typed]).get(typed.lower())
        return row.product_id if row else None

    def search(text: str) -> list[Pickable]:
        found: dict[UUID, Pickable] = {}
        for row in seller_offers(seller_id, text=text, size=ENOUGH).items:
            asked = price(row.price)
            note = format_html("{} · {}", asked, code(row.sku)) if row.sku else asked
            names = row.name_ar, row.name_en
            found.setdefault(row.product_id, Pickable(row.product_id, *names, row.picture, note))
        return list(found.values())

    return Goods(by_sku, search, CATALOGUE.known_products)


def _is_offered(one: Promotion) -> bool:
    return one.state is PromotionState.ACTIVE and one.terms.market_bp < ALL_OF_IT


def _offer(one: Promotion, desk: Desk) -> dict:
    return row_of(one, None, desk.market.currency) | {
        "part": f"{(ALL_OF_IT - one.terms.market_bp) / 100:g}",
        "is_joined": desk.seller_id in one.joined,
    }
