"""Staff decide between a buyer and a seller: all to the one, all to the other, or parted."""

from uuid import UUID

from tijara.domains.ledger.actions import release_purses
from tijara.domains.orders.actions import lock_order
from tijara.domains.returns.actions import reduce_price
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..shapes import Decision
from .give_back import give_back
from .move_deal import move_deal
from .write_word import write_word


class DecisionInvalid(Invalid):
    code = "deals.decision_invalid"


@action(power=Power.DISPUTES_DECIDE)
def decide_dispute(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    decision: str,
    words: str,
    amount_minor: int | None = None,
) -> None:
    """Both read why. `amount_minor`: what the buyer gets, where it is parted; the commission on it
    is not taken, and the rest of what is held is the seller's."""
    which = {"seller_id": seller_id, "order_id": order_id}
    if decision not in set(Decision):
        raise DecisionInvalid({"decision": "required"})
    if decision == Decision.PARTS and amount_minor is None:
        raise DecisionInvalid({"amount": "not_an_amount"})
    step = Step(f"decide_{decision}", actor, does=(f"award_{decision}",))
    if decision == Decision.BUYER:
        give_back(actor=SYSTEM, **which, step=step)
    else:
        order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
        move_deal(actor=SYSTEM, **which, step=step)
        if decision == Decision.SELLER:
            release_purses(actor=SYSTEM, keys=[(seller_id, order_id)])
        else:
            reduce_price(actor=SYSTEM, order=order, amount_minor=amount_minor or 0)
    write_word(actor=SYSTEM, on_behalf=actor, **which, text=words)
