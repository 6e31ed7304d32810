"""A shop's promotions: the list, a new one, one whole; and those of the market to join."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.catalogue.queries import brands, categories, names_of
from tijara.domains.groups.queries import groups_for_shops
from tijara.domains.markets.queries import zone_of
from tijara.domains.offers.queries import seller_offers
from tijara.domains.promotions.actions import (
    CodeTaken,
    PromotionInvalid,
    PromotionMovedOn,
    TooManyPromotions,
    join_promotion,
    save_promotion,
    turn_promotion,
)
from tijara.domains.promotions.queries import (
    example_of,
    figures,
    market_promotions,
    promotion,
    seller_promotions,
)
from tijara.domains.promotions.shapes import Promotion, PromotionState
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.powers import Power
from tijara.ui.desks.promotion_form import Desk as Writing
from tijara.ui.desks.promotion_form import draft_of, new_form, typed_form
from tijara.ui.desks.promotions import (
    Place,
    asks_reading,
    form_page,
    kind_of,
    kinds_page,
    names_of_goods,
    row_of,
    whole_page,
)
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import sentence_of

ALL_OF_IT = 10_000
MOVES = {"pause", "resume", "end"}


@require_safe
@at_desk
def promotions(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.PROMOTIONS_MANAGE)
    found = seller_promotions(desk.seller_id, page=page_number(request))
    offered = [one for one in market_promotions(desk.market.id).items if _is_offered(one)]
    told = figures([one.id for one in found.items], desk.market.currency)
    context = {
        "here": _here(),
        "rows": [row_of(one, told.get(one.id), desk.market.currency) for one in found.items],
        "page": found,
        "about": _("What you take off your prices, for whom and how long. You pay for it."),
        "offered": [_offer(one, desk) for one in offered],
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
    """Looked at as often as one likes; started once it is right."""
    desk.must(Power.PROMOTIONS_MANAGE)
    wanted, place = kind_of(kind), _place(request, desk)
    if wanted is None:
        raise Http404
    departments = [(node.path, named(node)) for node in categories()]
    if request.method != "POST":
        return form_page(place, new_form(wanted, timezone.localdate()), departments)
    form = typed_form(wanted, request.POST)
    draft = draft_of(form, _writing(desk))
    if draft is None:
        return form_page(place, form, departments)
    if place.is_reading or request.POST.get("act") != "save":
        example = example_of(draft, place.currency)
        return form_page(place, form, departments, draft=draft, example=example)
    try:
        made = save_promotion(actor=desk.actor, owner_id=desk.seller_id, draft=draft)
    except PromotionInvalid as refused:
        form.refuse(refused.fields)
        return form_page(place, form, departments)
    except (CodeTaken, TooManyPromotions) as refused:
        return form_page(place, form, departments, refused=sentence_of(refused))
    return see_other(f"{_here()}/{made}", _("It is on. Shelves show it within a minute."))


@require_safe
@at_desk
def promotion_page(request: HttpRequest, desk: Desk, promotion_id: UUID) -> HttpResponse:
    desk.must(Power.PROMOTIONS_MANAGE)
    told = promotion(desk.seller_id, promotion_id)
    if told is None:
        raise Http404
    found = figures([told.id], desk.market.currency).get(told.id)
    return whole_page(_place(request, desk), told, found, names_of_goods(told, _names(told)))


@require_POST
@at_desk
def promotion_turn(request: HttpRequest, desk: Desk, promotion_id: UUID) -> HttpResponse:
    move, here = request.POST.get("move", ""), f"{_here()}/{promotion_id}"
    if move not in MOVES or promotion(desk.seller_id, promotion_id) is None:
        raise Http404
    try:
        turn_promotion(
            actor=desk.actor, owner_id=desk.seller_id, promotion_id=promotion_id, move=move
        )
    except PromotionMovedOn as refused:
        return see_other(here, sentence_of(refused), "warn")
    return see_other(here, _("Done. Shelves show it within a minute."))


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

    return Place(
        _here(),
        desk.market.currency,
        draw,
        is_reading=asks_reading(request),
        groups=tuple(groups_for_shops(desk.market.id)),
    )


def _writing(desk: Desk) -> Writing:
    """How goods are found among the shop's own."""

    def product(sku: str) -> UUID | None:
        rows = seller_offers(desk.seller_id, text=sku, size=20).items
        return next((row.product_id for row in rows if row.sku.lower() == sku.lower()), None)

    def brand(name: str) -> UUID | None:
        rows = brands(text=name, size=20).items
        return next((row.id for row in rows if name in (row.name_ar, row.name_en)), None)

    market = desk.market
    return Writing(
        market.id,
        market.currency,
        zone_of(market.country),
        product,
        brand,
        groups=tuple(groups_for_shops(market.id)),
    )


def _names(told: Promotion) -> dict[UUID | str, str]:
    found = names_of(told.terms.scope.products)
    departments: dict[UUID | str, str] = {node.path: named(node) for node in categories()}
    return departments | {id: named(one) for id, one in found.items()}


def _is_offered(one: Promotion) -> bool:
    return one.state is PromotionState.ACTIVE and one.terms.market_bp < ALL_OF_IT


def _offer(one: Promotion, desk: Desk) -> dict:
    return row_of(one, None, desk.market.currency) | {
        "part": f"{(ALL_OF_IT - one.terms.market_bp) / 100:g}",
        "is_joined": desk.seller_id in one.joined,
    }
