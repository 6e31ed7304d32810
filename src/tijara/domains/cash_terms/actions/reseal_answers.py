"""Seal anew where those are answered who ask for cash, if an older secret has sealed it."""

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.resealing import Resealed, reseal_rows

from ..models import BlockedPhone
from ..rules import about_answer


@action(power=Power.SYSTEM, atomic=False)
def reseal_answers(*, actor: Actor) -> Resealed:
    """Marks can't be made anew: a block holds as long as the secret that made its mark is known."""
    rows = BlockedPhone.objects.all()
    return reseal_rows(rows, "answer_sealed", lambda row: about_answer(row.id))
