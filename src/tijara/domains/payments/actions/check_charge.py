"""Ask the gateway for the open payments of one charge: the buyer is back, or time is over."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Attempt
from .check_attempt import STILL_UNKNOWN, check_attempt


@action(power=Power.BUY, atomic=False)
def check_charge(*, actor: Actor, buyer_id: UUID, charge_id: UUID) -> None:
    rows = Attempt.objects.filter(buyer_id=buyer_id, charge_id=charge_id, state__in=STILL_UNKNOWN)
    for attempt_id in list(rows.values_list("id", flat=True)):
        check_attempt(actor=SYSTEM, buyer_id=buyer_id, attempt_id=attempt_id)
