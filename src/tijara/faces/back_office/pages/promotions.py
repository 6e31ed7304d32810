"""Promotions of the market itself: what they cost it, and what shops bear."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.catalogue.queries import brands, categories, find_products, names_of
from tijara.domains.groups.queries import groups_in
from tijara.domains.markets.queries import zone_of
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.promotions.actions import (
    CodeTaken,
    PromotionInvalid,
    PromotionMovedOn,
    TooManyPromotions,
    save_promotion,
    turn_promotion,
)
from tijara.domains.promotions.queries import example_of, figures, market_promotions, promotion
from tijara.domains.promotions.shapes import Promotion
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.pages.banners import known_market
from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.ui.desks.promotion_form import Desk, draft_of, new_form, typed_form
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

MOVES = {"pause", "resume", "end"}


@require_safe
@in_office
def promotions(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    found = market_promotions(known.id, page=page_number(request))
    told = figures([one.id for one in found.items], known.currency)
    context = {
        "here": _here(slug),
        "above": {"href": local(f"/office/markets/{slug}"), "text": named(known)},
        "rows": [row_of(one, told.get(one.id), known.currency) for one in found.items],
        "page": found,
        "about": _("What the market gives. Its part is its expense; shops are paid as before."),
    }
    return office_page(request, "ui/desks/promotions.html", context)


@require_safe
@in_office
def promotion_kinds(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    return kinds_page(_place(request, known_market(slug)))


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def promotion_new(request: HttpRequest, actor: Actor, slug: str, kind: str) -> HttpResponse:
    """Looked at as often as one likes; started once it is right."""
    known, wanted = known_market(slug), kind_of(kind)
    if wanted is None:
        raise Http404
    place, departments = _place(request, known), [(one.path, named(one)) for one in categories()]
    if request.method != "POST":
        today = timezone.localdate(timezone=zone_of(known.country))
        return form_page(place, new_form(wanted, today), departments)
    form = typed_form(wanted, request.POST)
    draft = draft_of(form, _desk(known))
    if draft is None:
        return form_page(place, form, departments)
    if place.is_reading or request.POST.get("act") != "save":
        example = example_of(draft, place.currency)
        return form_page(place, form, departments, draft=draft, example=example)
    try:
        made = save_promotion(actor=actor, owner_id=OPERATOR_ID, draft=draft)
    except PromotionInvalid as refused:
        form.refuse(refused.fields)
        return form_page(place, form, departments)
    except (CodeTaken, TooManyPromotions) as refused:
        return form_page(place, form, departments, refused=sentence_of(refused))
    return see_other(f"{_here(slug)}/{made}", _("It is on. Shelves show it within a minute."))


@require_safe
@in_office
def promotion_page(
    request: HttpRequest, actor: Actor, slug: str, promotion_id: UUID
) -> HttpResponse:
    known = known_market(slug)
    told = _found(known, promotion_id)
    found = figures([told.id], known.currency).get(told.id)
    return whole_page(_place(request, known), told, found, names_of_goods(told, _names(told)))


@require_POST
@in_office
def promotion_turn(
    request: HttpRequest, actor: Actor, slug: str, promotion_id: UUID
) -> HttpResponse:
    move, here = request.POST.get("move", ""), f"{_here(slug)}/{promotion_id}"
    _found(known_market(slug), promotion_id)
    if move not in MOVES:
        raise Http404
    try:
        turn_promotion(actor=actor, owner_id=OPERATOR_ID, promotion_id=promotion_id, move=move)
    except PromotionMovedOn as refused:
        return see_other(here, sentence_of(refused), "warn")
    return see_other(here, _("Done. Shelves show it within a minute."))


def _here(slug: str) -> str:
    return local(f"/office/markets/{slug}/promotions")


def _found(known: MarketPolicy, promotion_id: UUID) -> Promotion:
    told = promotion(OPERATOR_ID, promotion_id)
    if told is None or told.market_id != known.id:
        raise Http404
    return told


def _place(request: HttpRequest, known: MarketPolicy) -> Place:
    def draw(template: str, context: dict, status: int) -> HttpResponse:
        return office_page(request, template, context, status=status)

    return Place(
        _here(known.slug),
        known.currency,
        draw,
        is_market=True,
        is_reading=asks_reading(request),
        groups=tuple(groups_in(known.id)),
    )


def _desk(known: MarketPolicy) -> Desk:
    """How goods are found in the whole catalogue."""

    def product(sku: str) -> UUID | None:
        rows = find_products(text=sku, size=2).items
        return rows[0].id if len(rows) == 1 else None

    def brand(name: str) -> UUID | None:
        rows = brands(text=name, size=20).items
        return next((row.id for row in rows if name in (row.name_ar, row.name_en)), None)

    return Desk(
        known.id,
        known.currency,
        zone_of(known.country),
        product,
        brand,
        is_market=True,
        groups=tuple(groups_in(known.id)),
    )


def _names(told: Promotion) -> dict[UUID | str, str]:
    found = names_of(told.terms.scope.products)
    departments: dict[UUID | str, str] = {node.path: named(node) for node in categories()}
    return departments | {id: named(one) for id, one in found.items()}
