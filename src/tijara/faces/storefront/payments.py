"""Whose payment an address of /pay/ means, and the words for what can go wrong with it."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.payments.queries import charge_of_checkout, read_pay_token
from tijara.domains.payments.shapes import ChargeState, ChargeView, Failure, RejectReason
from tijara.faces.storefront.buyers import known_buyers
from tijara.faces.storefront.typed import read_id

FAILURES: dict[str, Promise] = {
    Failure.DECLINED: _("Your bank refused the payment. Try another card, or ask your bank."),
    Failure.FUNDS: _("There is not enough on this card. Try another one."),
    Failure.EXPIRED: _("This card has expired. Try another one."),
    Failure.LIMIT: _("The amount is above this card’s limit. Try another one, or ask your bank."),
    Failure.BLOCKED: _("This card is blocked. Try another one, or ask your bank."),
    Failure.NOT_CONFIRMED: _("The payment was not confirmed with your bank. Try again."),
    Failure.GATEWAY: _("We could not reach the payment page. Try again in a moment."),
}
REJECTED: dict[str, Promise] = {
    RejectReason.NOT_ARRIVED: _("The transfer has not reached our account yet."),
    RejectReason.WRONG_AMOUNT: _("The amount of the transfer is not the amount of the order."),
    RejectReason.UNREADABLE: _("The receipt can’t be read."),
    RejectReason.OTHER: _("The receipt was not accepted."),
}


@dataclass(frozen=True, slots=True)
class Payment:
    """`key` stands in the address: a checkout's id, or the signed link of a message."""

    key: str
    charge: ChargeView
    is_here: bool
    """Whether this browser is the buyer's own: it may see the checkout's page as well."""


def payment_of(request: HttpRequest, key: str) -> Payment:
    """A checkout's id opens only for its buyer, also when he has signed in since he ordered; the
    signed link opens for whoever holds it."""
    mine, checkout_id = known_buyers(request), read_id(key)
    if checkout_id is None:
        named = read_pay_token(key)
        charge = charge_of_checkout(*named) if named else None
    else:
        found = (charge_of_checkout(buyer_id, checkout_id) for buyer_id in mine)
        charge = next(filter(None, found), None)
    if charge is None:
        raise Http404
    return Payment(key, charge, is_here=charge.buyer_id in mine)


def standing_of(buyer_id: UUID, checkout_id: UUID) -> str:
    """What its buyer still has to do for a checkout that waits for its money: "pay"; nothing,
    because it is paid though its orders may not have heard of it yet ("arriving": he is back this
    very moment), or because staff look at the receipt that he has sent ("checking")."""
    charge = charge_of_checkout(buyer_id, checkout_id)
    if charge is not None and charge.state is ChargeState.PAID:
        return "arriving"
    return "checking" if charge is not None and charge.is_waiting_for_staff else "pay"
