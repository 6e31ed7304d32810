"""Ask the gateway what became of a payment, and move it by the answer."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Attempt
from ..queries import gateway_called
from ..rules import FIRST_CHECK
from ..shapes import AttemptState, GatewaySilent
from .settle_attempt import settle_attempt

STILL_UNKNOWN = (AttemptState.ASKED, AttemptState.OPEN)


@action(power=Power.SYSTEM, atomic=False)
def check_attempt(*, actor: Actor, buyer_id: UUID, attempt_id: UUID) -> AttemptState | None:
    """The payment's state, as far as the gateway can be asked. Only the gateway is believed."""
    row = Attempt.objects.filter(buyer_id=buyer_id, id=attempt_id)
    found = row.values_list("state", "gateway", "gateway_id").first()
    if found is None:
        return None
    state, gateway, gateway_id = found
    if state not in STILL_UNKNOWN or not gateway_id:
        return AttemptState(state)
    told = gateway_called(gateway).fetch(gateway_id)
    if isinstance(told, GatewaySilent):
        row.update(last_error=told.why[:300], check_at=now() + FIRST_CHECK)
        return AttemptState(state)
    return settle_attempt(actor=actor, buyer_id=buyer_id, attempt_id=attempt_id, told=told)
