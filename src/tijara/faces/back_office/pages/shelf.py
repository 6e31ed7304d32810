"""One shelf of a market's front page: put up, changed, moved, filled by hand, taken down."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.catalogue.queries import names_of
from tijara.domains.content.actions import (
    LastShelf,
    ProductUnknown,
    ShelfFull,
    ShelfInvalid,
    ShelfUnknown,
    TooManyShelves,
    move_shelf,
    pick_product,
    put_product_back,
    put_up_shelf,
    take_down_shelf,
)
from tijara.domains.content.queries import shelf as find_shelf
from tijara.domains.content.shapes import MOST_PICKED, Shelf, ShelfDraft, ShelfSource
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.search.queries import cards
from tijara.domains.search.queries import shelf as find_goods
from tijara.faces.back_office.market_parts import known_market
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.shelf_form import (
    PLACES,
    SOURCES,
    ShelfForm,
    name_of,
    place_choices,
    read_shelf,
    read_source,
    shelf_form,
)
from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.platform.pictures.keeping import PictureUnfit
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.refusal_texts import picture_sentence, sentence_of

LONGEST_TEXT = 60
FOUND = 8


@require_safe
@in_office
def shelf_new(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    """First where its goods come from, then what that asks. It has its id before it is there: a
    form that is sent twice puts up one."""
    known = known_market(slug)
    source = read_source(request.GET.get("source", ""))
    if source is None:
        told = [(code, *words) for code, words in SOURCES.items()]
        return office_page(request, "shelf_new", {"known": known, "sources": told})
    return _page(request, known, new_id(), None, shelf_form(source))


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def shelf(request: HttpRequest, actor: Actor, slug: str, shelf_id: UUID) -> HttpResponse:
    known = known_market(slug)
    kept = find_shelf(known.id, shelf_id)
    source = kept.source if kept else read_source(request.POST.get("source", ""))
    if source is None:
        raise Http404
    if request.method != "POST":
        return _page(request, known, shelf_id, kept, shelf_form(source, kept))
    draft, form = read_shelf(request.POST, source)
    try:
        if draft is None or not _put_up(request, actor, known, shelf_id, draft, form):
            return _page(request, known, shelf_id, kept, form)
    except (ShelfUnknown, TooManyShelves) as refusal:
        return see_other(_list(slug), sentence_of(refusal), "warn")
    if kept is None and source is ShelfSource.PICKED:
        return see_other(
            _address(slug, shelf_id), _("The shelf is up. Now pick what stands on it.")
        )
    return see_other(_list(slug), _("Saved. The front page shows it within seconds."))


def _put_up(
    request: HttpRequest,
    actor: Actor,
    known: MarketPolicy,
    shelf_id: UUID,
    draft: ShelfDraft,
    form: ShelfForm,
) -> bool:
    """False: the form says what is wrong."""
    try:
        put_up_shelf(
            actor=actor,
            market_id=known.id,
            shelf_id=shelf_id,
            draft=draft,
            picture=request.FILES.get("picture"),
            artwork="" if "no_picture" in request.POST else None,
        )
    except ShelfInvalid as refusal:
        form.refuse(refusal.fields)
    except (FileTooLarge, FileNotAccepted, PictureUnfit) as refusal:
        form.errors["picture"] = picture_sentence(refusal)
    return not form.errors


@require_POST
@in_office
def shelf_place(request: HttpRequest, actor: Actor, slug: str, shelf_id: UUID) -> HttpResponse:
    try:
        move_shelf(
            actor=actor,
            market_id=known_market(slug).id,
            shelf_id=shelf_id,
            place=_place(request),
        )
    except ShelfUnknown as refusal:
        return see_other(_list(slug), sentence_of(refusal), "warn")
    return see_other(f"{_list(slug)}#shelf-{shelf_id}")


@require_POST
@in_office
def shelf_removal(request: HttpRequest, actor: Actor, slug: str, shelf_id: UUID) -> HttpResponse:
    try:
        take_down_shelf(actor=actor, market_id=known_market(slug).id, shelf_id=shelf_id)
    except LastShelf as refusal:
        return see_other(_address(slug, shelf_id), sentence_of(refusal), "warn")
    return see_other(_list(slug), pgettext("shelf", "It is taken down."))


@require_POST
@in_office
def shelf_product(request: HttpRequest, actor: Actor, slug: str, shelf_id: UUID) -> HttpResponse:
    """A product comes onto the shelf, or to another place of it; or it goes (`back`)."""
    known, product_id = known_market(slug), read_id(request.POST.get("product", ""))
    try:
        if product_id is None:
            raise ProductUnknown()
        if "back" in request.POST:
            put_product_back(
                actor=actor, market_id=known.id, shelf_id=shelf_id, product_id=product_id
            )
        else:
            pick_product(
                actor=actor,
                market_id=known.id,
                shelf_id=shelf_id,
                product_id=product_id,
                place=_place(request),
            )
    except ShelfUnknown as refusal:
        return see_other(_list(slug), sentence_of(refusal), "warn")
    except (ProductUnknown, ShelfFull) as refusal:
        return see_other(f"{_address(slug, shelf_id)}#picked", sentence_of(refusal), "warn")
    return see_other(f"{_address(slug, shelf_id)}#picked")


def _page(
    request: HttpRequest, known: MarketPolicy, shelf_id: UUID, kept: Shelf | None, form: ShelfForm
) -> HttpResponse:
    title, told, mark = SOURCES[form.source]
    context = {
        "known": known,
        "shelf_id": shelf_id,
        "kept": kept,
        "name": name_of(known, kept) if kept else "",
        "form": form,
        "title": title,
        "told": told,
        "mark": mark,
        "place_label": PLACES.get(form.source, ""),
        "places": place_choices(known, form.source, form.values["place"]),
        "needs_heading": form.source is ShelfSource.PICKED,
        **(_picking(request, known, kept) if kept else {}),
    }
    return office_page(request, "shelf", context, status=422 if form.errors else 200)


def _picking(request: HttpRequest, known: MarketPolicy, kept: Shelf) -> dict:
    """What stands on a shelf that is filled by hand, and what was looked for to put there."""
    if kept.source is not ShelfSource.PICKED:
        return {}
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    found = find_goods(known.id, text=text, size=FOUND).items if text else []
    return {
        "is_picked": True,
        "picked": _picked(known, kept),
        "most": MOST_PICKED,
        "query": text,
        "found": [(card, card.product_id in kept.products) for card in found],
    }


def _picked(known: MarketPolicy, kept: Shelf) -> list[dict]:
    """In their order. What can't be bought now stays picked, and says so."""
    names = names_of(kept.products)
    shown = {card.product_id: card for card in cards(kept.products, known.id)}
    return [
        {
            "id": product_id,
            "product": names[product_id],
            "price": card.price if card else None,
            "is_shown": bool(card and card.in_stock),
        }
        for product_id in kept.products
        if product_id in names
        for card in [shown.get(product_id)]
    ]


def _place(request: HttpRequest) -> int:
    typed = request.POST.get("place", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 4 else MOST_PICKED


def _list(slug: str) -> str:
    return local(f"/office/markets/{slug}/banners")


def _address(slug: str, shelf_id: UUID) -> str:
    return local(f"/office/markets/{slug}/shelves/{shelf_id}")
