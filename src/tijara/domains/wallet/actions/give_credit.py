"""Put what staff give into the buyer's wallet, and tell him."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.balances.grants import carried_out

from ..models import Grant
from ..rules import last_moment
from ..shapes import CreditKind, CreditToPut
from .move_credit import move_credit
from .tell_of_credit import tell_of_credit


@action(power=Power.SYSTEM)
def give_credit(*, actor: Actor, buyer_id: UUID, grant_id: UUID, decided_by: UUID | None) -> None:
    """The caller has locked the proposal. Its days are counted from now."""
    grant = carried_out(Grant, buyer_id, grant_id, decided_by)
    move_id = move_credit(
        actor=SYSTEM,
        buyer_id=buyer_id,
        market_id=grant.market_id,
        credit=CreditToPut(
            kind=CreditKind.GOODWILL,
            amount=Money(grant.amount, grant.currency),
            reference=f"grant:{grant_id.hex}",
            expires_at=last_moment(grant.days, now()),
        ),
    )
    tell_of_credit(actor=SYSTEM, buyer_id=buyer_id, move_id=move_id)
