"""Bring what was put down for an order to where the order is: held, counted, lost or given back."""

from uuid import UUID

from tijara.domains.fulfilment.queries import shipments
from tijara.domains.orders.actions import lock_order
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Deposit
from ..queries import has_deposit
from ..rules import deposit_parts


@action(power=Power.SYSTEM)
def follow_deposit(*, actor: Actor, seller_id: UUID, order_id: UUID, is_new: bool = False) -> None:
    """As often as one likes, in whatever order the news come; `is_new`: it may be written down
    first. The order's lock keeps two news apart, so that the later one is right."""
    if not is_new and not has_deposit(seller_id, order_id):
        return
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    if order.forfeit_bp is None:
        return
    row = Deposit(
        seller_id=seller_id,
        id=order_id,
        market_id=markets_of([seller_id])[seller_id],
        number=order.number,
        currency=order.total.currency,
        amount_minor=order.ahead_minor,
    )
    Deposit.objects.bulk_create([row], ignore_conflicts=True)
    counted, lost, back = deposit_parts(
        order.ahead_minor,
        shipments(seller_id, [order_id]).get(order_id, []),
        is_cancelled=order.state is OrderState.CANCELLED,
    )
    rows = Deposit.objects.filter(seller_id=seller_id, id=order_id)
    rows.update(counted_minor=counted, lost_minor=lost, back_minor=back)
