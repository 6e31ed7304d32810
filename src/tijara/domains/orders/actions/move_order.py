"""Move an order one step along its life: state, log and fact in one statement."""

from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from psycopg.sql import SQL

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Outcome, Step, Track, move

from ..events import (
    OrderCancelled,
    OrderConfirmed,
    OrderDelivered,
    OrderPacked,
    OrderPlaced,
    OrderRefunded,
    OrderRefused,
    OrderShipped,
)
from ..shapes import OrderState
from ..states import PROCESS

TOLD = {
    "seller_id": SQL("fit.seller_id"),
    "order_id": SQL("fit.id"),
    "number": SQL("fit.number"),
    "buyer_id": SQL("fit.buyer_id"),
}
PLACED = TOLD | {
    "checkout_id": SQL("fit.checkout_id"),
    "product_ids": SQL("""(
        SELECT jsonb_agg(l.product_id ORDER BY l.position) FROM orders_line l
        WHERE l.seller_id = fit.seller_id AND l.order_id = fit.id)"""),
    "total_minor": SQL("fit.total_minor"),
    "currency": SQL("fit.currency"),
}
IS_DIGITAL = SQL("""
    held.paid_at IS NOT NULL AND NOT EXISTS (
        SELECT FROM orders_line l WHERE l.seller_id = held.seller_id AND l.order_id = held.id
           AND l.kind <> 'digital')
""")
"""An order's lines never change: so it may be asked in the statement that moves it."""


@dataclass(frozen=True, slots=True)
class MovedOrder:
    """The order as it was before. `is_again`: the same key had moved it, and nothing was done."""

    state: OrderState
    is_again: bool
    seller_id: UUID
    id: UUID
    number: str
    buyer_id: UUID
    payment_method: str
    charge_id: UUID | None
    paid_at: datetime | None
    credit_minor: int
    ahead_minor: int
    total_minor: int
    currency: str


TRACK = Track(
    process=PROCESS,
    table="orders_order",
    owner="seller_id",
    log="orders_move",
    subject="order_id",
    version="process_version",
    shown=tuple(one.name for one in fields(MovedOrder))[2:],
    guards={
        "nothing_is_carried": IS_DIGITAL,
        "nothing_has_gone": SQL("held.begun_at IS NULL"),
    },
    facts={
        OrderPlaced: PLACED,
        OrderConfirmed: TOLD,
        OrderPacked: TOLD,
        OrderShipped: TOLD,
        OrderDelivered: TOLD,
        OrderRefused: TOLD,
        OrderCancelled: TOLD | {"by": SQL("%(kind)s::text"), "reason": SQL("%(reason)s::text")},
        OrderRefunded: TOLD,
    },
)


class NoSuchOrder(Refusal):
    code = "orders.no_such_order"
    kind = Kind.MISSING


class WrongState(Refusal):
    """The order is not where this step begins: somebody was quicker, or it is too late."""

    code = "orders.wrong_state"


@action(power=Power.SYSTEM, atomic=False)
def move_order(*, actor: Actor, seller_id: UUID, order_id: UUID, step: Step) -> MovedOrder:
    """Only one of two that race wins; the other is told WrongState. `step` says who moves it, and
    what of the move's effects its caller carries out."""
    told = move(TRACK, seller_id, order_id, step)
    if told.outcome is Outcome.MISSING:
        raise NoSuchOrder()
    if told.outcome is Outcome.LOST:
        raise WrongState(state=told.before, number=told.row["number"])
    is_again = told.outcome is Outcome.REPEATED
    return MovedOrder(OrderState(told.before), is_again, **told.row)
