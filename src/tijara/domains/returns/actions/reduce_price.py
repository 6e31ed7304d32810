"""Give the buyer of a delivered order a part of its price back; what else is held is its seller's.

The goods stay where they are. It is the last word about the money of their order.
"""

from uuid import UUID

from tijara.domains.ledger.actions import award_purse, lock_purse
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import GoodsRefunded
from ..queries import delivered_goods, goods_left, spoken_units
from ..rules.reductions import reduced_parts
from ..rules.shares import refund_transfers, share_of_parts
from ..rules.tenders import tenders_of
from ..shapes import PRICE_REDUCED, OwedToOpen, RefundCause
from .open_owed import open_owed
from .refund_order import NotRefundable, ReturnUnderWay


class ReductionInvalid(Invalid):
    """It is nothing, or more than the goods that are left have cost."""

    code = "returns.reduction_invalid"


@action(power=Power.SYSTEM)
def reduce_price(*, actor: Actor, order: OrderView, amount_minor: int) -> UUID:
    """The caller holds the order. Once for it; credit note and refund follow."""
    if order.state is not OrderState.DELIVERED:
        raise NotRefundable(number=order.number)
    if spoken_units(order.seller_id, order.id):
        raise ReturnUnderWay()
    goods = delivered_goods(order)
    left = goods_left(goods, order)
    most = sum(one.items_minor for one in left.values())
    if not 0 < amount_minor <= most:
        raise ReductionInvalid({"amount": "more_than_goods" if amount_minor > 0 else "required"})
    parts = reduced_parts(left.values(), amount_minor)
    share = share_of_parts(parts, goods.whole, goods.lines.values(), with_charges=False)
    held = lock_purse(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
    award_purse(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        kind=PRICE_REDUCED,
        currency=share.currency,
        transfers=refund_transfers(share, held),
    )
    back = tenders_of(
        amount_minor, goods.tender_left_minor, goods.ahead_left_minor, to_wallet=False
    )
    owed_id = open_owed(
        actor=SYSTEM,
        order=order,
        owed=OwedToOpen(
            reference=f"reduction:{order.id}",
            amount=Money(amount_minor, share.currency),
            cause=RefundCause.REDUCED,
            share=share,
            parts=tuple(parts),
            credit_minor=back.credit,
            ahead_minor=back.ahead,
        ),
    )
    record(
        order.seller_id,
        GoodsRefunded(
            seller_id=order.seller_id,
            refund_id=owed_id,
            order_id=order.id,
            buyer_id=order.buyer_id,
            amount_minor=amount_minor,
            currency=share.currency,
        ),
    )
    return owed_id
