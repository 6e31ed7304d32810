"""A checkout has come to its end: what it held is spent, or given back."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

SPEND = """
    WITH mine AS (
        SELECT owner_id, id, promotion_id, minor, state FROM promotions_claim
        WHERE checkout_id = %(checkout)s FOR UPDATE
    ), late AS (
        UPDATE promotions_promotion p SET uses = p.uses + 1, spent_minor = p.spent_minor + m.minor
        FROM mine m WHERE m.state = 'released' AND m.promotion_id = ANY(%(spent)s)
          AND p.owner_id = m.owner_id AND p.id = m.promotion_id
    ), back AS (
        UPDATE promotions_promotion p SET uses = p.uses - 1, spent_minor = p.spent_minor - m.minor
        FROM mine m WHERE m.state <> 'released' AND m.promotion_id <> ALL(%(spent)s)
          AND p.owner_id = m.owner_id AND p.id = m.promotion_id
    )
    UPDATE promotions_claim c
    SET state = CASE WHEN m.promotion_id = ANY(%(spent)s) THEN 'spent' ELSE 'released' END
    FROM mine m WHERE c.owner_id = m.owner_id AND c.id = m.id
"""
"""One that the sweep gave back while its checkout was cut off is counted once more: its buyer has
his order, and no limit is a reason to take it from him."""


@action(power=Power.SYSTEM, atomic=False)
def settle_claims(*, actor: Actor, checkout_id: UUID, spent: Iterable[UUID] = ()) -> None:
    """`spent` are the promotions that its orders got something by; the others are given back.
    However often it is told."""
    with connection.cursor() as cursor:
        cursor.execute(SPEND, {"checkout": checkout_id, "spent": list(spent)})
