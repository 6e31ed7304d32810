"""The buyer has handed the goods over: to a carrier, or at the shop's door."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..queries import after_working_days
from ..rules.days import ARRIVE_DAYS
from .check_buyer import check_buyer
from .move_return import move_return

LONGEST = 60


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
    told = tidy_parcel(carrier, tracking_number)
    step = Step(
        "send",
        actor,
        sets={
            "carrier": told[0],
            "tracking_number": told[1],
            "due_at": after_working_days(seller_id, ARRIVE_DAYS),
        },
    )
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=step)


def tidy_parcel(carrier: str, tracking_number: str) -> tuple[str, str]:
    carrier, tracking_number = strip_controls(carrier), strip_controls(tracking_number)
    faults = {} if carrier else {"carrier": "required"}
    for name, text in (("carrier", carrier), ("tracking_number", tracking_number)):
        if len(text) > LONGEST:
            faults[name] = "too_long"
    if faults:
        raise SendingInvalid(faults)
    return carrier, tracking_number
