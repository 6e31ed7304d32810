"""Write down that what a carrier paid beyond what he owed was given back to him."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Remittance, RemittanceLine
from ..shapes import TO_EXPLAIN
from .close_remittance import close_remittance


class LineExplained(Refusal):
    """There is nothing to give back of it, or it was given back already."""

    code = "cash.line_explained"


@action(power=Power.PAYMENTS_MANAGE)
def explain_line(*, actor: Actor, remittance_id: UUID, line_id: UUID) -> None:
    """The last one closes its list."""
    row = Remittance.objects.select_for_update().filter(id=remittance_id).first()
    lines = RemittanceLine.objects.filter(
        remittance_id=remittance_id, id=line_id, verdict__in=TO_EXPLAIN, excess_minor__gt=0
    )
    is_first = (
        row
        and row.booked_at
        and lines.filter(explained_at=None).update(explained_at=now(), explained_by=actor.person_id)
    )
    if not is_first or row is None:
        raise LineExplained()
    line = lines.get()
    post_journal(
        actor=SYSTEM,
        seller_id=line.seller_id or OPERATOR_ID,
        kind="carrier_paid_back",
        reference_id=line.id,
        currency=row.currency,
        transfers=[Transfer(Account.CARRIER_PAYABLE, Account.BANK, line.excess_minor)],
    )
    close_remittance(actor=actor, remittance_id=remittance_id)
