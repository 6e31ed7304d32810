"""The money of a charge is there: it is paid, and whom it concerns is told."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.rebuilding import rebuild
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import ChargePaid
from ..models import Charge
from ..shapes import ChargePart, ChargeState
from ..states import LIFE


class AlreadyPaid(AssertionError):
    """Its caller has locked the charge and looked at it: always a bug."""


@action(power=Power.SYSTEM)
def pay_charge(*, actor: Actor, buyer_id: UUID, charge_id: UUID, bank_reference: str = "") -> None:
    """Also of one that had expired or was cancelled: the orders decide what of late money."""
    row = Charge.objects.filter(buyer_id=buyer_id, id=charge_id)
    moment = now()
    moved = row.filter(state__in=LIFE.before(ChargeState.PAID)).update(
        state=ChargeState.PAID, paid_at=moment, moved_at=moment, bank_reference=bank_reference
    )
    if not moved:
        raise AlreadyPaid
    charge = row.get()
    parts = tuple(rebuild(ChargePart, part) for part in charge.parts)
    given = (buyer_id, charge_id, charge.checkout_id, charge.method, charge.currency)
    record(buyer_id, ChargePaid(*given, parts))
