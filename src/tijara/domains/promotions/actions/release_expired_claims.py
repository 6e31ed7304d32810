"""Give back what checkouts hold that never came to anything."""

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

RELEASE = """
    WITH gone AS (
        SELECT owner_id, id, promotion_id, minor FROM promotions_claim
        WHERE state = 'held' AND until < %s ORDER BY until LIMIT 500 FOR UPDATE SKIP LOCKED
    ), freed AS (
        UPDATE promotions_claim c SET state = 'released' FROM gone g
        WHERE c.owner_id = g.owner_id AND c.id = g.id
    ), sums AS (
        SELECT owner_id, promotion_id, count(*)::int AS uses, sum(minor)::bigint AS minor
        FROM gone GROUP BY 1, 2
    )
    UPDATE promotions_promotion p SET uses = p.uses - s.uses, spent_minor = p.spent_minor - s.minor
    FROM sums s WHERE p.owner_id = s.owner_id AND p.id = s.promotion_id
"""


@action(power=Power.SYSTEM, atomic=False)
def release_expired_claims(*, actor: Actor) -> None:
    with connection.cursor() as cursor:
        cursor.execute(RELEASE, [now()])
