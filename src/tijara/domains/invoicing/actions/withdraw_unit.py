"""Write no more documents with a unit. What waits is still sent, so its keys stay sealed."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Unit
from ..states import UNIT


class NoUnit(Refusal):
    """The seller is not enrolled, or somebody has withdrawn him meanwhile."""

    code = "invoicing.no_unit"
    kind = Kind.CONFLICT


@action(power=Power.INVOICES_MANAGE)
def withdraw_unit(*, actor: Actor, seller_id: UUID) -> None:
    rows = Unit.objects.filter(seller_id=seller_id)
    if not move_rows(UNIT, rows, Step("withdraw", actor)):
        raise NoUnit()
