"""Give what is held of orders to their sellers: any number of purses in one statement."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import DEAL_SETTLED

RELEASE = """
    WITH held AS (
        SELECT p.*, uuidv7() AS journal_id FROM ledger_purse p
        JOIN unnest(%(sellers)s::uuid[], %(orders)s::uuid[]) AS g (seller_id, id)
          ON g.seller_id = p.seller_id AND g.id = p.id
        WHERE p.held_minor > 0 FOR NO KEY UPDATE OF p
    ), emptied AS (
        UPDATE ledger_purse p SET held_minor = 0 FROM held
        WHERE p.seller_id = held.seller_id AND p.id = held.id
    ), journal AS (
        INSERT INTO ledger_journal (seller_id, id, kind, reference, order_id, currency, occurred_at)
        SELECT seller_id, journal_id, %(kind)s::text, %(kind)s::text || ':' || id, id, currency,
               %(at)s
        FROM held
    ), posted AS (
        INSERT INTO ledger_posting (seller_id, id, journal_id, debit, credit, amount_minor)
        SELECT seller_id, uuidv7(), journal_id, 'seller_held', 'seller_payable', held_minor
        FROM held
    )
    SELECT count(*) FROM held
"""


@action(power=Power.SYSTEM, atomic=False)
def release_purses(*, actor: Actor, keys: Sequence[tuple[UUID, UUID]]) -> int:
    """By (seller id, order id); how many had something in them. An empty one gives nothing."""
    if not keys:
        return 0
    sellers, orders = zip(*keys, strict=True)
    given = {"sellers": list(sellers), "orders": list(orders), "kind": DEAL_SETTLED, "at": now()}
    with connection.cursor() as cursor:
        cursor.execute(RELEASE, given)
        return cursor.fetchone()[0]
