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
        _all.append(self)

    def get(self) -> T:
        kept, moment = self._kept, time.monotonic()
        if kept is None or moment - kept[0] > self._seconds:
            self._kept = kept = (moment, self._load())
        return kept[1]

    def forget(self) -> None:
        self._kept = None


def forget_all() -> None:
    """Start afresh: after a change of the data at large, and between tests."""
    for recent in _all:
        recent.forget()
