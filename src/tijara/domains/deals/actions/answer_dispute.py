"""The seller says how it was: now staff are to decide."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..queries import after_days, deal_terms_of
from .move_deal import move_deal
from .write_word import write_word


@action(power=Power.RETURNS_HANDLE)
def answer_dispute(*, actor: Actor, seller_id: UUID, order_id: UUID, words: str) -> None:
    days = deal_terms_of(seller_id, order_id).decide_days
    step = Step("answer", actor, sets={"due_at": after_days(seller_id, days)})
    move_deal(actor=SYSTEM, seller_id=seller_id, order_id=order_id, step=step)
    write_word(actor=SYSTEM, on_behalf=actor, seller_id=seller_id, order_id=order_id, text=words)
