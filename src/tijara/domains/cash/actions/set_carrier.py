"""Say how many working days a carrier has to pay what he collected."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Carrier
from .read_remittance import NoSuchCarrier

MOST_DAYS = 60


class CarrierInvalid(Invalid):
    code = "cash.carrier_invalid"


@action(power=Power.PAYMENTS_MANAGE)
def set_carrier(*, actor: Actor, carrier_id: UUID, remit_days: int | None) -> None:
    """It holds for what is collected from now on."""
    if remit_days is None or not 0 <= remit_days <= MOST_DAYS:
        raise CarrierInvalid({"remit_days": "days_out_of_range"})
    if not Carrier.objects.filter(id=carrier_id).update(remit_days=remit_days):
        raise NoSuchCarrier()
