"""Freeze a month of a book that is whole, and let no more entries into it."""

from datetime import UTC, date, datetime

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Book, Close, Entry
from ..queries import closes_of, figures_of, is_behind, moments, month_to_close
from ..rules import digest_of, last_day, next_month
from ..shapes import BookKey, Period
from .lock_book import lock_book

EVER = datetime(2000, 1, 1, tzinfo=UTC)


class NotTheNextMonth(Refusal):
    """Months are closed one after another, each when it is over."""

    code = "books.not_the_next_month"


@action(power=Power.SYSTEM)
def keep_close(*, actor: Actor, on_behalf: Actor, key: BookKey, month: date) -> bool:
    """Whether it is closed now: not while something of it is not in the book."""
    lock_book(actor=SYSTEM, key=key)
    if closes_of(key).filter(month=month, reopened_at=None).exists():
        return True
    due = month_to_close(key)
    if due is None or due.month != month or not due.is_over:
        raise NotTheNextMonth()
    _since, until = moments(key, Period(month, last_day(month)))
    if is_behind(EVER, until, key.owner_id, key.currency):
        return False
    _freeze(on_behalf, key, month)
    mine = Book.objects.filter(owner_id=key.owner_id, side=key.side, currency=key.currency)
    mine.update(open_from=next_month(month))
    return True


def _freeze(actor: Actor, key: BookKey, month: date) -> None:
    before = closes_of(key).order_by("-number").values_list("number", "digest").first()
    number, digest = before or (0, "")
    figures = figures_of(key, month)
    rows = Entry.objects.filter(side=key.side, currency=key.currency)
    rows = rows if key.is_market else rows.filter(owner_id=key.owner_id)
    entries = rows.filter(booked_on__gte=month, booked_on__lt=next_month(month)).count()
    Close.objects.create(
        owner_id=key.owner_id,
        side=key.side,
        currency=key.currency,
        month=month,
        number=number + 1,
        figures=figures,
        entries=entries,
        digest=digest_of(digest, month, entries, figures),
        closed_by=actor.person_id,
    )
