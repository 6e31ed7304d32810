"""The checkout: one page, no account. A second press of the button finds the first one's orders."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from tijara.domains.checkout.actions import (
    AddressInvalid,
    BasketChanged,
    EmptyCart,
    PaymentNotPossible,
    hold_basket,
    place_checkout,
)
from tijara.domains.checkout.queries import basket, checkout_result
from tijara.domains.checkout.shapes import Confirmation
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.payments.queries import payment_options
from tijara.domains.payments.shapes import PaymentMethod, PaymentOption
from tijara.faces.storefront.address_fields import address_fields
from tijara.faces.storefront.address_form import AddressForm, read_address
from tijara.faces.storefront.baskets import shown_sellers
from tijara.faces.storefront.buyers import as_actor, known_buyer
from tijara.faces.storefront.checkout_ids import forget_started, keep_started, started_checkout
from tijara.faces.storefront.frame import page, see_other, show_pieces
from tijara.faces.storefront.here import here, today
from tijara.faces.storefront.pace import CONFIRMING, may_hold, pace
from tijara.faces.storefront.typed import read_id, read_minor
from tijara.kit.ids import new_id
from tijara.kit.money import Money

CHANGED = _("The total has changed and nothing was ordered yet. Look at it, then confirm.")
NO_PAYMENT = _("This order can’t be paid in cash. Nothing was ordered.")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One showing of the form. Its id is the key that makes the order happen once."""

    checkout_id: UUID
    form: AddressForm
    notice: str | Promise = ""
    is_held: bool = False
    status: int = 200


@require_http_methods(["GET", "HEAD", "POST"])
def checkout(request: HttpRequest) -> HttpResponse:
    buyer_id = known_buyer(request)
    if buyer_id is None:
        return see_other("cart")
    if request.method == "POST":
        return _place(request, buyer_id)
    return _show(request, buyer_id, Attempt(_begun(request, buyer_id), AddressForm(here().country)))


def _begun(request: HttpRequest, buyer_id: UUID) -> UUID:
    """The checkout that was begun before, unless something came of it; else a new one."""
    begun = started_checkout(request)
    if begun is None or checkout_result(buyer_id, begun) is not None:
        return new_id()
    return begun


def _place(request: HttpRequest, buyer_id: UUID) -> HttpResponse:
    pace(CONFIRMING, buyer_id)
    form = read_address(request.POST, here().country)
    checkout_id = read_id(request.POST.get("checkout", "")) or new_id()
    try:
        place_checkout(
            actor=as_actor(buyer_id),
            buyer_id=buyer_id,
            market=here(),
            on=today(),
            confirmation=Confirmation(
                checkout_id=checkout_id,
                address=form.address(),
                payment_method=request.POST.get("payment", ""),
                language=get_language(),
                expected_total_minor=read_minor(request.POST.get("total", "")) or 0,
            ),
        )
    except EmptyCart:
        return see_other("cart")
    except AddressInvalid as refused:
        form.refuse(refused.fields)
        return _again(request, buyer_id, checkout_id, form, status=422)
    except BasketChanged:
        return _again(request, buyer_id, checkout_id, form, CHANGED)
    except PaymentNotPossible:
        return _again(request, buyer_id, checkout_id, form, NO_PAYMENT)
    response = see_other("placed", checkout_id)
    show_pieces(request, response, 0)
    forget_started(request, response)
    return response


def _again(
    request: HttpRequest,
    buyer_id: UUID,
    checkout_id: UUID,
    form: AddressForm,
    notice: str | Promise = "",
    status: int = 409,
) -> HttpResponse:
    """Everything as it was typed, and the goods kept for the buyer while he looks at it."""
    market = here()
    is_held = may_hold(request) and hold_basket(
        actor=as_actor(buyer_id),
        buyer_id=buyer_id,
        checkout_id=checkout_id,
        market=market,
        on=today(),
    )
    response = _show(request, buyer_id, Attempt(checkout_id, form, notice, is_held, status))
    if is_held:
        keep_started(response, checkout_id, market.hold_minutes)
    return response


def _show(request: HttpRequest, buyer_id: UUID, attempt: Attempt) -> HttpResponse:
    market = here()
    picked = basket(
        buyer_id=buyer_id,
        market=market,
        payment_method=PaymentMethod.CASH_ON_DELIVERY,
        on=today(),
        checkout_id=attempt.checkout_id if attempt.is_held else started_checkout(request),
    )
    if not picked.sellers or picked.has_problems:
        return see_other("cart")
    possible = payment_options(market, picked.items + picked.delivery)
    options = [one for one in possible if one.method is PaymentMethod.CASH_ON_DELIVERY]
    return page(
        request,
        "checkout",
        {
            "attempt": attempt,
            "form": attempt.form,
            "basket": picked,
            "sellers": shown_sellers(picked),
            "options": options,
            "cash_limit": _cash_limit(market, options),
            "address_fields": address_fields(attempt.form),
            "tax_percent": f"{picked.tax_bp / 100:g}",
        },
        status=attempt.status,
        is_private=True,
    )


def _cash_limit(market: MarketPolicy, options: list[PaymentOption]) -> Money | None:
    """What cash is taken for at most, where this basket is above it and cash is the only way."""
    limit = market.cash_on_delivery_limit_minor
    is_open = any(not option.refused_because for option in options)
    return None if is_open or limit is None else Money(limit, market.currency)
