"""Keep what gateways owe for orders paid by card, order by order, so that nobody reads years."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import batched
from uuid import UUID

from django.db import connection, transaction
from psycopg.sql import SQL, Composable

from tijara.domains.parties.queries import all_sellers
from tijara.kit.actor import Actor
from tijara.kit.ids import first_id_of
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.postgres.writers import settled

from ..models import WaitingOrder, WaitingTo
from ..queries import of_orders, some_orders, touched_orders

ONE = 1
BEHIND = timedelta(hours=1)
"""No posting with an id of that time will come any more."""
AT_ONCE = 500
"""Orders in one commit; the first time all of one seller."""
KEYS = SQL("unnest(%(sellers)s::uuid[], %(orders)s::uuid[]) AS key (seller_id, id)")
EMPTIED = SQL("""
    DELETE FROM clearing_waiting w USING {keys}
    WHERE w.seller_id = key.seller_id AND w.order_id = key.id
""").format(keys=KEYS)
FILLED = SQL("""
    INSERT INTO clearing_waiting (seller_id, order_id, id, number, currency, minor, since)
    SELECT * FROM ({items}) i WHERE minor <> 0
""")
OF_SELLER = SQL("(SELECT * FROM orders_order WHERE seller_id = %(seller)s)")
Key = tuple[UUID, UUID]


@action(power=Power.SYSTEM, atomic=False)
def keep_waiting(*, actor: Actor, anew: bool = False) -> int:
    """How many steps it took: of the orders whose account with the gateway has moved since the last
    time; the first time, or `anew`, of all. Broken off, it begins again where it began."""
    WaitingTo.objects.bulk_create([WaitingTo(id=ONE)], ignore_conflicts=True)
    mark = None if anew else WaitingTo.objects.values_list("posting_id", flat=True).get(id=ONE)
    until, steps = first_id_of(settled(BEHIND)), 0
    for step in _all() if mark is None else batched(touched_orders(mark), AT_ONCE, strict=False):
        _keep(step)
        steps += 1
    WaitingTo.objects.filter(id=ONE).update(posting_id=until)
    return steps


def _all() -> Iterator[UUID]:
    yield from (one.id for one in all_sellers())


@transaction.atomic
def _keep(step: UUID | Sequence[Key]) -> None:
    """Of a seller, or of some orders. Of two at once the second waits, and reads what is there
    then."""
    WaitingTo.objects.select_for_update().get(id=ONE)
    if isinstance(step, UUID):
        WaitingOrder.objects.filter(seller_id=step).delete()
        _fill(OF_SELLER, {"seller": step})
        return
    given = {"sellers": [seller for seller, _ in step], "orders": [order for _, order in step]}
    with connection.cursor() as cursor:
        cursor.execute(EMPTIED, given)
    _fill(some_orders(KEYS), given)


def _fill(orders: Composable, given: dict) -> None:
    with connection.cursor() as cursor:
        cursor.execute(FILLED.format(items=of_orders(orders)), given)
