"""Offer cash again to a phone that was blocked."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import BlockedPhone
from ..queries import forget_cash_terms


@action(power=Power.PAYMENTS_MANAGE)
def lift_block(*, actor: Actor, market_id: UUID, block_id: UUID) -> None:
    """Again is nothing."""
    rows = BlockedPhone.objects.filter(market_id=market_id, id=block_id, lifted_at=None)
    rows.update(lifted_at=now(), answer_sealed="")
    forget_cash_terms()
