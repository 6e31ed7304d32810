"""Give the buyer the money of what he sent back."""

from uuid import UUID

from tijara.domains.inventory.actions import release_hold
from tijara.domains.orders.actions import lock_order
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..queries import delivered_goods, owed_by_ids, owes_charges, return_view, units_wanted
from ..rules.carriage import end_of
from ..shapes import CarriageEnd, RefundWanted, ReturnState, ReturnView
from ..states import GIVE_BACK, REFUND
from .move_return import NoSuchReturn, ReturnMovedOn, move_return
from .refund_units import refund_units
from .settle_carriage import settle_carriage

LET_KEEP = "let_keep"


@action(power=Power.ORDERS_REFUND)
def refund_return(
    *, actor: Actor, seller_id: UUID, return_id: UUID, with_charges: bool = False
) -> UUID:
    """By the shop or staff: for what was accepted; before anything was sent, for all of it, and the
    buyer keeps it. By the clock, where the shop has the goods and says nothing: for all of it.

    Delivery and fee go back with it where the shop is at fault and nothing of the order is kept,
    and wherever it wishes so. The way back is settled with it (`settle_carriage`).
    """
    told = return_view(seller_id, return_id)
    if told is None:
        raise NoSuchReturn()
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=told.order_id)
    step = _step(actor, told)
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=step)
    release_hold(actor=SYSTEM, seller_id=seller_id, checkout_id=return_id)
    goods, units = delivered_goods(order), units_wanted(told)
    is_kept = step.name == LET_KEEP
    end = CarriageEnd.NONE if is_kept else end_of(told, may_charge=True)
    owed_id = refund_units(
        actor=SYSTEM,
        on_behalf=actor,
        order=order,
        goods=goods,
        wanted=RefundWanted(
            reference=f"return:{return_id}",
            units=units,
            with_charges=with_charges or owes_charges(goods, told.reason, units),
            reason=told.reason,
            restock={each.line.id: each.restocked for each in told.lines},
            return_id=return_id,
            to_wallet=told.to_wallet,
            carriage_minor=told.carriage_minor if end is CarriageEnd.CHARGED else 0,
        ),
    )
    minor = told.carriage_minor
    if minor and end is CarriageEnd.CHARGED:
        minor = owed_by_ids(seller_id, [owed_id])[owed_id].carriage_minor
    settle_carriage(actor=SYSTEM, order=order, return_id=return_id, end=end, minor=minor)
    return owed_id


def _step(actor: Actor, told: ReturnView) -> Step:
    """The state decides which move it is, and the move asks the state once more. The clock has only
    the one that waits for its moment."""
    if actor.kind is ActorKind.SYSTEM:
        return Step("refund_for_silence", actor, does=REFUND)
    if told.state is not ReturnState.INSPECTED:
        return Step(LET_KEEP, actor, does=GIVE_BACK)
    if not told.accepted:
        raise ReturnMovedOn(state=told.state)
    return Step("refund", actor, does=REFUND, vouched=("something_is_accepted",))
