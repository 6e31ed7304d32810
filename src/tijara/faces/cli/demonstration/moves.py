"""What the people of the demonstration do with an order, from its placing to its fate."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from tijara.domains.fulfilment.actions import (
    give_up_units,
    pack_order,
    record_delivery,
    record_refusal,
    ship_order,
)
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.fulfilment.shapes import Ending
from tijara.domains.orders.actions import cancel_order, confirm_order
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import CancelReason
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.shapes import RefundReason
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS, SELLER_POWERS

from . import disputed, lost, returned

CARRIER, TRACKED_CARRIER, TRACKING_NUMBER = "مندوب المتجر", "شركة الدرب", "44871203356"
HOURS = {
    "confirmed": 9,
    "packed": 5,
    "part_shipped": 14,
    "given_up": 20,
    "shipped": 17,
    "delivered": 44,
    "refused": 52,
    "refunded": 96,
    "cancelled_by_buyer": 10,
    "cancelled_by_seller": 16,
    "return_requested": 26,
    "return_approved": 7,
    "return_rejected": 9,
    "return_appealed": 6,
    "return_sent": 20,
    "return_received": 40,
    "return_inspected": 4,
    "return_refunded": 1,
    "dearer_requested": 26,
    "cheaper_requested": 26,
    "all_is_well": 4,
    "return_exchanged": 1,
    "pickup_wished": 2,
    "unwanted_requested": 30,
    "pickup_arranged": 3,
    "lost": 150,
    "sent_again": 120,
    "loss_refused": 60,
    "disputed": 30,
    "dispute_answered": 5,
}
"""How long it takes until somebody does this."""
DELIVERED = ("confirmed", "shipped", "delivered")
WAYS = {
    "placed": (),
    "confirmed": ("confirmed",),
    "packed": ("confirmed", "packed"),
    "part_shipped": ("confirmed", "part_shipped"),
    "part_delivered": ("confirmed", "part_shipped", "delivered", "shipped"),
    "part_given_up": ("confirmed", "part_shipped", "given_up", "delivered"),
    "shipped": ("confirmed", "shipped"),
    "delivered": ("confirmed", "shipped", "delivered"),
    "refunded": ("confirmed", "shipped", "delivered", "refunded"),
    "refused": ("confirmed", "shipped", "refused"),
    "lost": ("confirmed", "shipped", "lost"),
    "sent_again": ("confirmed", "shipped", "sent_again", "delivered", "loss_refused"),
    "cancelled_by_buyer": ("cancelled_by_buyer",),
    "cancelled_by_seller": ("cancelled_by_seller",),
    "return_requested": (*DELIVERED, "return_requested"),
    "return_rejected": (*DELIVERED, "return_requested", "return_rejected"),
    "return_appealed": (*DELIVERED, "return_requested", "return_rejected", "return_appealed"),
    "return_sent": (*DELIVERED, "return_requested", "return_approved", "return_sent"),
    "return_received": (
        *DELIVERED, "return_requested", "return_approved", "return_sent", "return_received",
    ),
    "return_refunded": (
        *DELIVERED, "return_requested", "return_approved", "return_sent", "return_received",
        "return_inspected", "return_refunded",
    ),
    "fetched_refunded": (
        *DELIVERED, "unwanted_requested", "return_approved", "pickup_arranged", "return_received",
        "all_is_well", "return_refunded",
    ),
    "exchanged_dearer": (
        *DELIVERED, "dearer_requested", "return_approved", "return_sent", "return_received",
        "all_is_well", "return_exchanged",
    ),
    "exchanged_cheaper": (
        *DELIVERED, "cheaper_requested", "return_approved", "return_sent", "return_received",
        "all_is_well", "return_exchanged",
    ),
    "return_approved": (*DELIVERED, "return_requested", "return_approved", "pickup_wished"),
    "disputed": (*DELIVERED, "disputed"),
    "dispute_answered": (*DELIVERED, "disputed", "dispute_answered"),
}  # fmt: skip
"""The moves from a placed order to its fate."""


@dataclass(slots=True)
class Course:
    """One checkout of the content, and the keys of the orders that came of it."""

    told: dict
    buyer_id: UUID
    placed: list[tuple[UUID, UUID]]


def moves_of(fate: str) -> list[tuple[timedelta, str]]:
    """Each move, and how long after the placing it is made."""
    passed, found = timedelta(), []
    for move in WAYS[fate]:
        passed += timedelta(hours=HOURS[move])
        found.append((passed, move))
    return found


def move(name: str, course: Course) -> None:
    for seller_id, order_id in course.placed:
        _move(name, course, seller_id, order_id)


def _move(name: str, course: Course, seller_id: UUID, order_id: UUID) -> None:
    seller = Actor(ActorKind.SELLER, owner_id=seller_id, powers=SELLER_POWERS)
    buyer = Actor(ActorKind.BUYER, owner_id=course.buyer_id, powers=BUYER_POWERS)
    which = {"seller_id": seller_id, "order_id": order_id}
    moves: dict[str, Callable[[], object]] = {
        "confirmed": lambda: confirm_order(actor=seller, **which),
        "packed": lambda: pack_order(actor=seller, **which),
        "part_shipped": lambda: _ship_one(seller, seller_id, order_id),
        "given_up": lambda: give_up_units(actor=seller, **which, reason=CancelReason.OUT_OF_STOCK),
        "shipped": lambda: ship_order(actor=seller, **which, **_by(course.told["key"])),
        "delivered": lambda: _end(record_delivery, seller, seller_id, order_id),
        "refunded": lambda: refund_order(
            actor=seller, **which, reason=RefundReason.DAMAGED, restock=False
        ),
        "refused": lambda: _end(record_refusal, seller, seller_id, order_id),
        "lost": lambda: lost.lose(seller, **which),
        "sent_again": lambda: lost.send_again(seller, **which),
        "loss_refused": lambda: lost.be_refused(seller, **which),
        "disputed": lambda: disputed.complain(buyer, **which),
        "dispute_answered": lambda: disputed.answer(seller, **which),
        "cancelled_by_buyer": lambda: cancel_order(
            actor=buyer, **which, reason=CancelReason.CHANGED_MIND
        ),
        "cancelled_by_seller": lambda: cancel_order(
            actor=seller, **which, reason=CancelReason.OUT_OF_STOCK
        ),
    }
    if name in moves:
        moves[name]()
    else:
        returned.step(name, seller, buyer, seller_id, order_id)


def _by(key: str) -> dict[str, str]:
    """Who carries it: the shop's own courier, or as often a company that gives it a number."""
    lot = int.from_bytes(hashlib.sha256(f"carrier:{key}".encode()).digest()[:5], "big")
    if lot % 2:
        return {"carrier": CARRIER}
    return {"carrier": TRACKED_CARRIER, "tracking_number": f"448{lot % 10**8:08d}"}


def _ship_one(seller: Actor, seller_id: UUID, order_id: UUID) -> None:
    """One unit of the first line, with a number that can be followed."""
    order = find_order(seller_id, order_id)
    ship_order(
        actor=seller,
        seller_id=seller_id,
        order_id=order_id,
        carrier=TRACKED_CARRIER,
        tracking_number=TRACKING_NUMBER,
        units={order.lines[0].id: 1} if order else None,
    )


def _end(act: Callable[..., object], seller: Actor, seller_id: UUID, order_id: UUID) -> None:
    """Every parcel that is on its way."""
    for parcel in shipments(seller_id, [order_id]).get(order_id, []):
        if parcel.outcome is Ending.NONE:
            act(actor=seller, seller_id=seller_id, shipment_id=parcel.id)
