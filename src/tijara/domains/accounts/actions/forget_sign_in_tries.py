"""Forget tries whose window is over."""

from tijara.domains.accounts.models import SignInTries
from tijara.domains.accounts.rules import WINDOW
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action


@action(power=Power.SYSTEM)
def forget_sign_in_tries(actor: Actor) -> int:
    """How many were forgotten."""
    return SignInTries.objects.filter(since__lt=now() - WINDOW).delete()[0]
