"""Give a sold line its codes: each code to one order, whoever asks at the same time."""

from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Code

# The rows are picked once (MATERIALIZED), each by one order only (SKIP LOCKED). The door took the
# units before, so that there are always enough for everybody who asks.
ASSIGN = """
    WITH mine AS MATERIALIZED (
        SELECT id FROM inventory_code
        WHERE seller_id = %(seller)s AND stock_id = %(stock)s AND order_id IS NULL
        ORDER BY id LIMIT %(units)s FOR UPDATE SKIP LOCKED)
    UPDATE inventory_code AS c
       SET order_id = %(order)s, line_id = %(line)s, assigned_at = %(now)s
      FROM mine WHERE c.seller_id = %(seller)s AND c.id = mine.id
"""


class CodesMissing(Refusal):
    """There are fewer codes than were sold: nothing was given."""

    code = "inventory.codes_missing"


@action(power=Power.SYSTEM)
def assign_codes(
    *, actor: Actor, seller_id: UUID, stock_id: UUID, order_id: UUID, line_id: UUID, units: int
) -> None:
    """All or nothing, and the line gets no more when it is asked for again. The caller holds the
    order, so that one order is not served twice at once."""
    has = Code.objects.filter(seller_id=seller_id, order_id=order_id, line_id=line_id).count()
    given = {
        "seller": seller_id,
        "stock": stock_id,
        "order": order_id,
        "line": line_id,
        "units": units - has,
        "now": now(),
    }
    if has >= units:
        return
    with connection.cursor() as cursor:
        cursor.execute(ASSIGN, given)
        if cursor.rowcount != units - has:
            raise CodesMissing()
