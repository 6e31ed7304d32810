"""The goods go back to their buyer: mended, or because they were not accepted."""

from uuid import UUID

from tijara.domains.inventory.actions import release_hold
from tijara.domains.orders.actions import lock_order
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..queries import return_view
from ..rules.carriage import end_of
from ..rules.words import tidy_parcel
from ..shapes import ReturnView, Wish
from .move_return import NoSuchReturn, move_return
from .send_goods import SendingInvalid
from .settle_carriage import settle_carriage


class OwesMoney(Refusal):
    """Something was accepted, and the buyer wishes for his money: that comes first."""

    code = "returns.owes_money"


@action(power=Power.RETURNS_HANDLE)
def send_back_return(
    *, actor: Actor, seller_id: UUID, return_id: UUID, carrier: str, tracking_number: str = ""
) -> None:
    """Of a repair all of it, and what sending it had cost its buyer is settled; of anything else
    only where nothing was accepted."""
    told = return_view(seller_id, return_id)
    if told is None:
        raise NoSuchReturn()
    _check(told)
    carrier, tracking_number, faults = tidy_parcel(carrier, tracking_number)
    if faults:
        raise SendingInvalid(faults)
    step = Step(
        "send_back",
        actor,
        does=("hand_back",),
        sets={"back_carrier": carrier, "back_number": tracking_number},
    )
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=told.order_id)
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=step)
    if told.wish is Wish.REPAIR:
        settle_carriage(
            actor=SYSTEM,
            order=order,
            return_id=return_id,
            end=end_of(told),
            minor=told.carriage_minor,
        )
    release_hold(actor=SYSTEM, seller_id=seller_id, checkout_id=return_id)


def _check(told: ReturnView) -> None:
    if told.wish is not Wish.REPAIR and told.accepted:
        raise OwesMoney()
