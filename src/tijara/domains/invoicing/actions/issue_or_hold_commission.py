"""Write a month's commission, or hold it back until it keeps the authority's rules."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import HeldCommission
from .file_invoice import PaperHeld
from .issue_commission_invoice import issue_commission_invoice


@action(power=Power.SYSTEM, atomic=False)
def issue_or_hold_commission(*, actor: Actor, seller_id: UUID, month: date) -> UUID | None:
    """Its id; None where there is none to write, or it stands at the authority's desk with what is
    to be mended. The next night tries again."""
    try:
        return issue_commission_invoice(actor=SYSTEM, seller_id=seller_id, month=month)
    except PaperHeld as refusal:
        HeldCommission.objects.update_or_create(
            owner_id=OPERATOR_ID,
            seller_id=seller_id,
            month=month,
            defaults={
                "market_id": markets_of([seller_id])[seller_id],
                "remarks": [asdict(one) for one in refusal.remarks],
                "held_at": now(),
            },
        )
        return None
