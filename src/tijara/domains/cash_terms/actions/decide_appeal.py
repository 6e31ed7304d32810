"""Answer who has asked for cash again: the block is lifted, or it stays."""

from uuid import UUID

from django.utils.translation import gettext, override

from tijara.domains.markets.queries import market_by_id
from tijara.domains.messaging.actions import send_message
from tijara.domains.messaging.shapes import Draft
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.secrets import SealBroken, open_sealed

from ..models import BlockedPhone
from ..queries import forget_cash_terms
from ..rules import about_answer
from ..shapes import AppealState


class NoAppeal(Refusal):
    """Nobody asks, or somebody of the staff was quicker."""

    code = "cash_terms.no_appeal"
    kind = Kind.MISSING


@action(power=Power.PAYMENTS_MANAGE)
def decide_appeal(*, actor: Actor, market_id: UUID, block_id: UUID, is_lifted: bool) -> None:
    """The answer goes to the phone that asked; where it went is forgotten then."""
    rows = BlockedPhone.objects.select_for_update().filter(market_id=market_id, id=block_id)
    block = rows.filter(appeal=AppealState.ASKED, lifted_at=None).first()
    if block is None:
        raise NoAppeal()
    _answer(block, is_lifted=is_lifted)
    block.answer_sealed, block.appeal = "", AppealState.KEPT
    block.lifted_at = now() if is_lifted else None
    block.save()
    forget_cash_terms()


def _answer(block: BlockedPhone, *, is_lifted: bool) -> None:
    try:
        phone = open_sealed(block.answer_sealed, about=about_answer(block.id))
    except SealBroken:
        return
    with override(block.answer_language or "ar"):
        said = (
            gettext("You can pay in cash at the door again. Thank you for writing to us.")
            if is_lifted
            else gettext(
                "We have looked at it again. For now cash is not offered for this number; "
                "every other way to pay is open to you."
            )
        )
    market = market_by_id(block.market_id)
    draft = Draft(
        kind="cash_terms.answer",
        recipient=phone,
        language=block.answer_language or "ar",
        subject="",
        text=said,
        means=market.phone_means,
    )
    send_message(
        actor=SYSTEM, owner_id=OPERATOR_ID, key=f"cash_terms.answer:{block.id}", draft=draft
    )
