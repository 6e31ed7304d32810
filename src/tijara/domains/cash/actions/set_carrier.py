"""Say how many working days a carrier has to pay what he collected, where claims reach him, and how
many he has to answer one."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Carrier
from ..rules import is_mailbox
from .read_remittance import NoSuchCarrier

MOST_DAYS = 60
ANSWER_DAYS = 7


class CarrierInvalid(Invalid):
    code = "cash.carrier_invalid"


@action(power=Power.PAYMENTS_MANAGE)
def set_carrier(
    *,
    actor: Actor,
    carrier_id: UUID,
    remit_days: int | None,
    claims_to: str = "",
    claim_days: int | None = ANSWER_DAYS,
) -> None:
    """It holds for what is collected, and claimed, from now on."""
    mailbox, faults = strip_controls(claims_to).strip(), {}
    if remit_days is None or not 0 <= remit_days <= MOST_DAYS:
        faults["remit_days"] = "days_out_of_range"
    if claim_days is None or not 1 <= claim_days <= MOST_DAYS:
        faults["claim_days"] = "days_out_of_range"
    if mailbox and not is_mailbox(mailbox):
        faults["claims_to"] = "not_an_email"
    if faults:
        raise CarrierInvalid(faults)
    told = {"remit_days": remit_days, "claims_to": mailbox, "claim_days": claim_days}
    if not Carrier.objects.filter(id=carrier_id).update(**told):
        raise NoSuchCarrier()
