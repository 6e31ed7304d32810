"""What is left to do for what was pressed in a flash sale: a piece is its buyer's for good once it
is paid, or once his phone is known to be his. Until then the page says how long it is kept."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tijara.domains.checkout.queries import checkout_result, waits_for_code
from tijara.domains.flash_sales.shapes import PlaceState, PlaceView
from tijara.domains.orders.queries import orders
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.payments.shapes import PayStanding
from tijara.faces.storefront.payments import standing_of


class Step(StrEnum):
    PAY = "pay"
    CODE = "code"
    CHECKING = "checking"
    """He has paid, and whoever got the money has yet to say so."""
    GONE = "gone"
    """His order is cancelled; the queue hears of it this moment."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Bought:
    """`until`: how long the market waits for the money; None where no money is waited for."""

    step: Step
    until: datetime | None = None


def bought_of(place: PlaceView | None) -> Bought | None:
    """None for who has not bought."""
    if place is None or place.state is not PlaceState.BOUGHT:
        return None
    order = _order_of(place)
    if order is None:
        return Bought(Step.DONE)
    if order.state is OrderState.CANCELLED:
        return Bought(Step.GONE)
    if order.state is not OrderState.PENDING:
        return Bought(Step.DONE)
    if waits_for_code(order):
        return Bought(Step.CODE)
    return _with_its_money(place, order)


def _with_its_money(place: PlaceView, order: OrderView) -> Bought:
    standing = standing_of(order.buyer_id, order.checkout_id)
    if standing is PayStanding.ARRIVING:
        return Bought(Step.DONE)
    if standing is not PayStanding.PAY:
        return Bought(Step.CHECKING)
    charge = charge_of_checkout(place.buyer_id, order.checkout_id)
    return Bought(Step.PAY, charge.due_at if charge else None)


def _order_of(place: PlaceView) -> OrderView | None:
    result = checkout_result(place.buyer_id, place.checkout_id)
    if result is None:
        return None
    found = orders([(one.seller_id, one.order_id) for one in result.placed if one.order_id])
    return next(iter(found.values()), None)
