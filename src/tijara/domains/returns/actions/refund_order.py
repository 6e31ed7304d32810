"""Take a delivered order back in full: its money goes back the way it came."""

from uuid import UUID

from tijara.domains.orders.actions import lock_order
from tijara.domains.orders.shapes import OrderState
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..queries import delivered_goods, spoken_units
from ..rules.shares import units_left
from ..shapes import RefundReason, RefundWanted
from .refund_units import refund_units


class NotRefundable(Refusal):
    """It was not delivered, or it was taken back before."""

    code = "returns.not_refundable"


class ReturnUnderWay(Refusal):
    """Its buyer is sending something of it back: decide there."""

    code = "returns.return_under_way"


@action(power=Power.ORDERS_REFUND)
def refund_order(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    reason: RefundReason,
    restock: bool,
    to_wallet: bool = False,
) -> UUID:
    """By the seller or by staff: all that was delivered and has not gone back yet, delivery and
    fee, too. The order's lock makes it happen once. `to_wallet`: its buyer would rather have the
    money in his wallet.
    """
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    if order.state is not OrderState.DELIVERED:
        raise NotRefundable(number=order.number)
    if spoken_units(seller_id, order_id):
        raise ReturnUnderWay()
    goods = delivered_goods(order)
    units = units_left(goods.lines, goods.before)
    return refund_units(
        actor=SYSTEM,
        on_behalf=actor,
        order=order,
        goods=goods,
        wanted=RefundWanted(
            reference=f"order:{order_id}",
            units=units,
            with_charges=True,
            reason=reason,
            restock=units if restock else {},
            to_wallet=to_wallet,
        ),
    )
