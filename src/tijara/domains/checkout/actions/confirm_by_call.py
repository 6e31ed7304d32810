"""The store has called: the buyer says that he ordered. His cash order is the store's to send."""

from uuid import UUID

from tijara.domains.orders.actions import WrongState, release_order
from tijara.domains.orders.queries import order as find_order
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import waits_for_code
from .send_code_again import NothingToConfirm


@action(power=Power.ORDERS_HANDLE)
def confirm_by_call(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """Only this order: that the phone is known, the buyer's own code alone can say."""
    order = find_order(seller_id, order_id)
    if order is None or not waits_for_code(order):
        raise NothingToConfirm()
    try:
        release_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    except WrongState:
        raise NothingToConfirm() from None
