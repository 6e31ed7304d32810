"""Put lines back that a checkout took and could not order."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import PickedLine

PUT_BACK = """
    INSERT INTO cart_line (buyer_id, seller_id, offer_id, quantity, seen_minor, added_at)
    SELECT %s, t.*, %s FROM unnest(%s::uuid[], %s::uuid[], %s::int[], %s::bigint[]) AS t
    ON CONFLICT DO NOTHING
"""


@action(power=Power.BUY, atomic=False)
def put_back(*, actor: Actor, buyer_id: UUID, lines: Sequence[PickedLine]) -> None:
    """Put back twice they are there once; what was picked anew meanwhile stays as it is."""
    columns = [
        [line.seller_id for line in lines],
        [line.offer_id for line in lines],
        [line.quantity for line in lines],
        [line.seen_minor for line in lines],
    ]
    with connection.cursor() as cursor:
        cursor.execute(PUT_BACK, [buyer_id, now(), *columns])
