"""Let pages know that a pause has begun or is over: whether it is on, the moment itself decides."""

from django.db.models import Q

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Store
from ..queries import forget_stores


@action(power=Power.SYSTEM)
def turn_pauses(*, actor: Actor) -> int:
    """How many stores have closed or opened since the last look."""
    moment = now()
    is_on = Q(pause_from__lte=moment, pause_until__gt=moment)
    begun = Store.objects.filter(is_on, pause_told=False).update(pause_told=True)
    over = Store.objects.filter(pause_until__lte=moment).update(
        pause_from=None, pause_until=None, pause_told=False
    )
    if begun or over:
        forget_stores()
        tell_everything()
    return begun + over
