"""The buyer has handed the goods over: to a carrier, or at the shop's door."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..queries import after_working_days
from ..rules.days import ARRIVE_DAYS
from ..rules.words import tidy_parcel
from .check_buyer import check_buyer
from .move_return import move_return


class SendingInvalid(Invalid):
    code = "returns.sending_invalid"


@action(power=Power.BUY)
def send_goods(
    *,
    actor: Actor,
    buyer_id: UUID,
    seller_id: UUID,
    return_id: UUID,
    carrier: str,
    tracking_number: str = "",
) -> None:
    """Who carries it, and under which number: what he can show if it does not arrive."""
    check_buyer(actor=SYSTEM, buyer_id=buyer_id, seller_id=seller_id, return_id=return_id)
    carrier, tracking_number, faults = tidy_parcel(carrier, tracking_number)
    if faults:
        raise SendingInvalid(faults)
    step = Step(
        "send",
        actor,
        sets={
            "carrier": carrier,
            "tracking_number": tracking_number,
            "due_at": after_working_days(seller_id, ARRIVE_DAYS),
        },
    )
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=step)
