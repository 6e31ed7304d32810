"""Hold more units for one who holds some already: as many as are free."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell

LOCK = """
    SELECT least(%(units)s, on_hand - held), variant_id FROM inventory_stock
    WHERE seller_id = %(seller)s AND id = %(stock)s FOR NO KEY UPDATE
"""
GROW = """
    WITH grown AS (
        INSERT INTO inventory_hold AS h
            (seller_id, id, stock_id, checkout_id, quantity, expires_at, held_at)
        VALUES (%(seller)s, uuidv7(), %(stock)s, %(checkout)s, %(got)s, %(until)s, %(at)s)
        ON CONFLICT (seller_id, checkout_id, stock_id)
        DO UPDATE SET quantity = h.quantity + excluded.quantity)
    UPDATE inventory_stock SET held = held + %(got)s
    WHERE seller_id = %(seller)s AND id = %(stock)s
"""


@action(power=Power.SYSTEM)
def grow_hold(
    *,
    actor: Actor,
    seller_id: UUID,
    checkout_id: UUID,
    stock_id: UUID,
    units: int,
    until: datetime,
) -> int:
    """How many it got, at most `units`."""
    given = {"seller": seller_id, "stock": stock_id, "checkout": checkout_id, "units": units}
    with connection.cursor() as cursor:
        cursor.execute(LOCK, given)
        got, variant_id = cursor.fetchone() or (0, None)
        if got <= 0:
            return 0
        cursor.execute(GROW, given | {"got": got, "until": until, "at": now()})
    tell([variant_id])
    return got
