"""Hand held units on from one checkout to another: what is kept for a sale becomes a buyer's."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..shapes import HoldMove

MOVE = """
    WITH told AS (
        SELECT * FROM unnest(%(stocks)s::uuid[], %(sources)s::uuid[], %(targets)s::uuid[],
                             %(units)s::int[]) AS t (stock, source, target, units)
    ), out AS (
        SELECT stock, source, sum(units)::int AS units FROM told GROUP BY 1, 2
    ), into_ AS (
        SELECT stock, target, sum(units)::int AS units FROM told GROUP BY 1, 2
    ), emptied AS (
        DELETE FROM inventory_hold h USING out
        WHERE h.seller_id = %(seller)s AND h.checkout_id = out.source AND h.stock_id = out.stock
          AND h.quantity = out.units RETURNING 1
    ), lessened AS (
        UPDATE inventory_hold h SET quantity = h.quantity - out.units FROM out
        WHERE h.seller_id = %(seller)s AND h.checkout_id = out.source AND h.stock_id = out.stock
          AND h.quantity > out.units RETURNING 1
    ), kept AS (
        INSERT INTO inventory_hold AS h
            (seller_id, id, stock_id, checkout_id, quantity, expires_at, held_at)
        SELECT %(seller)s, uuidv7(), stock, target, units, %(until)s, %(at)s FROM into_
        ON CONFLICT (seller_id, checkout_id, stock_id)
        DO UPDATE SET quantity = h.quantity + excluded.quantity
    )
    SELECT (SELECT count(*) FROM emptied) + (SELECT count(*) FROM lessened)
         = (SELECT count(*) FROM out)
"""
"""One statement, whatever their number. What a stock holds in all stays as it is."""


class HoldTooSmall(Refusal):
    """Less is held than was to be handed on; nothing was."""

    code = "inventory.hold_too_small"


@action(power=Power.SYSTEM)
def move_holds(
    *, actor: Actor, seller_id: UUID, moves: Sequence[HoldMove], until: datetime
) -> None:
    """All of them or none. `until` is when holds that are new expire."""
    if not moves:
        return
    given = {
        "seller": seller_id,
        "stocks": [one.stock_id for one in moves],
        "sources": [one.source_id for one in moves],
        "targets": [one.target_id for one in moves],
        "units": [one.units for one in moves],
        "until": until,
        "at": now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(MOVE, given)
        (is_whole,) = cursor.fetchone()
    if not is_whole:
        raise HoldTooSmall()
