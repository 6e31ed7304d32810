"""Keep a book still until the commit: nobody else writes into it, and no month of it is closed."""

from datetime import date

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Book
from ..shapes import BookKey

LOCK = """
    SELECT open_from FROM books_book
    WHERE owner_id = %s AND side = %s AND currency = %s
"""


@action(power=Power.SYSTEM)
def lock_book(*, actor: Actor, key: BookKey, is_shared: bool = False) -> date | None:
    """The first day that takes entries, None for every day. `is_shared`: others may write too, and
    only closing waits; so the events of many sellers go into the operator's book at once."""
    book = Book(owner_id=key.owner_id, side=key.side, currency=key.currency)
    strength = "FOR SHARE" if is_shared else "FOR UPDATE"
    with connection.cursor() as cursor:
        asked = [key.owner_id, str(key.side), key.currency]
        cursor.execute(LOCK + strength, asked)
        row = cursor.fetchone()
        if row is None:
            Book.objects.bulk_create([book], ignore_conflicts=True)
            cursor.execute(LOCK + strength, asked)
            row = cursor.fetchone()
    return row[0]
