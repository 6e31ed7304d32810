"""Whose payment an address of /pay/ means, and the words for what can go wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.orders.queries import orders
from tijara.domains.orders.shapes import OrderLineView, OrderView
from tijara.domains.payments.queries import (
    charge_of_checkout,
    pay_standings,
    read_pay_token,
    waiting_charges,
)
from tijara.domains.payments.shapes import (
    ChargeView,
    Failure,
    PayStanding,
    RejectReason,
    WaitingCharge,
)
from tijara.faces.storefront.buyers import known_buyers
from tijara.faces.storefront.here import here
from tijara.faces.storefront.order_words import spoken
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
MOST_UNPAID = 3


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


def standing_of(buyer_id: UUID, checkout_id: UUID) -> PayStanding:
    """What its buyer still has to do for a checkout that waits for its money; nothing is left but
    to pay where it has no charge."""
    return pay_standings([(buyer_id, checkout_id)]).get(checkout_id, PayStanding.PAY)


@dataclass(frozen=True, slots=True)
class Unpaid:
    """A checkout of this browser that waits for its money, as the cart tells of it: who went back
    from the payment finds what he has ordered."""

    charge: ChargeView
    standing: PayStanding
    line: OrderLineView
    others: int
    """Units beside the first line's first one."""


def unpaid_here(request: HttpRequest) -> list[Unpaid]:
    """Of this market, the newest first; a few at most."""
    mine = known_buyers(request)
    waiting = waiting_charges(mine) if mine else []
    found = [one for one in waiting if one.charge.market_id == here().id][:MOST_UNPAID]
    keys = [(part.seller_id, part.order_id) for one in found for part in one.charge.parts]
    known = {one.id: one for one in spoken(orders(keys).values())} if keys else {}
    wholes = [[known[part.order_id] for part in one.charge.parts] for one in found]
    return [_unpaid(one, whole) for one, whole in zip(found, wholes, strict=True)]


def _unpaid(waiting: WaitingCharge, whole: Sequence[OrderView]) -> Unpaid:
    lines = [line for order in whole for line in order.lines]
    pieces = sum(line.quantity for line in lines)
    return Unpaid(waiting.charge, waiting.standing, lines[0], pieces - 1)
