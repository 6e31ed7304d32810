"""Who got through his second factor starts anew."""

from uuid import UUID

from tijara.domains.accounts.models import SignInTries
from tijara.domains.accounts.rules import second_limits
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action


@action(power=Power.SIGN_IN)
def forgive_second_tries(actor: Actor, *, person_id: UUID) -> None:
    keys = [limit.key for limit in second_limits(person_id)]
    SignInTries.objects.filter(key__in=keys).delete()
