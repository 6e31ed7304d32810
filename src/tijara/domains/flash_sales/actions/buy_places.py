"""The button of a flash sale: many presses of it are one statement, through the order door."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import may_sell
from ..shapes import Bought, Purchase

BUY = """
    SELECT ordinal, outcome, order_id, number, checkout_id
    FROM buy_flash_v1(%s, %s::uuid[], %s) ORDER BY ordinal
"""


@action(power=Power.BUY, atomic=False)
def buy_places(*, actor: Actor, seller_id: UUID, place_ids: Sequence[UUID]) -> list[Bought]:
    """One answer for each place, in the order given. One that fails never fails the others, and a
    place that has bought is answered with the order that stands. A shop that is closed sells
    nothing.

    Where two of one household come in one list, the second is answered AGAIN: what the first had
    counts when it is asked once more.
    """
    if not may_sell(seller_id):
        return [Bought(place_id, Purchase.NOT_NOW) for place_id in place_ids]
    with connection.cursor() as cursor:
        cursor.execute(BUY, [seller_id, list(place_ids), now()])
        rows = cursor.fetchall()
    return [
        Bought(place_id, Purchase(outcome), order_id, number or "", checkout_id)
        for place_id, (_, outcome, order_id, number, checkout_id) in zip(
            place_ids, rows, strict=True
        )
    ]
