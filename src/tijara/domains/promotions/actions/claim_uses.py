"""Hold a use of each limited promotion of a checkout: all of them, or none."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db import connection
from django.utils.crypto import salted_hmac

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Claim
from ..queries import forget_promotions
from ..shapes import ClaimWanted

PATIENCE = timedelta(minutes=15)
"""So long a checkout that was cut off keeps what it holds."""
CLAIM = """
    WITH asked AS (
        SELECT * FROM unnest(%(owners)s::uuid[], %(ids)s::uuid[], %(minors)s::bigint[])
            AS a (owner_id, promotion_id, minor)
        WHERE NOT EXISTS (
            SELECT 1 FROM promotions_claim c
            WHERE c.owner_id = a.owner_id AND c.promotion_id = a.promotion_id
              AND c.checkout_id = %(checkout)s AND c.state <> 'released')
        ORDER BY 1, 2
    ), had AS (
        SELECT a.*, (
            SELECT count(*) FROM promotions_claim c
            WHERE c.owner_id = a.owner_id AND c.promotion_id = a.promotion_id
              AND c.person = %(person)s AND c.state <> 'released') AS times
        FROM asked a
    ), counted AS (
        UPDATE promotions_promotion p SET uses = p.uses + 1, spent_minor = p.spent_minor + h.minor
        FROM had h
        WHERE p.owner_id = h.owner_id AND p.id = h.promotion_id
          AND p.state = 'active' AND p.starts_at <= %(now)s
          AND (p.ends_at IS NULL OR p.ends_at > %(now)s)
          AND (p.most_uses IS NULL OR p.uses < p.most_uses)
          AND (p.budget_minor IS NULL OR p.spent_minor + h.minor <= p.budget_minor)
          AND (p.most_each IS NULL OR h.times < p.most_each)
        RETURNING p.owner_id, p.id, h.minor, h.times
    ), held AS (
        INSERT INTO promotions_claim AS c (owner_id, id, promotion_id, checkout_id, person, turn,
            minor, state, held_at, until)
        SELECT owner_id, uuidv7(), id, %(checkout)s, %(person)s, times + 1, minor, 'held',
               %(now)s, %(until)s
        FROM counted
        ON CONFLICT DO NOTHING
        RETURNING promotion_id
    )
    SELECT (SELECT count(*) FROM asked), (SELECT array_agg(promotion_id) FROM held)
"""
"""One guarded statement counts and holds. Two of one person that race want the same turn: one is
left without, and its whole claim is undone with its transaction."""


class NoMoreUses(Refusal):
    """One of the promotions is used up, over, or was used by this person before.
    `facts["promotions"]` are their ids."""

    code = "promotions.no_more_uses"


@action(power=Power.SYSTEM)
def claim_uses(
    *, actor: Actor, checkout_id: UUID, person: str, wanted: Sequence[ClaimWanted]
) -> None:
    """Asked again for the same checkout it holds nothing twice. `person` tells people apart; only
    its keyed hash is kept."""
    mark = salted_hmac("tijara.promotions.person", person, algorithm="sha256").hexdigest()
    Claim.objects.filter(checkout_id=checkout_id, state="released").delete()
    moment = now()
    given = {
        "owners": [one.owner_id for one in wanted],
        "ids": [one.promotion_id for one in wanted],
        "minors": [one.minor for one in wanted],
        "checkout": checkout_id,
        "person": mark,
        "now": moment,
        "until": moment + PATIENCE,
    }
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, given)
        asked, held = cursor.fetchone()
    if asked != len(held or ()):
        forget_promotions()
        missed = {one.promotion_id for one in wanted} - set(held or ())
        raise NoMoreUses(promotions=tuple(sorted(missed)))
