"""What one keeps for later: a list, hearts on cards, and the way into the cart."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.awaiting.queries import waits_of
from tijara.domains.carts.actions import CartFull, put_in_cart
from tijara.domains.catalogue.queries import product_page
from tijara.domains.favourites.actions import drop_favourite, keep_favourite
from tijara.domains.favourites.queries import favourites_of
from tijara.domains.search.queries import cards
from tijara.domains.search.shapes import ProductCard
from tijara.faces.storefront.buyers import as_actor, known_buyer, remember
from tijara.faces.storefront.frame import PART, asked_part, page, see_other
from tijara.faces.storefront.here import here
from tijara.faces.storefront.own import waiters
from tijara.faces.storefront.pace import PICKING, pace
from tijara.faces.storefront.rated import ratings_on
from tijara.kit.ids import new_id
from tijara.ui.visitors import is_signed_in, show_hearts

LONGEST_SLUG = 200
HEARTS = "hearts"
KEPT = _("Kept for later.")
DROPPED = _("Taken out of your favourites.")
MOVED = _("It is in your cart now.")
GONE = _("It can’t be bought just now, so it stays here.")
FULL = _("Your cart is full. Order what is in it first, then add more.")


@require_http_methods(["GET", "HEAD", "POST"])
def favourites(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _change(request)
    buyer_id = known_buyer(request)
    if asked_part(request) == HEARTS:
        return _hearts(buyer_id)
    kept = _cards(buyer_id)
    told = {
        "cards": kept,
        "ratings": ratings_on(kept),
        "waited": _waited(request, kept),
        "is_member": is_signed_in(request),
    }
    return page(request, "favourites", told, is_private=True)


@require_POST
def to_cart(request: HttpRequest) -> HttpResponse:
    """One of what is kept goes into the cart at today's price, and is kept no longer."""
    buyer_id = known_buyer(request)
    slug = request.POST.get("product", "")[:LONGEST_SLUG]
    card = next((one for one in _cards(buyer_id) if one.slug == slug), None)
    if buyer_id is None or card is None or not card.in_stock:
        return see_other("favourites", say=GONE, tone="warn")
    pace(PICKING, buyer_id)
    try:
        put_in_cart(
            actor=as_actor(buyer_id),
            buyer_id=buyer_id,
            seller_id=card.seller_id,
            offer_id=card.offer_id,
            quantity=1,
            seen_minor=card.price.minor,
        )
    except CartFull:
        return see_other("favourites", say=FULL, tone="warn")
    drop_favourite(actor=as_actor(buyer_id), buyer_id=buyer_id, product_id=card.product_id)
    response = see_other("cart", say=MOVED)
    show_hearts(response)
    return response


def _change(request: HttpRequest) -> HttpResponse:
    """`keep` or `drop` names a product by its address. One that is gone changes nothing."""
    keeps = "keep" in request.POST
    slug = request.POST.get("keep" if keeps else "drop", "")[:LONGEST_SLUG]
    found = product_page(slug)
    buyer_id = known_buyer(request) or new_id()
    pace(PICKING, buyer_id)
    if found is not None:
        act = keep_favourite if keeps else drop_favourite
        act(actor=as_actor(buyer_id), buyer_id=buyer_id, product_id=found.id)
    if asked_part(request) == HEARTS:
        response: HttpResponse = _hearts(buyer_id)
    else:
        response = see_other("favourites", say=KEPT if keeps else DROPPED)
    show_hearts(response)
    remember(request, response, buyer_id)
    return response


def _hearts(buyer_id: UUID | None) -> JsonResponse:
    response = JsonResponse({"slugs": [card.slug for card in _cards(buyer_id)]})
    response["Cache-Control"], response[PART] = "private, no-store", HEARTS
    return response


def _waited(request: HttpRequest, kept: list[ProductCard]) -> set[UUID]:
    """Those of a member's that he waits for."""
    buyer_id = known_buyer(request) if is_signed_in(request) else None
    if buyer_id is None or all(card.in_stock for card in kept):
        return set()
    return {one.product_id for one in waits_of(waiters(request, buyer_id), here().id)}


def _cards(buyer_id: UUID | None) -> list[ProductCard]:
    """Of this market; what stands on no shelf just now is kept, and not shown."""
    kept = favourites_of(buyer_id) if buyer_id else []
    return cards(kept, here().id) if kept else []
