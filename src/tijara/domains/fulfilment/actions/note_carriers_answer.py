"""A shop writes down what its own carrier has answered for a parcel that he has lost."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import Claimant, LossAnswer
from .answer_loss import answer_loss


@action(power=Power.ORDERS_HANDLE)
def note_carriers_answer(
    *, actor: Actor, seller_id: UUID, loss_id: UUID, answer: LossAnswer
) -> None:
    answer_loss(
        actor=SYSTEM,
        on_behalf=actor,
        seller_id=seller_id,
        loss_id=loss_id,
        answer=answer,
        by=Claimant.SELLER,
    )
