"""Write into the books what has happened and is not in them yet."""

from datetime import timedelta

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.rounds import ALWAYS, Span
from tijara.platform.action import action

from ..queries import unbooked
from .book_seller import book_seller

LATELY = timedelta(minutes=15)
AHEAD = timedelta(days=1)


@action(power=Power.SYSTEM, atomic=False)
def book_events(
    *, actor: Actor, back: timedelta = LATELY, is_whole: bool = False, span: Span | None = None
) -> int:
    """How many. Of the last minutes, or of a `span`, which finds what came later than that, by a
    commit that took long or by an older version; `is_whole` of all times. A seller's events are a
    commit of their own."""
    lately = (ALWAYS[0] if is_whole else now() - back, now() + AHEAD)
    (since, end), done = span or lately, 0
    while True:
        found, until = unbooked(since, end)
        for seller_id, (journal_ids, cost_ids) in found.items():
            done += book_seller(
                actor=SYSTEM, seller_id=seller_id, journal_ids=journal_ids, cost_ids=cost_ids
            )
        if until == end:
            return done
        since = until
