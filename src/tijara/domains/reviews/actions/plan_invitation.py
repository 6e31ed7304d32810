"""Note that the buyer of a delivered order will be asked for a review."""

from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules import ASK_AFTER

PLAN = """
    INSERT INTO reviews_invitation (seller_id, id, buyer_id, due_at) VALUES (%s, %s, %s, %s)
    ON CONFLICT DO NOTHING
"""


@action(power=Power.SYSTEM)
def plan_invitation(*, actor: Actor, seller_id: UUID, order_id: UUID, buyer_id: UUID) -> None:
    """Once for an order."""
    with connection.cursor() as cursor:
        cursor.execute(PLAN, [seller_id, order_id, buyer_id, now() + ASK_AFTER])
