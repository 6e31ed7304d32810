"""Forget what a person said who asked to sell and was refused: he leaves for good."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Application


@action(power=Power.SYSTEM)
def forget_applicant(*, actor: Actor, person_id: UUID) -> None:
    """One that waits stands in the way of leaving. What a store came of is the store's papers."""
    answered = Application.objects.filter(person_id=person_id, seller_id=None)
    answered.exclude(decided_at=None).delete()
