"""Write down what some goods earn from now on: it takes the place of what held for them."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import RateRow
from ..queries import forget_programmes
from ..rules import rate_faults
from ..shapes import RateDraft


class RateInvalid(Invalid):
    code = "loyalty.rate_invalid"


@action(power=Power.MARKETS_MANAGE)
def write_rate(*, actor: Actor, market_id: UUID, rate_id: UUID, draft: RateDraft) -> None:
    """`rate_id` was made with the form, so that pressing twice writes one. What was ordered before
    earns by what held then."""
    if faults := rate_faults(draft):
        raise RateInvalid(faults)
    if RateRow.objects.filter(id=rate_id).exists():
        return
    moment = now()
    of_these = RateRow.objects.filter(market_id=market_id, of=draft.of, target_id=draft.target_id)
    of_these.filter(ended_at=None).update(ended_at=moment)
    RateRow.objects.create(
        id=rate_id,
        market_id=market_id,
        of=draft.of,
        target_id=draft.target_id,
        points=draft.points,
        per_minor=draft.per_minor,
        written_at=moment,
        written_by=actor.person_id,
    )
    forget_programmes()
    tell_everything()
