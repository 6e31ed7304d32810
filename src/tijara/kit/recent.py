"""What a process may keep for a few seconds, so that hot pages don't ask for it again."""

import time
from collections.abc import Callable

_all: list["Recent"] = []


class Recent[T]:
    """The result of `load`, loaded again when it is `seconds` old or was forgotten.

    `load` must return something immutable or never changed by its readers.
    """

    def __init__(self, load: Callable[[], T], seconds: float) -> None:
        self._load = load
        self._seconds = seconds
        self._kept: tuple[float, T] | None = None
        self._forgotten = 0
        _all.append(self)

    def get(self) -> T:
        """What was forgotten while it was being loaded is not kept: it may be from before."""
        kept, moment = self._kept, time.monotonic()
        if kept is None or moment - kept[0] > self._seconds:
            forgotten = self._forgotten
            kept = (moment, self._load())
            if forgotten == self._forgotten:
                self._kept = kept
        return kept[1]

    def forget(self) -> None:
        self._forgotten += 1
        self._kept = None


def forget_all() -> None:
    """Start afresh: after a change of the data at large, and between tests."""
    for recent in _all:
        recent.forget()
