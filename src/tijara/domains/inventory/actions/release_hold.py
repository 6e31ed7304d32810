"""Let go what a checkout holds with one seller."""

from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell

# The stock rows are locked before the holds go, in key order, as everybody does who takes both.
LOCK = """
    SELECT 1 FROM inventory_stock WHERE seller_id = %(seller)s AND id IN (
        SELECT stock_id FROM inventory_hold
        WHERE seller_id = %(seller)s AND checkout_id = %(checkout)s)
    ORDER BY id FOR NO KEY UPDATE
"""
RELEASE = """
    WITH gone AS (
        DELETE FROM inventory_hold WHERE seller_id = %(seller)s AND checkout_id = %(checkout)s
        RETURNING stock_id, quantity)
    UPDATE inventory_stock AS s SET held = s.held - gone.quantity FROM gone
    WHERE s.seller_id = %(seller)s AND s.id = gone.stock_id
    RETURNING s.variant_id
"""


@action(power=Power.SYSTEM)
def release_hold(*, actor: Actor, seller_id: UUID, checkout_id: UUID) -> None:
    """A checkout without holds is left as it is. Pages that show how many are left are told."""
    given = {"seller": seller_id, "checkout": checkout_id}
    with connection.cursor() as cursor:
        cursor.execute(LOCK, given)
        cursor.execute(RELEASE, given)
        tell(variant_id for (variant_id,) in cursor.fetchall())
