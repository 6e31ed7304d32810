"""The other ways in which an unpaid order can still be paid."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.shapes import LineKind, OrderState, OrderView
from tijara.domains.payments.queries import payment_options
from tijara.domains.payments.shapes import ChargeState, ChargeView, PaymentMethod, Purpose

WORDS: dict[PaymentMethod, tuple[Promise, Promise, str]] = {
    PaymentMethod.CARD: (_("Pay by card instead"), _("The amount stays the same."), "card"),
    PaymentMethod.BANK_TRANSFER: (
        _("Pay by bank transfer instead"),
        _("The amount stays the same, and your goods are kept while it is on its way."),
        "bank",
    ),
    PaymentMethod.CASH_ON_DELIVERY: (
        _("Pay in cash instead"),
        _(
            "This order is called off and its goods go to the checkout with cash chosen: you see "
            "the new total, with the fee for cash, before you confirm."
        ),
        "cash",
    ),
}


@dataclass(frozen=True, slots=True)
class OtherWay:
    method: PaymentMethod
    press: Promise
    words: Promise
    mark: str


def other_ways(charge: ChargeView, found: Iterable[OrderView]) -> list[OtherWay]:
    """Those that the market takes for this amount; none once the money is on its way, or for a
    deposit. In cash only where all of it comes to a door and all of it still waits."""
    waiting = [one for one in found if one.state is OrderState.PENDING]
    if charge.state is not ChargeState.OPEN or charge.is_waiting_for_staff or not waiting:
        return []
    if charge.purpose is not Purpose.ORDERS:
        return []
    options = payment_options(
        market_by_id(charge.market_id), charge.amount, is_digital=_has_digital(waiting)
    )
    return [
        OtherWay(one.method, *WORDS[one.method])
        for one in options
        if one.method is not charge.method
        and not one.refused_because
        and not (one.method is PaymentMethod.CASH_ON_DELIVERY and _is_exchange(waiting))
    ]


def _is_exchange(found: Sequence[OrderView]) -> bool:
    """Ordered anew it would lose what has paid it in part."""
    return any(one.ahead_minor for one in found)


def _has_digital(found: Sequence[OrderView]) -> bool:
    return any(line.kind is LineKind.DIGITAL for one in found for line in one.lines)
