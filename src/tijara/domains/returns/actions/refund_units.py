"""Take the money of delivered units back from whom had it, for their buyer."""

from uuid import UUID

from tijara.domains.fulfilment.shapes import Share
from tijara.domains.inventory.actions import bring_back_costs, restock_order
from tijara.domains.inventory.shapes import SoldUnits
from tijara.domains.ledger.actions import lock_purse, post_journal
from tijara.domains.ledger.shapes import Account
from tijara.domains.orders.shapes import OrderView
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import GoodsRefunded
from ..queries import parts_of, share_of_units
from ..rules.shares import refund_transfers, stock_units, units_left
from ..rules.tenders import tenders_of
from ..shapes import DeliveredGoods, OwedToOpen, RefundCause, RefundWanted
from .open_owed import open_owed
from .take_back_returned import take_back_returned

KINDS = {RefundCause.RETURNED: "return_refunded", RefundCause.EXCHANGED: "return_exchanged"}


class MoreThanDelivered(Refusal):
    """So many units were not delivered, or their money has gone back meanwhile."""

    code = "returns.more_than_delivered"


class NothingPaid(Refusal):
    """These goods cost nothing: there is nothing to give back."""

    code = "returns.nothing_paid"


class PriceReduced(Refusal):
    """A decision has given its buyer a part of the price: that was the last word about it."""

    code = "returns.price_reduced"


@action(power=Power.SYSTEM)
def refund_units(
    *,
    actor: Actor,
    on_behalf: Actor,
    order: OrderView,
    goods: DeliveredGoods,
    wanted: RefundWanted,
) -> UUID:
    """Journal, stock, credit note and buyer follow. The caller holds the order since before he has
    read its `goods`, and his own guarded move makes it happen once. The seller's part goes off what
    is held for him or, when that is his already, off his balance, which may fall below nothing.

    When nothing of the order is left with its buyer or its seller, the order itself is taken back;
    one of which more parcels come, when the last of them has ended.
    """
    left = units_left(goods.lines, goods.before)
    if goods.is_reduced:
        raise PriceReduced()
    if any(many > left.get(line_id, 0) for line_id, many in wanted.units.items()):
        raise MoreThanDelivered()
    share = share_of_units(goods, wanted.units, with_charges=wanted.with_charges)
    if not share.total_minor:
        raise NothingPaid()
    held = lock_purse(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
    is_exchange = wanted.cause is RefundCause.EXCHANGED
    post_journal(
        actor=SYSTEM,
        seller_id=order.seller_id,
        kind=KINDS[wanted.cause] if wanted.return_id else "order_refunded",
        reference_id=wanted.return_id or order.id,
        order_id=order.id,
        currency=share.currency,
        transfers=refund_transfers(
            share,
            held,
            owed=Account.EXCHANGE_CLEARING if is_exchange else Account.BUYER_REFUNDABLE,
        ),
    )
    restock_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        units=stock_units(order.lines, wanted.restock),
    )
    _bring_back(order, wanted)
    owed_id = open_owed(actor=SYSTEM, order=order, owed=_owed(goods, wanted, share))
    _tell(order, owed_id, share.total_minor)
    if not is_exchange:
        take_back_returned(
            actor=SYSTEM, on_behalf=on_behalf, order=order, goods=goods, reason=wanted.reason
        )
    return owed_id


def _owed(goods: DeliveredGoods, wanted: RefundWanted, share: Share) -> OwedToOpen:
    carriage = min(wanted.carriage_minor, share.total_minor)
    back = tenders_of(
        share.total_minor - carriage,
        goods.tender_left_minor,
        goods.ahead_left_minor,
        to_wallet=wanted.to_wallet,
    )
    return OwedToOpen(
        reference=wanted.reference,
        amount=share.total,
        cause=wanted.cause,
        reason=wanted.reason,
        is_restocked=any(wanted.restock.values()),
        share=share,
        parts=tuple(parts_of(goods, wanted.units)),
        return_id=wanted.return_id,
        credit_minor=back.credit,
        ahead_minor=back.ahead,
        carriage_minor=carriage,
    )


def _bring_back(order: OrderView, wanted: RefundWanted) -> None:
    """What the units had cost is in the stock again, or lost."""
    stocks = {line.id: line.stock_id for line in order.lines}
    back = {line_id: wanted.restock.get(line_id, 0) for line_id in wanted.units}
    lost = {line_id: many - back[line_id] for line_id, many in wanted.units.items()}
    bring_back_costs(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        back=[SoldUnits(one, stocks[one], many) for one, many in back.items() if many],
        lost=[SoldUnits(one, stocks[one], many) for one, many in lost.items() if many],
        reference_id=wanted.return_id or order.id,
    )


def _tell(order: OrderView, owed_id: UUID, amount_minor: int) -> None:
    record(
        order.seller_id,
        GoodsRefunded(
            seller_id=order.seller_id,
            refund_id=owed_id,
            order_id=order.id,
            buyer_id=order.buyer_id,
            amount_minor=amount_minor,
            currency=order.total.currency,
        ),
    )
