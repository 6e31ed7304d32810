"""A circuit breaker: who has been silent is not asked by everybody, one after the other, each of
them waiting to the end of his patience while a thread of the web process waits with him.
"""

import threading
import time
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary


@dataclass(slots=True)
class Breaker:
    """After so many silences in a row nobody asks for `rest_seconds`; then one tries."""

    silences: int
    rest_seconds: float
    in_a_row: int = 0
    rests_until: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def may_ask(self) -> bool:
        with self.lock:
            if self.in_a_row < self.silences:
                return True
            moment = time.monotonic()
            if moment < self.rests_until:
                return False
            self.rests_until = moment + self.rest_seconds
            return True

    def note(self, *, is_silent: bool) -> None:
        with self.lock:
            self.in_a_row = self.in_a_row + 1 if is_silent else 0
            self.rests_until = time.monotonic() + self.rest_seconds


_breakers: WeakKeyDictionary[object, Breaker] = WeakKeyDictionary()
_lock = threading.Lock()


def breaker_of(vendor: object, *, silences: int, rest_seconds: float) -> Breaker:
    """The one of this connected provider, in this process."""
    with _lock:
        return _breakers.setdefault(vendor, Breaker(silences, rest_seconds))
