"""Forget where a person was written to about his payments: he leaves for good."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Charge
from ..shapes import ChargeState


@action(power=Power.SYSTEM)
def forget_payer(*, actor: Actor, buyer_ids: Sequence[UUID]) -> None:
    """Of charges that are over. Sums, references and the pictures of transfers are the books'."""
    mine = Charge.objects.filter(buyer_id__in=buyer_ids).exclude(state=ChargeState.OPEN)
    mine.update(recipient="")
