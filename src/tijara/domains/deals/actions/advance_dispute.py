"""What silence does to one dispute: as the process says that it lives by."""

from uuid import UUID

from tijara.domains.ledger.actions import release_purses
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..queries import after_days, deal_terms_of, dispute_of_order
from ..states import BRING_TO_STAFF, PAY, UNDO
from .give_back import give_back
from .move_deal import NoSuchDeal, move_deal


@action(power=Power.SYSTEM)
def advance_dispute(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """The move asks its moment once more: of an answer that came just now nothing is lost."""
    which = {"seller_id": seller_id, "order_id": order_id}
    told = dispute_of_order(seller_id, order_id)
    if told is None:
        raise NoSuchDeal()
    if UNDO.name in told.may:
        give_back(actor=SYSTEM, **which, step=Step(UNDO.name, SYSTEM, does=("refund",)))
    elif PAY.name in told.may:
        move_deal(actor=SYSTEM, **which, step=Step(PAY.name, SYSTEM, does=("release",)))
        release_purses(actor=SYSTEM, keys=[(seller_id, order_id)])
    else:
        days = deal_terms_of(seller_id, order_id).decide_days
        sets = {"due_at": after_days(seller_id, days)}
        move_deal(actor=SYSTEM, **which, step=Step(BRING_TO_STAFF.name, SYSTEM, sets=sets))
