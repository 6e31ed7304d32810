"""Close a month of a book: it takes no more entries, and its figures are frozen with a hash."""

from datetime import UTC, date, datetime
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..queries import moments, unbooked
from ..rules import last_day
from ..shapes import BookKey, Period
from .book_seller import book_seller
from .check_book import check_book
from .keep_close import keep_close

EVER = datetime(2000, 1, 1, tzinfo=UTC)
TRIES = 5


class BooksBehind(Refusal):
    """Events of the month are still being written: once more in a moment."""

    code = "books.behind"
    kind = Kind.UNAVAILABLE


@action(power=Power.BOOKS_KEEP, atomic=False)
def close_month(*, actor: Actor, owner_id: UUID, key: BookKey, month: date) -> None:
    """What has happened in it is written first; what comes later than the closing stands in the
    next open month, whenever it happened. Closed before, it is closed."""
    check_book(actor=SYSTEM, on_behalf=actor, owner_id=owner_id, key=key)
    for _ in range(TRIES):
        _book_all(key, month)
        if keep_close(actor=SYSTEM, on_behalf=actor, key=key, month=month):
            return
    raise BooksBehind()


def _book_all(key: BookKey, month: date) -> None:
    _since, until = moments(key, Period(month, last_day(month)))
    whose = None if key.is_market else key.owner_id
    since = EVER
    while True:
        found, end = unbooked(since, until, owner_id=whose, currency=key.currency)
        for seller_id, (journal_ids, cost_ids) in found.items():
            book_seller(
                actor=SYSTEM, seller_id=seller_id, journal_ids=journal_ids, cost_ids=cost_ids
            )
        if end == until:
            return
        since = end
