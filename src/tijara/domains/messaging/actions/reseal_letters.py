"""Seal the letters with a secret anew that wait to be sent."""

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.resealing import Resealed, reseal_rows

from ..models import Message
from ..rules import sealed_about


@action(power=Power.SYSTEM, atomic=False)
def reseal_letters(*, actor: Actor) -> Resealed:
    waiting = Message.objects.filter(secret_until__isnull=False)
    text = reseal_rows(waiting, "text", lambda row: sealed_about(row.id))
    html = reseal_rows(waiting, "html", lambda row: sealed_about(row.id))
    return text + html
