"""Events are written into the books as they come; hourly, what was missed. Reports are printed."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import book_events, print_exports


@pump(rest_seconds=5)
def book_what_happens() -> int:
    return book_events(actor=SYSTEM)


@pump(rest_seconds=3)
def print_waiting_exports() -> int:
    return print_exports(actor=SYSTEM)


@app.periodic(cron="23 * * * *")
@app.task(name="books.book_missed_events", queueing_lock="books.book_missed_events")
def book_what_was_missed(timestamp: int) -> None:
    while book_events(actor=SYSTEM, is_whole=True):
        pass
