"""Pages that only look are read from a replica of the database, where there is one.

What they show is never older than the moment they were asked for: a page is read there only once
the replica has what was committed before, so that whoever has just saved something sees it. Where
it is late, silent or refuses, the page is read where everything else is.
"""

import logging
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpRequest, HttpResponse

from tijara.kit import recent
from tijara.platform.breaker import Breaker

REPLICA = "replica"
"""As the settings name it; a process for which they don't has none."""
PATIENCE = 0.1
"""Seconds for what was committed to come there."""
STEP = 0.005
REST = 30.0
"""Seconds for which nobody asks one that was late or silent; then one does."""
WRITTEN = "SELECT pg_current_wal_flush_lsn()::text"
REPLAYED = "SELECT coalesce(pg_last_wal_replay_lsn() >= %s::pg_lsn, false)"
"""False, too, of a server that follows nobody."""
BEHIND = "SELECT %s::pg_lsn - coalesce(pg_last_wal_replay_lsn(), '0/0')"
REFUSALS = frozenset({"25006", "40001", "40P01"})
"""SQLSTATEs of a replica alone: it takes no writes, and gives up who is in the way of what it has
to follow."""
LOST = ("08", "57P")
"""How those begin that end a connection, when they say one at all."""

_breaker = Breaker(silences=1, rest_seconds=REST)
_aside = threading.local()
log = logging.getLogger(__name__)
GetResponse = Callable[[HttpRequest], HttpResponse]


@dataclass(slots=True)
class Reading:
    """What is read from a replica, and whether that failed for what it is. A statement that takes
    too long is no fault of it: another server would take as long."""

    is_refused: bool = False
    is_lost: bool = False

    @property
    def has_failed(self) -> bool:
        return self.is_refused or self.is_lost

    def __call__(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        try:
            return execute(sql, params, many, context)
        except Error as error:
            state = getattr(error.__cause__, "sqlstate", None)
            self.is_refused |= state in REFUSALS
            self.is_lost |= state.startswith(LOST) if state else isinstance(error, OperationalError)
            raise


class ReplicaMiddleware:
    """The innermost: who asks was found out before, and sessions are written after. A page that the
    replica has refused is drawn once more: to look twice harms nobody."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.pages = re.compile(settings.REPLICA_PAGES)
        if has_replica():
            recent.load_within(reading_main)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in ("GET", "HEAD") and self.pages.match(request.path_info):
            with reading_replica() as reading:
                response = self.get_response(request)
            if reading is None or not reading.has_failed:
                return response
            log.warning("the replica did not serve %s", request.resolver_match)
        return self.get_response(request)


@contextmanager
def reading_replica() -> Iterator[Reading | None]:
    """Whatever this thread asks of the database meanwhile is asked of the replica. None: there is
    none that has all that was committed."""
    main = connections[DEFAULT_DB_ALIAS]
    if not has_replica() or main.in_atomic_block or not _is_up_to_date():
        yield None
        return
    reading, replica = Reading(), connections[REPLICA]
    try:
        with replica.execute_wrapper(reading), _asking(replica):
            yield reading
    finally:
        if reading.is_lost:
            replica.close()
            _breaker.note(is_silent=True)


@contextmanager
def reading_main() -> Iterator[None]:
    """Within a page that is read from the replica: what a process keeps for all is asked of the
    database. It may have changed, and been forgotten for that, after this page was asked for."""
    main = getattr(_aside, "main", None)
    with _asking(main) if main else nullcontext():
        yield


@contextmanager
def _asking(other: BaseDatabaseWrapper) -> Iterator[None]:
    """`other` is this thread's database; the one that was lies aside."""
    before = connections[DEFAULT_DB_ALIAS]
    aside = getattr(_aside, "main", None)
    connections[DEFAULT_DB_ALIAS] = other
    _aside.main = None if other is aside else before
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = before
        _aside.main = aside


def bytes_behind() -> int | None:
    """What the replica has yet to follow; None where it doesn't answer."""
    written = _answer(DEFAULT_DB_ALIAS, WRITTEN)
    try:
        return int(_answer(REPLICA, BEHIND, written))
    except Error:
        return None


def has_replica() -> bool:
    return REPLICA in connections.settings


def _is_up_to_date() -> bool:
    if not _breaker.may_ask():
        return False
    written, is_late = _answer(DEFAULT_DB_ALIAS, WRITTEN), True
    try:
        is_late = not _has_followed(written)
    except Error:
        connections[REPLICA].close()
    _breaker.note(is_silent=is_late)
    return not is_late


def _has_followed(written: str) -> bool:
    ends = time.monotonic() + PATIENCE
    while not _answer(REPLICA, REPLAYED, written):
        if time.monotonic() > ends:
            return False
        time.sleep(STEP)
    return True


def _answer(alias: str, statement: str, *given: str) -> Any:
    with connections[alias].cursor() as cursor:
        cursor.execute(statement, given)
        return cursor.fetchone()[0]
