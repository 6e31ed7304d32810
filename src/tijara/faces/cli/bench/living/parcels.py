"""How an order's parcels go, and what happens between two of them."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from tijara.domains.fulfilment.actions import (
    give_up_units,
    record_delivery,
    record_refusal,
    ship_order,
)
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.fulfilment.shapes import ShipmentView
from tijara.domains.orders.shapes import CancelReason, OrderView
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.actor import SYSTEM

from .history import History

SOLD_OUT = CancelReason.OUT_OF_STOCK
CARRIERS = ("سمسا", "ناقل")


@dataclass(slots=True)
class Carried:
    """A parcel that was to be paid at the door, as its carrier knows it."""

    seller_id: UUID
    parcel_id: UUID
    name: str
    """His number of it; where none was written, the order's."""
    minor: int
    is_taken: bool
    passed: int = 0
    """Lists of his in which it should have stood."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What went with each carrier."""

    carried: tuple[tuple[str, Carried], ...]
    has_taken: bool


def send(history: History, order: OrderView, between: Callable[[], object]) -> Sent:
    """In one parcel or in two; what is left is given up, or waits. Of two the first may have
    arrived before the second goes, and something may be `between`."""
    chance, carrier = history.chance, history.chance.choice(CARRIERS)
    parts: list[dict[UUID, int] | None] = [None]
    if chance.random() < 0.3:
        first = order.lines[0]
        parts = [{first.id: chance.randint(1, first.quantity)}, None]
    ended: list[tuple[ShipmentView, bool]] = []
    for place, units in enumerate(parts):
        if place and chance.random() < 0.6:
            ended += _ended(history, order)
            between()
        if place and chance.random() < 0.4:
            history.event("give up", lambda: _given_up(order))
        else:
            _ship(history, order, carrier, units)
    ended += _ended(history, order)
    is_cash = order.payment_method == PaymentMethod.CASH_ON_DELIVERY
    carried = [
        Carried(
            order.seller_id,
            one.id,
            one.tracking_number or written_number(order.number),
            one.rest.minor,
            is_taken,
        )
        for one, is_taken in ended
        if is_cash and one.rest.minor > 0
    ]
    if not all(is_taken for _, is_taken in ended):
        history.refusals[order.buyer_id] += 1
        history.seen["deposit of a parcel that was not taken"] += order.ahead_minor > 0
    has_taken = any(is_taken for _, is_taken in ended)
    return Sent(tuple((carrier, one) for one in carried), has_taken)


def written_number(number: str) -> str:
    """An order's number as lists are compared."""
    return "".join(sign for sign in number.upper() if sign.isalnum())


def _ship(history: History, order: OrderView, carrier: str, units: dict[UUID, int] | None) -> None:
    """Six of seven sellers write the carrier's number down."""
    number = str(history.chance.randrange(10**11, 10**12)) if history.chance.random() < 0.86 else ""
    history.event(
        "ship",
        lambda: ship_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=order.id,
            carrier=carrier,
            tracking_number=number,
            units=units,
        ),
    )


def _given_up(order: OrderView) -> object:
    return give_up_units(
        actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, reason=SOLD_OUT
    )


def _ended(history: History, order: OrderView) -> list[tuple[ShipmentView, bool]]:
    """Each that was on its way, and whether it was taken."""
    told = []
    for parcel in shipments(order.seller_id, [order.id]).get(order.id, []):
        if not parcel.is_open:
            continue
        is_taken = history.chance.random() < 0.87
        end = record_delivery if is_taken else record_refusal
        which = {"seller_id": order.seller_id, "shipment_id": parcel.id}
        is_ended = history.event(
            "deliver" if is_taken else "refuse",
            lambda end=end, which=which: end(actor=SYSTEM, **which) or True,
        )
        told += [(parcel, is_taken)] if is_ended else []
    return told
