"""Send a document now that waits for its next turn."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Filing
from ..shapes import FilingState


class NotWaiting(Refusal):
    """It was answered meanwhile."""

    code = "invoicing.not_waiting"
    kind = Kind.CONFLICT


@action(power=Power.INVOICES_MANAGE)
def retry_filing(*, actor: Actor, seller_id: UUID, filing_id: UUID) -> None:
    """The pump takes it within seconds."""
    rows = Filing.objects.filter(seller_id=seller_id, id=filing_id, state=FilingState.WAITING)
    if not rows.update(retry_at=now()):
        raise NotWaiting()
