"""Events are written into the books as they come; each minute, those of the last minutes that were
passed over; hourly, what was missed in the
last weeks and in one of those before. Reports are printed.
"""

from datetime import timedelta

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.rounds import spans_of_hour
from tijara.platform.jobs.pumps import pump

from .actions import book_events, print_exports

JUST_NOW = timedelta(minutes=1)
"""What is looked through every five seconds must not be long where much is sold."""


@pump(rest_seconds=5)
def book_what_happens() -> int:
    return book_events(actor=SYSTEM, back=JUST_NOW)


@pump(rest_seconds=3)
def print_waiting_exports() -> int:
    return print_exports(actor=SYSTEM)


@app.periodic(cron="* * * * *")
@app.task(name="books.book_late_events", queueing_lock="books.book_late_events")
def book_what_came_late(timestamp: int) -> None:
    book_events(actor=SYSTEM)


@app.periodic(cron="23 * * * *")
@app.task(name="books.book_missed_events", queueing_lock="books.book_missed_events")
def book_what_was_missed(timestamp: int) -> None:
    for span in spans_of_hour(now()):
        while book_events(actor=SYSTEM, span=span):
            pass
