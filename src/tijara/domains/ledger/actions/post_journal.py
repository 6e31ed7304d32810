"""Write one event of the trade into the journal: its postings and its purse, in one statement."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import OF_SELLER, POCKETS, Account, Transfer

POST = SQL("""
    WITH journal AS (
        INSERT INTO ledger_journal
            (seller_id, id, kind, reference, order_id, currency, occurred_at, earned_minor)
        VALUES (%(seller)s, %(id)s, %(kind)s, %(reference)s, %(order)s, %(currency)s, %(at)s,
                %(earned)s)
    ), posted AS (
        INSERT INTO ledger_posting (seller_id, id, journal_id, debit, credit, amount_minor)
        SELECT %(seller)s, p.id, %(id)s, p.debit, p.credit, p.amount
        FROM unnest(%(ids)s::uuid[], %(debits)s::text[], %(credits)s::text[], %(amounts)s::bigint[])
            AS p (id, debit, credit, amount)
    ) {purse}
    SELECT {purses}
""")
COLLECTED = SQL("""
    , purse AS (
        INSERT INTO ledger_purse AS p (seller_id, id, currency, held_minor, deposit_minor)
        VALUES (%(seller)s, %(order)s, %(currency)s, %(held)s, %(deposit)s)
        ON CONFLICT (seller_id, id) DO UPDATE SET
            held_minor = p.held_minor + excluded.held_minor,
            deposit_minor = p.deposit_minor + excluded.deposit_minor
        RETURNING 1
    )
""")
GIVEN_OUT = SQL("""
    , purse AS (
        UPDATE ledger_purse SET held_minor = held_minor + %(held)s,
               deposit_minor = deposit_minor + %(deposit)s
        WHERE seller_id = %(seller)s AND id = %(order)s RETURNING 1
    )
""")
UNTOUCHED = POST.format(purse=SQL(""), purses=SQL("1")).as_string(None)
FILLED = POST.format(purse=COLLECTED, purses=SQL("count(*) FROM purse")).as_string(None)
EMPTIED = POST.format(purse=GIVEN_OUT, purses=SQL("count(*) FROM purse")).as_string(None)
"""Written once: the server keeps the plan of a text that it knows."""


class NoPurse(AssertionError):
    """Something is taken out of a purse that was never filled: always a bug."""


@action(power=Power.SYSTEM, atomic=False)
def post_journal(
    *,
    actor: Actor,
    seller_id: UUID,
    kind: str,
    reference_id: UUID,
    currency: str,
    transfers: Sequence[Transfer],
    order_id: UUID | None = None,
) -> None:
    """Amounts in minor units; a transfer of nothing is left out.

    `reference_id` is of the thing whose event this is: an order, a parcel, a charge, a payout.
    The same kind for the same thing a second time breaks a unique key and takes the caller's
    transaction down with it: money moves once, or the caller's own guard has failed. So does taking
    more out of a purse than is in it.
    """
    moved = [one for one in transfers if one.amount_minor]
    held, deposit = (sum(_credited(one, (pocket,)) for one in moved) for pocket in POCKETS)
    given = {
        "seller": seller_id,
        "id": new_id(),
        "kind": kind,
        "reference": f"{kind}:{reference_id}",
        "order": order_id,
        "currency": currency,
        "at": now(),
        "earned": sum(_credited(one, OF_SELLER) for one in moved),
        "ids": [new_id() for _ in moved],
        "debits": [str(one.debit) for one in moved],
        "credits": [str(one.credit) for one in moved],
        "amounts": [one.amount_minor for one in moved],
        "held": held,
        "deposit": deposit,
    }
    with connection.cursor() as cursor:
        cursor.execute(_statement(held, deposit), given)
        if cursor.fetchone() != (1,):
            raise NoPurse(f"{kind}:{reference_id}")


def _statement(held: int, deposit: int) -> str:
    """What empties one pocket, too, needs a purse that is there."""
    if held == deposit == 0:
        return UNTOUCHED
    return EMPTIED if min(held, deposit) < 0 else FILLED


def _credited(one: Transfer, accounts: Sequence[Account]) -> int:
    """What it does to these accounts together."""
    return one.amount_minor * ((one.credit in accounts) - (one.debit in accounts))
