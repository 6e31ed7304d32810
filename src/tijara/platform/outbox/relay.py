"""Bring recorded facts to their reactions: each at least once, each effect exactly once.

Reactions run in a transaction that first writes their rows: effects and rows commit together, so a
fact that is met again (a crash before it was marked) finds them and is passed over. An advisory
lock a lane lets any number of relays share the lanes; a dead relay's locks fall with its
connection.
"""

import json
import logging
import random
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import batched
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from tijara.kit.clock import now
from tijara.kit.rebuilding import rebuild
from tijara.kit.refusal import Refusal
from tijara.platform.audit.recorder import acts_together

from .models import LANES
from .subscriptions import Heard, Subscription, listeners, subscription_of

LOCKS = 0x74696A61
"""The first half of the advisory locks' key; the lane is the second."""
MOST_ATTEMPTS = 20
LONGEST_WAIT = timedelta(hours=1)
CHANCE = random.SystemRandom()
React = Callable[[Any], None]


class GoneOn(RuntimeError):
    """A reaction went on after a refusal that undoes what stands in its commit: all of it, its
    neighbours' effects too, would be lost without a word."""


log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pending:
    owner_id: UUID
    id: UUID
    lane: int
    name: str
    body: dict[str, Any]
    attempts: int
    recorded_at: datetime


class Relay:
    """Delivers the pending facts of its lanes; at most `lanes_at_once` are locked at a time, so
    that relays of several processes work side by side.
    """

    def __init__(self, lanes: Iterable[int] = range(LANES), lanes_at_once: int = LANES // 2):
        self.lanes = list(lanes)
        self.lanes_at_once = lanes_at_once

    def deliver_pending(self, limit: int = 200) -> int:
        """Deliver up to `limit` facts, oldest first; the number that is now done with."""
        pending = _read_pending(self.lanes, limit)
        waiting_lanes = list({event.lane for event in pending})
        CHANCE.shuffle(waiting_lanes)
        return sum(
            self._deliver_lanes(list(lanes), pending)
            for lanes in batched(waiting_lanes, self.lanes_at_once)
        )

    def _deliver_lanes(self, wanted: list[int], pending: list[Pending]) -> int:
        with _locked(wanted) as lanes:
            held = _still_pending([event for event in pending if event.lane in lanes])
            delivered = [event for event in held if _deliver(event)]
            delivered = delivered if _all_heard(delivered) else []
            _mark_delivered(delivered)
        return len(delivered)


def _read_pending(lanes: list[int], limit: int) -> list[Pending]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT owner_id, id, lane, name, body::text, attempts, recorded_at FROM outbox_event "
            "WHERE delivered_at IS NULL AND lane = ANY(%s) AND attempts < %s "
            "AND (retry_at IS NULL OR retry_at <= %s) ORDER BY id LIMIT %s",
            [lanes, MOST_ATTEMPTS, now(), limit],
        )
        return [
            Pending(owner_id, id, lane, name, json.loads(body), attempts, recorded_at)
            for owner_id, id, lane, name, body, attempts, recorded_at in cursor
        ]


@contextmanager
def _locked(lanes: list[int]) -> Iterator[frozenset[int]]:
    """Those of the lanes that no other relay holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT lane FROM unnest(%s::int[]) AS lane WHERE pg_try_advisory_lock(%s, lane)",
            [lanes, LOCKS],
        )
        held = [lane for (lane,) in cursor]
    try:
        yield frozenset(held)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_unlock(%s, lane) FROM unnest(%s::int[]) AS lane", [LOCKS, held]
            )


def _still_pending(events: list[Pending]) -> list[Pending]:
    """Those that no other relay has met between reading them and holding their lanes."""
    if not events:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.id FROM outbox_event e JOIN unnest(%s::uuid[], %s::uuid[], %s::smallint[]) "
            "AS known (owner_id, id, attempts) USING (owner_id, id, attempts) "
            "WHERE e.delivered_at IS NULL",
            [
                [event.owner_id for event in events],
                [event.id for event in events],
                [event.attempts for event in events],
            ],
        )
        left = {id for (id,) in cursor}
    return [event for event in events if event.id in left]


def _deliver(event: Pending) -> bool:
    """Whether nothing more is to be done for the fact."""
    subscription = subscription_of(event.name)
    if subscription is None:
        return True
    try:
        fact = rebuild(subscription.fact_type, event.body)
    except Exception as error:
        _put_off(event, error)
        return False
    return _react(event, fact, subscription)


def _react(event: Pending, fact: Any, subscription: Subscription) -> bool:
    """All reactions in one commit. One that fails undoes it, and the others begin anew without it:
    every reaction has its turn."""
    left, failed = dict(subscription.reactions), None
    while left:
        begun: list[str] = []
        try:
            _react_together(event, fact, left, begun)
            break
        except Exception as error:
            failed = error
            left = {name: left[name] for name in left if name not in begun[-1:]} if begun else {}
    if failed is not None:
        _put_off(event, failed)
    return failed is None


def _react_together(
    event: Pending, fact: Any, reactions: Mapping[str, React], begun: list[str]
) -> None:
    """What fails undoes all, so that no action within needs a savepoint."""
    with transaction.atomic(), acts_together():
        for name in _first_times(event, reactions):
            begun.append(name)
            reactions[name](fact)
            if connection.needs_rollback:
                raise GoneOn(name)


def _first_times(event: Pending, reactions: Iterable[str]) -> list[str]:
    """Those that have not met the fact yet, in their order; now they have."""
    names = list(reactions)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO outbox_reaction (owner_id, event_id, reaction) "
            "SELECT %s, %s, name FROM unnest(%s::text[]) AS name "
            "ON CONFLICT DO NOTHING RETURNING reaction",
            [event.owner_id, event.id, names],
        )
        first = {name for (name,) in cursor}
    return [name for name in names if name in first]


def _all_heard(events: list[Pending]) -> bool:
    """Whether those who listen to everything have had these; if not, all come by again."""
    heard = [
        Heard(event.owner_id, event.id, event.name, event.body, event.recorded_at)
        for event in events
    ]
    try:
        for listen in listeners() if heard else ():
            listen(heard)
    except Exception as error:
        for event in events:
            _put_off(event, error)
        return False
    return True


def _mark_delivered(events: list[Pending]) -> None:
    if not events:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE outbox_event SET delivered_at = %s WHERE (owner_id, id) IN "
            "(SELECT * FROM unnest(%s::uuid[], %s::uuid[]))",
            [now(), [event.owner_id for event in events], [event.id for event in events]],
        )


def _put_off(event: Pending, error: Exception) -> None:
    """Try again later and later; after MOST_ATTEMPTS the fact is parked until a person looks."""
    reason = _reason(error)
    log.error(
        "fact %s (%s) failed, attempt %d: %s\n%s",
        event.id,
        event.name,
        event.attempts + 1,
        reason,
        "".join(traceback.format_tb(error.__traceback__)),
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE outbox_event SET attempts = attempts + 1, retry_at = %s, last_error = %s "
            "WHERE owner_id = %s AND id = %s",
            [now() + _wait_after(event.attempts), reason, event.owner_id, event.id],
        )


def _wait_after(attempts: int) -> timedelta:
    """1, 2, 4 … seconds up to an hour, half of it by chance, so that failures spread."""
    whole = min(timedelta(seconds=2**attempts), LONGEST_WAIT)
    return whole * CHANCE.uniform(0.5, 1)


def _reason(error: Exception) -> str:
    """The error's type and its code; never its text, which may hold personal data."""
    code = error.code if isinstance(error, Refusal) else _sqlstate(error)
    return f"{type(error).__module__}.{type(error).__qualname__} {code}".rstrip()


def _sqlstate(error: Exception) -> str:
    return getattr(error.__cause__, "sqlstate", None) or ""


def take_up_parked() -> int:
    """Try facts again that were given up: what kept them from their reactions was mended."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE outbox_event SET attempts = 0, retry_at = NULL "
            "WHERE delivered_at IS NULL AND attempts >= %s",
            [MOST_ATTEMPTS],
        )
        return cursor.rowcount
