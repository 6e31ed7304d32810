"""End the charges whose time is over, after a last look at their payments."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..models import Attempt, Charge, Receipt
from ..rules import AT_ONCE
from ..shapes import ChargeState, ReceiptState
from .check_attempt import STILL_UNKNOWN
from .check_charge import check_charge
from .move_charge import move_charge

PATIENCE = timedelta(hours=1)
"""A gateway that can't be asked keeps a charge open for so long; money that comes later still
pays it."""


@action(power=Power.SYSTEM, atomic=False)
def expire_charges(*, actor: Actor, limit: int = 100) -> int:
    """How many ended. A transfer whose receipt waits for staff is not late: they are."""
    due = Charge.objects.filter(state=ChargeState.OPEN, due_at__lte=now()).order_by("due_at")
    keys = list(due.values_list("buyer_id", "id")[:limit])
    ended, ends = 0, now() + AT_ONCE
    for buyer_id, charge_id in keys:
        if now() > ends:
            break
        check_charge(actor=SYSTEM, buyer_id=buyer_id, charge_id=charge_id)
        ended += _end(buyer_id, charge_id)
    return ended


def _end(buyer_id: UUID, charge_id: UUID) -> bool:
    with transaction.atomic():
        rows = Charge.objects.select_for_update(no_key=True)
        charge = rows.get(buyer_id=buyer_id, id=charge_id)
        if _may_still_come(charge):
            return False
        step = Step("expire", SYSTEM, vouched=("no_more_is_awaited",))
        return move_charge(actor=SYSTEM, buyer_id=buyer_id, charge_id=charge_id, step=step)


def _may_still_come(charge: Charge) -> bool:
    of_charge = {"buyer_id": charge.buyer_id, "charge_id": charge.id}
    if Receipt.objects.filter(**of_charge, state=ReceiptState.WAITING).exists():
        return True
    unasked = Attempt.objects.filter(**of_charge, state__in=STILL_UNKNOWN).exclude(last_error="")
    return charge.due_at > now() - PATIENCE and unasked.exists()
