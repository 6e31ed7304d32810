"""The money of a debit note has come: it is its seller's."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_held

from ..models import DebitClaim
from ..shapes import DebitState
from ..states import DEBIT

WHERE = {"card": Account.GATEWAY_RECEIVABLE, "bank_transfer": Account.BANK}


@action(power=Power.SYSTEM)
def take_debit_payment(
    *, actor: Actor, seller_id: UUID, note_id: UUID, method: str, amount_minor: int
) -> None:
    """Once, however often it is told. No commission is taken of it. Of an order it is nothing: its
    journal names none, so that the order's own sums stay what they were."""
    rows = DebitClaim.objects.select_for_update(no_key=True)
    claim = rows.filter(seller_id=seller_id, id=note_id, state=DebitState.OPEN).first()
    if claim is None:
        return
    told = {"method": method, "ended_at": now()}
    move_held(DEBIT, claim, Step("pay", actor, sets=told))
    claim.save(update_fields=["state", "method", "ended_at"])
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="debit_note_paid",
        reference_id=note_id,
        order_id=None,
        currency=claim.currency,
        transfers=[Transfer(WHERE[method], Account.SELLER_PAYABLE, amount_minor)],
    )
