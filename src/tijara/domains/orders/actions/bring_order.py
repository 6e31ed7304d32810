"""Bring one order to the order desk: what comes for one seller at the same time goes through the
door together."""

from collections.abc import Hashable, Sequence
from typing import cast
from uuid import UUID

from django.db import DataError, IntegrityError, connection

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.merging.desk import MergingDesk
from tijara.platform.merging.lanes import Limits

from ..shapes import OrderToPlace, PlacedOrder
from .place_orders import place_orders

LIMITS = Limits(calls_at_once=3, most_in_call=64, most_in_lane=500, most_waiting=1500)


def _through_the_door(key: Hashable, orders: Sequence[OrderToPlace]) -> list[PlacedOrder]:
    return place_orders(actor=SYSTEM, seller_id=cast(UUID, key), orders=orders)


DESK: MergingDesk[OrderToPlace, PlacedOrder] = MergingDesk(
    "orders", _through_the_door, LIMITS, faults_of_one=(DataError, IntegrityError)
)


@action(power=Power.BUY, atomic=False)
def bring_order(*, actor: Actor, seller_id: UUID, order: OrderToPlace) -> PlacedOrder:
    """The door's answer to it, or `DeskBusy`: then nothing came of it, and the same order may be
    brought again, with its key.

    Within a transaction he goes to the door by himself: others don't see his rows, and one who
    waits must not hold locks.
    """
    if connection.in_atomic_block:
        (answer,) = place_orders(actor=actor, seller_id=seller_id, orders=[order])
        return answer
    return DESK.ask(seller_id, order)
