"""Let a seller off a demand. What he owes he owes still."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Demand
from ..states import DEMAND


@action(power=Power.PAYOUTS_RECORD)
def withdraw_demand(*, actor: Actor, seller_id: UUID, demand_id: UUID) -> bool:
    """False: it has ended already."""
    rows = Demand.objects.filter(seller_id=seller_id, id=demand_id)
    return bool(move_rows(DEMAND, rows, Step("withdraw", actor, sets={"ended_at": now()})))
