"""Write down what an order got by promotions, for the figures of those who gave it."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Use
from ..shapes import UseToRecord


@action(power=Power.SYSTEM)
def record_uses(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    checkout_id: UUID,
    sales: Money,
    uses: Sequence[UseToRecord],
) -> None:
    """Once for an order, however often it is told."""
    Use.objects.bulk_create(
        [
            Use(
                seller_id=seller_id,
                order_id=order_id,
                owner_id=one.owner_id,
                promotion_id=one.promotion_id,
                checkout_id=checkout_id,
                currency=sales.currency,
                sales_minor=sales.minor,
                minor=one.minor,
                market_minor=one.market_minor,
            )
            for one in uses
        ],
        ignore_conflicts=True,
    )
