"""Forget tries whose window is over, and codes that are good no more."""

from tijara.domains.accounts.models import OneTimeCode, SignInTries
from tijara.domains.accounts.rules import CODE_LIFE, LONGEST_WINDOW
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action


@action(power=Power.SYSTEM)
def forget_sign_in_tries(actor: Actor) -> int:
    """How many were forgotten."""
    moment = now()
    codes = OneTimeCode.objects.filter(sent_at__lt=moment - CODE_LIFE).delete()[0]
    tries = SignInTries.objects.filter(since__lt=moment - LONGEST_WINDOW).delete()[0]
    return codes + tries
