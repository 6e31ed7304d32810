"""Promotions of the market itself: what they cost it, and what shops bear."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.catalogue.queries import (
    brand_names,
    brands,
    categories,
    find_products,
    names_of,
)
from tijara.domains.groups.queries import groups_in
from tijara.domains.markets.queries import zone_of
from tijara.domains.promotions import actions as does
from tijara.domains.promotions import queries as tells
from tijara.domains.promotions.queries import figures, market_promotions, promotions_between
from tijara.faces.back_office.market_parts import known_market, market_page
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.ui.desks.goods_of import Catalogue
from tijara.ui.desks.goods_pick import FOUND, Goods, Pickable
from tijara.ui.desks.promotion_acts import page_of_change, page_of_new, page_of_one, turned
from tijara.ui.desks.promotion_calendar import calendar_of, span_of
from tijara.ui.desks.promotion_form import Desk
from tijara.ui.desks.promotions import Place, Promotions, asked_part, kinds_page, row_of
from tijara.ui.directions import page_number
from tijara.ui.language import local
from tijara.ui.pieces.words import named

CATALOGUE = Catalogue(names_of, brands, brand_names, categories)
PROMOTIONS = Promotions(
    promotion=tells.promotion,
    figures=tells.figures,
    example_of=tells.example_of,
    save_promotion=does.save_promotion,
    change_promotion=does.change_promotion,
    turn_promotion=does.turn_promotion,
)


@require_safe
@in_office
def promotions(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    found = market_promotions(known.id, page=page_number(request))
    told = figures([one.id for one in found.items], known.currency)
    zone = zone_of(known.country)
    span = span_of(request.GET.get("from", ""), timezone.localdate(timezone=zone), zone)
    shown = promotions_between(OPERATOR_ID, known.id, span.since, span.until)
    context = {
        "calendar": calendar_of(span, shown, now()),
        "here": _here(slug),
        "parts_label": _("Parts of this market"),
        "rows": [row_of(one, told.get(one.id), known.currency) for one in found.items],
        "page": found,
        "about": _("What the market gives. Its part is its expense; shops are paid as before."),
    }
    return market_page(request, "ui/desks/promotions.html", known, context)


@require_safe
@in_office
def promotion_kinds(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    return kinds_page(_place(request, actor, slug))


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def promotion_new(request: HttpRequest, actor: Actor, slug: str, kind: str) -> HttpResponse:
    return page_of_new(request, _place(request, actor, slug), kind)


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def promotion_change(
    request: HttpRequest, actor: Actor, slug: str, promotion_id: UUID
) -> HttpResponse:
    return page_of_change(request, _place(request, actor, slug), promotion_id)


@require_safe
@in_office
def promotion_page(
    request: HttpRequest, actor: Actor, slug: str, promotion_id: UUID
) -> HttpResponse:
    return page_of_one(_place(request, actor, slug), promotion_id)


@require_POST
@in_office
def promotion_turn(
    request: HttpRequest, actor: Actor, slug: str, promotion_id: UUID
) -> HttpResponse:
    return turned(request, _place(request, actor, slug), promotion_id)


def _here(slug: str) -> str:
    return local(f"/office/markets/{slug}/promotions")


def _place(request: HttpRequest, actor: Actor, slug: str) -> Place:
    def draw(template: str, context: dict, status: int) -> HttpResponse:
        return office_page(request, template, context, status=status)

    known = known_market(slug)
    zone = zone_of(known.country)
    writing = Desk(
        known.id,
        known.currency,
        zone,
        Goods(_by_sku, _search, CATALOGUE.known_products),
        CATALOGUE.brand_called,
        is_market=True,
        groups=tuple(groups_in(known.id)),
    )
    return Place(
        _here(slug),
        actor,
        OPERATOR_ID,
        timezone.localdate(timezone=zone),
        draw,
        writing,
        CATALOGUE,
        PROMOTIONS,
        asked_part(request),
    )


def _by_sku(typed: str) -> UUID | None:
    rows = find_products(text=typed, size=2).items
    return rows[0].id if len(rows) == 1 else None


def _search(text: str) -> list[Pickable]:
    """In the whole catalogue."""
    return [
        Pickable(row.id, row.name_ar, row.name_en, row.picture, named(row, "brand"))
        for row in find_products(text=text, size=FOUND).items
    ]
