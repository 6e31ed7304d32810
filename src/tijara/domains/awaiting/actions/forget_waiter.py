"""Forget what a person waits for, who leaves for good."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Silence, Wait
from ..rules import mailbox_id


@action(power=Power.SYSTEM)
def forget_waiter(*, actor: Actor, buyer_ids: Sequence[UUID], email: str = "") -> None:
    """Also what was left at his address by a guest. That an address wants no such letters stays:
    its id names nobody, and without it whoever types that address has us write to it again."""
    owners = [*buyer_ids, *([mailbox_id(email)] if email else [])]
    Wait.objects.filter(buyer_id__in=owners).delete()
    Silence.objects.filter(buyer_id__in=buyer_ids).delete()
