"""How often somebody may do something: a bucket of tokens a key, in the memory of this process.

It keeps robots and accidents from wearing the house down; what must never be exceeded (tries of
passwords, budgets) is counted in the database by the domain that it belongs to.
"""

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from django.conf import settings

from tijara.kit.refusal import Kind, Refusal

MOST_KEYS = 50_000
"""More keys than this, and those that were quiet longest are forgotten."""


class RateLimited(Refusal):
    """Too often. `seconds` says how long to wait for the next time."""

    code = "rate_limited"
    kind = Kind.UNAVAILABLE


@dataclass(frozen=True, slots=True)
class Limit:
    """`at_once` times in a row, then `each_minute` times a minute."""

    name: str
    at_once: int
    each_minute: float


class Limiter:
    """Buckets by limit and key, in the order in which they were last used."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, most_keys: int = MOST_KEYS
    ) -> None:
        self._clock = clock
        self._most_keys = most_keys
        self._buckets: dict[tuple[str, str], tuple[float, float]] = {}
        """(tokens, when they were counted)."""
        self._lock = threading.Lock()

    def take(self, limit: Limit, key: str) -> None:
        """Once more, or RateLimited."""
        factor = settings.RATE_LIMIT_FACTOR
        most, each_second = limit.at_once * factor, limit.each_minute * factor / 60
        with self._lock:
            moment = self._clock()
            tokens, counted = self._buckets.pop((limit.name, key), (most, moment))
            tokens = min(most, tokens + (moment - counted) * each_second)
            allowed = tokens >= 1
            self._buckets[limit.name, key] = (tokens - 1 if allowed else tokens, moment)
            if len(self._buckets) > self._most_keys:
                del self._buckets[next(iter(self._buckets))]
        if not allowed:
            raise RateLimited(seconds=math.ceil((1 - tokens) / each_second))

    def forget_all(self) -> None:
        with self._lock:
            self._buckets.clear()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """While it lasts no time passes here, so that no bucket fills."""
        clock, moment = self._clock, self._clock()
        self._clock = lambda: moment
        try:
            yield
        finally:
            self._clock = clock

    def __len__(self) -> int:
        return len(self._buckets)


_of_process = Limiter()


def take(limit: Limit, key: str) -> None:
    """Once more for this key, or RateLimited; counted by this process."""
    _of_process.take(limit, key)


def forget_all() -> None:
    """For tests, which all ask from one address."""
    _of_process.forget_all()


def resting() -> AbstractContextManager[None]:
    """For tests that count up to a limit: a slow machine gives nothing back in between."""
    return _of_process.resting()
