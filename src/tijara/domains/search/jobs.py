"""Keep the counts of shelves, the texts that are searched, what people ask for and an engine
outside up with what stands there, and tell those who keep a search."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import (
    feed_engine,
    forget_wordings,
    place_wordings,
    recount_shelves,
    renew_texts,
    tell_of_searches,
)


@pump(rest_seconds=1.0)
def recount_stale_shelves() -> int:
    return recount_shelves(actor=SYSTEM)


@pump(rest_seconds=5.0)
def renew_older_texts() -> int:
    return renew_texts(actor=SYSTEM)


@pump(rest_seconds=0.2)
def feed_engine_outside() -> int:
    return feed_engine(actor=SYSTEM)


@pump(rest_seconds=10.0)
def place_what_is_asked() -> int:
    return place_wordings(actor=SYSTEM)


@pump(rest_seconds=60.0)
def tell_who_keeps_searches() -> int:
    return tell_of_searches(actor=SYSTEM)


@app.periodic(cron="29 2 * * *")
@app.task(name="search.forget_wordings", queueing_lock="search.forget_wordings")
def forget_older_wordings(timestamp: int) -> None:
    forget_wordings(actor=SYSTEM)
