"""The last parcel of an order has ended when all that had arrived was back: what follows for it."""

from uuid import UUID

from tijara.domains.orders.actions import lock_order
from tijara.domains.orders.shapes import OrderState
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import delivered_goods, goods_back_for, has_goods_refunds
from ..rules.shares import units_left
from ..shapes import BY_SHOP, RefundCause, RefundWanted
from .refund_units import refund_units
from .take_back_returned import take_back_returned


@action(power=Power.SYSTEM)
def close_returned_order(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """While parcels are on their way a refund leaves the order where it is, and its delivery, too:
    something may still be kept. When none has come that is kept, delivery and fee follow where the
    shop was at fault, and an order of which no coin is left is taken back. Again is nothing."""
    if not has_goods_refunds(seller_id, order_id):
        return
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    if order.state is not OrderState.DELIVERED:
        return
    goods = delivered_goods(order)
    if goods.is_reduced or units_left(goods.lines, goods.before):
        return
    cause, reason = goods_back_for(seller_id, order_id)
    owes = cause is RefundCause.RETURNED and reason in BY_SHOP and not goods.are_charges_back
    if owes and goods.whole.delivery_minor + goods.whole.fee_minor:
        refund_units(
            actor=SYSTEM,
            on_behalf=SYSTEM,
            order=order,
            goods=goods,
            wanted=RefundWanted(f"order:{order_id}", {}, with_charges=True, reason=reason),
        )
    else:
        take_back_returned(actor=SYSTEM, on_behalf=SYSTEM, order=order, goods=goods, reason=reason)
