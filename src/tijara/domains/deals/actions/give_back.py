"""A deal ends for its buyer: all that is left of the order's money is his again."""

from uuid import UUID

from django.db import transaction

from tijara.domains.orders.actions import lock_order
from tijara.domains.returns.actions import NothingPaid, refund_order
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..queries import dispute_of_order
from .move_deal import NoSuchDeal, move_deal


@action(power=Power.SYSTEM)
def give_back(*, actor: Actor, seller_id: UUID, order_id: UUID, step: Step) -> None:
    """`step` is the move that does it: the order is held before it, so that the money goes once.
    The goods stay with him; who wants them back lets him send them before the dispute."""
    told = dispute_of_order(seller_id, order_id)
    if told is None:
        raise NoSuchDeal()
    lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    move_deal(actor=SYSTEM, seller_id=seller_id, order_id=order_id, step=step)
    try:
        with transaction.atomic():
            refund_order(
                actor=SYSTEM,
                seller_id=seller_id,
                order_id=order_id,
                reason=told.reason,
                restock=False,
            )
    except NothingPaid:
        return
