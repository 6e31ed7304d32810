"""What somebody will order when it is his turn: made ready while he waits, bought by one press."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from tijara.domains.checkout.actions import (
    AddressInvalid,
    CashNotForThisPhone,
    NoLongerSold,
    PaymentNotPossible,
)
from tijara.domains.checkout.queries import agreed_basket
from tijara.domains.checkout.shapes import AgreedLine, Basket, Confirmation, Wishes
from tijara.domains.flash_sales.actions import NoSuchPlace, prepare_place
from tijara.domains.flash_sales.queries import prepared_address
from tijara.domains.flash_sales.shapes import PlaceState, PlaceView, SaleView
from tijara.domains.orders.shapes import PriceReason, ReasonKind
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.stores.shapes import StoreCard
from tijara.faces.storefront.address_fields import address_fields
from tijara.faces.storefront.address_form import AddressForm, read_address
from tijara.faces.storefront.buyers import known_buyer, known_person
from tijara.faces.storefront.flash_passes import keep_pass
from tijara.faces.storefront.flash_places import buyer_actor, place_at, sale_at, shown_items
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.here import here, today
from tijara.faces.storefront.known_addresses import book_of, first_form, keep_address
from tijara.faces.storefront.pace import CONFIRMING, pace
from tijara.faces.storefront.pay_words import NOT_NOW, REFUSED, WAYS
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.visitors import is_signed_in

TAKEN = (PaymentMethod.CASH_ON_DELIVERY, PaymentMethod.CARD)
OPEN = (PlaceState.WAITING, PlaceState.TURN)


@dataclass(frozen=True, slots=True)
class At:
    """Where one is."""

    store: StoreCard
    sale: SaleView
    place: PlaceView


@require_http_methods(["GET", "HEAD", "POST"])
def flash_order(request: HttpRequest, slug: str, sale_id: UUID) -> HttpResponse:
    store, sale = sale_at(slug, sale_id)
    place = place_at(request, sale)
    if place is None or place.state not in OPEN:
        return see_other("flash_sale", slug, sale_id)
    if request.method == "POST":
        return _posted(request, store, sale, place)
    form = _first(request, place)
    return _show(request, At(store, sale, place), form, place.payment_method)


def _first(request: HttpRequest, place: PlaceView) -> AddressForm:
    """What he has told before; else what his book or his account knows."""
    country = here().country
    told = prepared_address(place.seller_id, place.id)
    if told is not None:
        form = AddressForm(country)
        form.values = {name: getattr(told, name) for name in form.values}
        return form
    buyer_id = known_buyer(request) or place.buyer_id
    return first_form(request, book_of(request, buyer_id, {country}), {country})


def _posted(
    request: HttpRequest, store: StoreCard, sale: SaleView, place: PlaceView
) -> HttpResponse:
    pace(CONFIRMING, place.buyer_id)
    form = read_address(request.POST)
    method = request.POST.get("payment", "")
    try:
        prepare_place(
            actor=buyer_actor(request, place.buyer_id),
            buyer_id=place.buyer_id,
            seller_id=sale.seller_id,
            place_id=place.id,
            market=here(),
            on=today(),
            said=Confirmation(
                checkout_id=place.checkout_id,
                address=form.address(),
                payment_method=method if method in TAKEN else "",
                language=get_language() or "ar",
                seen="",
                person_id=known_person(request),
            ),
        )
    except NoSuchPlace:
        return see_other("flash_sale", store.slug, sale.id)
    except AddressInvalid as refused:
        form.refuse(refused.fields)
        return _show(request, At(store, sale, place), form, method, status=422)
    except (CashNotForThisPhone, NoLongerSold, PaymentNotPossible) as refused:
        notice = sentence_of(refused)
        return _show(request, At(store, sale, place), form, method, notice=notice, status=409)
    keep_address(request, known_buyer(request) or place.buyer_id, form)
    return see_other("flash_sale", store.slug, sale.id)


def _show(
    request: HttpRequest,
    at: At,
    form: AddressForm,
    method: str,
    *,
    notice: str | Promise = "",
    status: int = 200,
) -> HttpResponse:
    store, sale, place = at.store, at.sale, at.place
    cart = _basket(request, sale, place, form)
    shown = next((one for one in shown_items(sale) if one.item.id == place.item_id), None)
    if cart is None or shown is None:
        return see_other("flash_sale", store.slug, sale.id)
    response = page(
        request,
        "flash_order",
        {
            "store": store,
            "sale": sale,
            "place": place,
            "shown": shown,
            "basket": cart,
            "ways": _ways(cart, method),
            "form": form,
            "faults": len(form.errors),
            "notice": notice,
            "address_fields": address_fields(form, is_carried=not cart.is_digital),
            "may_keep_address": is_signed_in(request),
        },
        status=status,
        is_private=True,
    )
    keep_pass(request, response, place)
    return response


def _basket(
    request: HttpRequest, sale: SaleView, place: PlaceView, form: AddressForm
) -> Basket | None:
    item = next(one for one in sale.items if one.id == place.item_id)
    reason = PriceReason(
        ReasonKind.FLASH_SALE, sale.id, sale.seller_id, 0, sale.name_ar, sale.name_en, sale.name_fr
    )
    return agreed_basket(
        buyer_id=place.buyer_id,
        market=here(),
        agreed=AgreedLine(sale.seller_id, item.offer_id, place.quantity, item.price, reason),
        payment_method=None,
        on=today(),
        wishes=Wishes(
            form.values.get("city", ""),
            person_id=known_person(request),
            phone=form.values.get("phone", ""),
        ),
    )


def _ways(cart: Basket, wanted: str) -> list[dict]:
    ways = [way for way in cart.ways if way.method in TAKEN]
    is_open = [way.method for way in ways if not way.refused_because and not way.deposit]
    chosen = wanted if wanted in is_open else next(iter(is_open), "")
    return [
        {
            "code": way.method.value,
            "name": WAYS[way.method],
            "fee": way.fee,
            "total": way.total,
            "refused": "" if way.method in is_open else REFUSED.get(way.refused_because, NOT_NOW),
            "is_chosen": way.method == chosen,
        }
        for way in ways
    ]
