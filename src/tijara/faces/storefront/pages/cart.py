"""The cart: what was picked, from whom, what it comes to, and what changed meanwhile."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.carts.actions import CartFull, empty_cart, put_in_cart, set_quantity
from tijara.domains.checkout.queries import basket, picked_in
from tijara.domains.checkout.shapes import Basket, Wishes
from tijara.domains.payments.shapes import PaymentMethod
from tijara.faces.storefront.baskets import (
    has_lost,
    lost_lines,
    shown_sellers,
    taxes_of_basket,
)
from tijara.faces.storefront.buyers import as_actor, known_buyer, known_person, remember
from tijara.faces.storefront.checkout_ids import started_checkout
from tijara.faces.storefront.company_form import known_company
from tijara.faces.storefront.countries import (
    abroad,
    chosen_country,
    countries_here,
    keep_country,
)
from tijara.faces.storefront.coupons import coupons_of, coupons_said, keep_coupons
from tijara.faces.storefront.frame import asked_part, page, part, see_other
from tijara.faces.storefront.here import here, sellers_here, today
from tijara.faces.storefront.pace import PICKING, pace
from tijara.faces.storefront.payments import unpaid_here
from tijara.faces.storefront.points import points_at_basket
from tijara.faces.storefront.typed import read_id, read_minor, read_quantity
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.refusal import Invalid
from tijara.ui.readers import cart_label
from tijara.ui.visitors import show_pieces
from tijara.ui.whys import whys_of_basket

ADDED = _("Added to your cart.")
TAKEN_BACK = _("Taken out of your cart again.")
QUANTITY = _("That quantity can’t be ordered. Write a whole number, 1 or more.")
UNAVAILABLE = _("That can’t be bought just now, so your cart is as it was.")
FULL = _("Your cart is full. Order what is in it first, then add more.")


@require_http_methods(["GET", "HEAD", "POST"])
def cart(request: HttpRequest) -> HttpResponse:
    return _put(request) if request.method == "POST" else _show(request)


@require_POST
def cart_line(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """Another number of the same; 0 takes it out. A button's `to` goes before the field."""
    buyer_id = known_buyer(request)
    if buyer_id is None:
        return see_other("cart")
    quantity = read_quantity(request.POST.get("to") or request.POST.get("quantity", ""))
    if quantity is None:
        return _refuse(request, QUANTITY)
    pace(PICKING, buyer_id)
    try:
        set_quantity(
            actor=as_actor(buyer_id), buyer_id=buyer_id, offer_id=offer_id, quantity=quantity
        )
    except Invalid:
        return _refuse(request, QUANTITY)
    if asked_part(request) == "drawer":
        return _drawer(request, buyer_id, TAKEN_BACK)
    return see_other("cart")


@require_POST
def cart_code(request: HttpRequest) -> HttpResponse:
    """A code is put to the cart, or taken off it; the cart says what became of it."""
    buyer_id = known_buyer(request)
    if buyer_id is None:
        return see_other("cart")
    pace(PICKING, buyer_id)
    coupons = coupons_said(request)
    response = see_other("cart", say=coupons.refusal or "", tone="warn")
    keep_coupons(request, response, coupons)
    return response


@require_POST
def cart_country(request: HttpRequest) -> HttpResponse:
    """Another country is chosen: prices, taxes and deliveries are those of it from now on."""
    response = see_other("cart")
    keep_country(request, response, request.POST.get("country", ""))
    return response


@require_POST
def tidying(request: HttpRequest) -> HttpResponse:
    """Take out what no shop offers any more."""
    buyer_id = known_buyer(request)
    if buyer_id is not None:
        gone = lost_lines(_basket_of(request, buyer_id), picked_in(buyer_id, here()))
        empty_cart(actor=as_actor(buyer_id), buyer_id=buyer_id, offer_ids=gone)
    return see_other("cart")


def _show(request: HttpRequest) -> HttpResponse:
    buyer_id = known_buyer(request)
    picked = _basket_of(request, buyer_id, started_checkout(request)) if buyer_id else None
    pieces = picked.pieces if picked else 0
    response = page(
        request,
        "cart",
        {
            "basket": picked,
            "sellers": shown_sellers(picked) if picked else (),
            "has_lost": picked and has_lost(picked),
            "taxes": taxes_of_basket(picked.taxes, here()) if picked else None,
            "whys": whys_of_basket(picked) if picked else (),
            "takes_cash": PaymentMethod.CASH_ON_DELIVERY in here().payment_methods,
            "cash_fee": Money(here().cash_on_delivery_fee_minor, here().currency),
            "cart_count": pieces,
            "waiting": unpaid_here(request),
            "points_here": points_at_basket(request, buyer_id, picked),
            "countries": countries_here(),
            "country": chosen_country(request),
            "to_country": abroad(chosen_country(request)),
        },
        is_private=True,
    )
    show_pieces(request, response, pieces)
    return response


def _put(request: HttpRequest) -> HttpResponse:
    given = request.POST
    seller_id, offer_id = read_id(given.get("seller_id", "")), read_id(given.get("offer_id", ""))
    quantity = read_quantity(given.get("quantity", "1"))
    seen = read_minor(given.get("seen_minor", ""))
    if not quantity:
        return _refuse(request, QUANTITY)
    if seller_id is None or offer_id is None or seen is None or not sellers_here([seller_id]):
        return _refuse(request, UNAVAILABLE)
    buyer_id = known_buyer(request) or new_id()
    pace(PICKING, buyer_id)
    try:
        put_in_cart(
            actor=as_actor(buyer_id),
            buyer_id=buyer_id,
            seller_id=seller_id,
            offer_id=offer_id,
            quantity=quantity,
            seen_minor=seen,
        )
    except Invalid:
        return _refuse(request, QUANTITY)
    except CartFull:
        return _refuse(request, FULL)
    response = _after_putting(request, buyer_id, offer_id, quantity)
    remember(request, response, buyer_id)
    return response


def _after_putting(
    request: HttpRequest, buyer_id: UUID, offer_id: UUID, quantity: int
) -> HttpResponse:
    if request.POST.get("next") == "checkout":
        return see_other("checkout")
    if asked_part(request) == "drawer":
        return _drawer(request, buyer_id, ADDED, offer_id=offer_id, added=quantity)
    return see_other("cart", say=ADDED)


def _refuse(request: HttpRequest, why: Promise) -> HttpResponse:
    """The cart as it was, and why: on its page, or beside the page that a script stays on."""
    if asked_part(request) == "drawer":
        return _drawer(request, known_buyer(request), why, is_refused=True)
    return see_other("cart", say=why, tone="warn")


def _drawer(
    request: HttpRequest,
    buyer_id: UUID | None,
    said: Promise,
    *,
    offer_id: UUID | None = None,
    added: int = 0,
    is_refused: bool = False,
) -> HttpResponse:
    """What was put in and what the cart comes to now, beside the page that it was put in from."""
    picked = _basket_of(request, buyer_id, started_checkout(request)) if buyer_id else None
    sellers = shown_sellers(picked) if picked else []
    pieces = picked.pieces if picked else 0
    of_it = [(one, line) for one in sellers for line in one.part.lines if line.offer_id == offer_id]
    seller, line = of_it[0] if of_it else (None, None)
    told = {
        "said": said,
        "is_refused": is_refused,
        "basket": picked,
        "taxes": taxes_of_basket(picked.taxes, here()) if picked else None,
        "pieces": pieces,
        "cart_label": cart_label(pieces),
        "seller": seller,
        "line": line,
        "added": added,
        "before": max(line.quantity - added, 0) if line else 0,
    }
    response = part(request, "drawer", told, is_private=True)
    show_pieces(request, response, pieces)
    return response


def _basket_of(request: HttpRequest, buyer_id: UUID, checkout_id: UUID | None = None) -> Basket:
    """With the codes that he has typed; at the prices of his company, if his account knows one."""
    coupons = coupons_of(request)
    return basket(
        buyer_id=buyer_id,
        market=here(),
        payment_method=None,
        on=today(),
        checkout_id=checkout_id,
        wishes=Wishes(
            person_id=known_person(request),
            company=known_company(request, buyer_id).priced_for(),
            codes=coupons.codes,
            without=coupons.without,
            country=abroad(chosen_country(request)),
        ),
    )
