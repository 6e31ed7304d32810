"""Keep the counts of shelves, the texts that are searched, and an engine outside up with what
stands there."""

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import feed_engine, recount_shelves, renew_texts


@pump(rest_seconds=1.0)
def recount_stale_shelves() -> int:
    return recount_shelves(actor=SYSTEM)


@pump(rest_seconds=5.0)
def renew_older_texts() -> int:
    return renew_texts(actor=SYSTEM)


@pump(rest_seconds=0.2)
def feed_engine_outside() -> int:
    return feed_engine(actor=SYSTEM)
