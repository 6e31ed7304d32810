"""Note how an order ended for its buyer, by its seller's doing."""

from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules import SERVICE_FADES_DAYS

NOTE = """
    INSERT INTO search_seller_record AS s (seller_id, served, failed, counted_at)
    VALUES (%(seller)s, %(served)s, %(failed)s, %(now)s)
    ON CONFLICT (seller_id) DO UPDATE SET
        served = s.served * power(0.5, greatest(
            extract(epoch FROM excluded.counted_at - s.counted_at), 0) / %(fades)s)
            + excluded.served,
        failed = s.failed * power(0.5, greatest(
            extract(epoch FROM excluded.counted_at - s.counted_at), 0) / %(fades)s)
            + excluded.failed,
        counted_at = greatest(s.counted_at, excluded.counted_at)
"""
DAY_SECONDS = 86_400


@action(power=Power.SYSTEM)
def note_service(*, actor: Actor, seller_id: UUID, served: float = 0, failed: float = 0) -> None:
    """One statement. What was noted before has faded meanwhile."""
    told = {
        "seller": seller_id,
        "served": served,
        "failed": failed,
        "now": now(),
        "fades": SERVICE_FADES_DAYS * DAY_SECONDS,
    }
    with connection.cursor() as cursor:
        cursor.execute(NOTE, told)
