"""Let go of credit that was held for checkouts which never came to an end."""

from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Hold
from ..shapes import HoldState
from .spend_hold import spend_hold


@action(power=Power.SYSTEM, atomic=False)
def release_holds(*, actor: Actor, limit: int = 200) -> int:
    """How many. Should its checkout end after all, it is paid another way."""
    due = Hold.objects.filter(state=HoldState.HELD, due_at__lte=now()).order_by("due_at")
    keys = list(due.values_list("buyer_id", "id")[:limit])
    return sum(_let_go(buyer_id, checkout_id) for buyer_id, checkout_id in keys)


def _let_go(buyer_id: UUID, checkout_id: UUID) -> bool:
    with transaction.atomic():
        return spend_hold(actor=SYSTEM, buyer_id=buyer_id, checkout_id=checkout_id, parts=())
