"""A deal begins: by the process that its market has now."""

from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import deal_track

OPEN = """
    INSERT INTO deals_deal (seller_id, id, state, process_version, opened_at, moved_at)
    VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""


@action(power=Power.SYSTEM, atomic=False)
def open_deal(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """Again is nothing."""
    process = deal_track(seller_id).process
    with connection.cursor() as cursor:
        cursor.execute(OPEN, [seller_id, order_id, process.start, process.version, now(), now()])
