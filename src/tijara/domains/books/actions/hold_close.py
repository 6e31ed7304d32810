"""Keep the month still that was closed last: whoever opens it again holds it."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Close
from ..queries import closes_of, open_from
from ..rules import next_month
from ..shapes import BookKey
from .lock_book import lock_book


class NoSuchClose(Refusal):
    code = "books.no_such_close"
    kind = Kind.MISSING


class NotTheLastClose(Refusal):
    """Only the month that was closed last can be opened again."""

    code = "books.not_the_last_close"


@action(power=Power.SYSTEM)
def hold_close(*, actor: Actor, key: BookKey, close_id: UUID) -> Close:
    """The last that was closed, with the book held."""
    lock_book(actor=SYSTEM, key=key)
    row = closes_of(key).filter(id=close_id, reopened_at=None).first()
    if row is None:
        raise NoSuchClose()
    if open_from(key) != next_month(row.month):
        raise NotTheLastClose()
    return row
