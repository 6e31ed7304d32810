"""Count a try of a second factor before it is looked at."""

import math
from datetime import timedelta
from uuid import UUID

from tijara.domains.accounts.models import SignInTries
from tijara.domains.accounts.rules import second_limits
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from .check_sign_in import TooManyTries


@action(power=Power.SIGN_IN, atomic=False)
def count_second_try(actor: Actor, *, person_id: UUID) -> None:
    """Once more, or TooManyTries. Parallel tries are no way around: they queue at the counter."""
    wait = SignInTries.objects.count_once(second_limits(person_id))
    if wait is not None:
        raise TooManyTries(minutes=math.ceil(wait / timedelta(minutes=1)))
