"""Pay for a checkout: by card on the gateway's page, or by transfer with a receipt."""

from collections.abc import Mapping
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.csp import CSP, build_policy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from tijara.domains.checkout.queries import checkout_result
from tijara.domains.invoicing.queries import invoice
from tijara.domains.invoicing.shapes import InvoiceView
from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.queries import order_link_token, orders
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.payments.actions import (
    AlreadyStarting,
    ChargeNotOpen,
    GatewayUnavailable,
    check_charge,
    start_attempt,
)
from tijara.domains.payments.queries import attempts_of, card_gateway
from tijara.domains.payments.shapes import (
    AttemptState,
    AttemptView,
    ChargeState,
    ChargeView,
    PaymentMethod,
    PayStanding,
    Purpose,
    Redirect,
    WayBack,
)
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.other_ways import other_ways
from tijara.faces.storefront.pace import PAYING, pace
from tijara.faces.storefront.payments import FAILURES, REJECTED, Payment, payment_of, standing_of
from tijara.kit.money import Money, total
from tijara.ui.refusal_texts import sentence_of

THANKING = ("placed", "pay")
"""Pages that say themselves that the payment has arrived."""


class SeeGateway(HttpResponseRedirect):
    """On to the payment page: elsewhere, and only where the gateway has sent us."""

    status_code = 303
    allowed_schemes = ["https", "http"]


@require_safe
def pay(request: HttpRequest, key: str) -> HttpResponse:
    payment = payment_of(request, key)
    if payment.charge.state is ChargeState.PAID and payment.is_here:
        return see_other(*_afterwards(payment.charge))
    return show_payment(request, payment)


@require_POST
def pay_card(request: HttpRequest, key: str) -> HttpResponse:
    """To the gateway's page; a press in a second window goes to the same one."""
    payment = payment_of(request, key)
    pace(PAYING, payment.charge.buyer_id)
    try:
        step = start_attempt(
            actor=as_actor(payment.charge.buyer_id),
            buyer_id=payment.charge.buyer_id,
            charge_id=payment.charge.id,
            way_back=_way_back(request, payment),
        )
    except (ChargeNotOpen, AlreadyStarting, GatewayUnavailable) as refusal:
        return see_other("pay", key, say=sentence_of(refusal), tone="warn")
    if not isinstance(step, Redirect):
        return see_other("pay", key)
    return SeeGateway(step.address)


@require_GET
def pay_return(request: HttpRequest, key: str) -> HttpResponse:
    """The buyer is back. What his address says about it is not read: the gateway is asked."""
    payment = payment_of(request, key)
    charge = payment.charge
    pace(PAYING, charge.buyer_id)
    if charge.state is not ChargeState.PAID:
        actor = as_actor(charge.buyer_id)
        check_charge(actor=actor, buyer_id=charge.buyer_id, charge_id=charge.id)
        payment = payment_of(request, key)
    if payment.charge.state is ChargeState.PAID:
        name = _afterwards(charge) if payment.is_here else ("pay", key)
        thanks = "" if name[0] in THANKING else _("Your payment has arrived. Thank you.")
        return see_other(*name, say=thanks)
    return see_other("pay", key)


def _afterwards(charge: ChargeView) -> tuple:
    """Where what he has paid for is seen."""
    if charge.purpose is Purpose.GIFT_CARD:
        return ("wallet",)
    if charge.purpose is Purpose.DEBIT_NOTE:
        note = invoice(charge.parts[0].seller_id, charge.parts[0].order_id)
        return ("order", order_link_token(note.seller_id, note.order_id)) if note else ("orders",)
    if checkout_result(charge.buyer_id, charge.checkout_id):
        return "placed", charge.checkout_id
    first = charge.parts[0]
    return "order", order_link_token(first.seller_id, first.order_id)


def show_payment(
    request: HttpRequest, payment: Payment, *, wrong: object = "", status: int = 200
) -> HttpResponse:
    """The page, with what was wrong with a receipt."""
    charge = payment.charge
    is_card = charge.method is PaymentMethod.CARD
    is_gift = charge.purpose is Purpose.GIFT_CARD
    attempts = attempts_of(charge.buyer_id, charge.id) if is_card else []
    market = market_by_id(charge.market_id)
    rejected = charge.receipts[0] if charge.receipts else None
    told = orders([(part.seller_id, part.order_id) for part in charge.parts])
    response = page(
        request,
        "pay",
        {
            "payment": payment,
            "charge": charge,
            "state": charge.state.value,
            **_parts(charge, told),
            "other_ways": other_ways(charge, told.values()),
            "is_card": is_card,
            "is_debit": charge.purpose is Purpose.DEBIT_NOTE,
            "debit": _note(charge),
            "is_deposit": charge.purpose is Purpose.DEPOSIT,
            "may_withdraw": payment.is_here
            and not is_gift
            and charge.state is ChargeState.OPEN
            and bool(checkout_result(charge.buyer_id, charge.checkout_id))
            and standing_of(charge.buyer_id, charge.checkout_id) is PayStanding.PAY,
            "is_gift": is_gift,
            "trouble": _trouble(attempts),
            "is_unheard": bool(attempts) and _is_unheard(attempts[0]),
            "test_cards": _test_cards(is_card),
            "bank": market,
            "iban": _grouped(market.bank_iban),
            "last": rejected,
            "why": REJECTED.get(rejected.reason) if rejected else None,
            "wrong": wrong,
        },
        status=status,
        is_private=True,
    )
    if is_card and charge.state is ChargeState.OPEN:
        response[str(CSP.HEADER_ENFORCE)] = _policy()
    return response


def _note(charge: ChargeView) -> InvoiceView | None:
    """The debit note that is paid, with its reason."""
    if charge.purpose is not Purpose.DEBIT_NOTE:
        return None
    return invoice(charge.parts[0].seller_id, charge.parts[0].order_id)


def _parts(charge: ChargeView, found: Mapping[UUID, OrderView]) -> dict:
    """Each order whole, and what of it is paid elsewhere: by `credit`, before (`ahead`) or, where
    this is what is put down, `later`. What is asked for stays whole when one was cancelled."""
    currency, is_deposit = charge.amount.currency, charge.purpose is Purpose.DEPOSIT
    over = {key for key, one in found.items() if one.state is OrderState.CANCELLED}
    asked = {part.order_id: Money(part.amount_minor, currency) for part in charge.parts}
    wholes = asked | {key: found[key].total for key in asked if key in found}
    credit = total((found[key].credit for key in asked if key in found), currency)
    elsewhere = total(wholes.values(), currency) - charge.amount - credit
    nothing = Money(0, currency)
    return {
        "parts": [
            {
                "number": part.number,
                "whole": wholes[part.order_id],
                "is_over": part.order_id in over,
            }
            for part in charge.parts
        ],
        "credit": credit,
        "ahead": nothing if is_deposit else elsewhere,
        "later": elsewhere if is_deposit else nothing,
        "has_ended": bool(over),
    }


def _way_back(request: HttpRequest, payment: Payment) -> WayBack:
    """To the name under which he came: his cookie knows no other. It is one of ours, or the request
    would not be here."""
    here, back = (
        _root(request) + reverse(f"storefront:{name}", args=[payment.key])
        for name in ("pay", "pay_return")
    )
    numbers = " · ".join(part.number for part in payment.charge.parts)
    return WayBack(return_address=back, back_address=here, description=numbers)


def _root(request: HttpRequest) -> str:
    is_public = urlsplit(settings.PUBLIC_ADDRESS).netloc == request.get_host()
    return settings.PUBLIC_ADDRESS if is_public else f"{request.scheme}://{request.get_host()}"


def _trouble(attempts: list[AttemptView]) -> object:
    """Why the last try failed, if the next one is still to come."""
    if not attempts:
        return ""
    if any(one.state is AttemptState.ODD for one in attempts):
        return _(
            "A payment came that is not what was asked for. We are looking into it and write to "
            "you; don’t pay again."
        )
    return FAILURES.get(attempts[0].reason, "")


def _is_unheard(attempt: AttemptView) -> bool:
    """The gateway was asked and did not answer: the buyer may have paid."""
    return attempt.state is AttemptState.OPEN and bool(attempt.last_error)


def _test_cards(is_card: bool) -> list[str]:
    """For visitors of a demonstration; none where money is real."""
    if not is_card or not settings.DEMONSTRATION:
        return []
    return [_grouped(number) for number in card_gateway().test_cards]


def _grouped(code: str) -> str:
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def _policy() -> str:
    """The button's form ends at the gateway's page, so this page alone lets it lead there."""
    own = settings.SECURE_CSP
    return build_policy(own | {"form-action": [*own["form-action"], *card_gateway().pages]})
