"""Staff have decided: what was said against a review until now is answered."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import ReviewReport


@action(power=Power.SYSTEM)
def settle_reports(*, actor: Actor, seller_id: UUID, review_id: UUID) -> None:
    open_ones = ReviewReport.objects.filter(
        seller_id=seller_id, review_id=review_id, settled_at=None
    )
    open_ones.update(settled_at=now())
