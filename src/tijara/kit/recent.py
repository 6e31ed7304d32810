"""What a process may keep for a few seconds, so that hot pages don't ask for it again."""

import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext

_around: list[Callable[[], AbstractContextManager[object]]] = [nullcontext]
_all: list["Recent | RecentOf"] = []
SHELVES = "shelves"
"""The topic of what is drawn from goods on shelves: it can be forgotten by itself."""


class Recent[T]:
    """The result of `load`, loaded again when it is `seconds` old or was forgotten.

    `load` must return something immutable or never changed by its readers.
    """

    def __init__(self, load: Callable[[], T], seconds: float, *, topic: str = "") -> None:
        self.topic = topic
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
            with _around[0]():
                kept = (moment, self._load())
            if forgotten == self._forgotten:
                self._kept = kept
        return kept[1]

    def known(self) -> T | None:
        """What is kept, however old; nothing is loaded for it."""
        return self._kept[1] if self._kept else None

    def forget(self) -> None:
        self._forgotten += 1
        self._kept = None


class RecentOf[Key, T]:
    """As `Recent`, for each of many keys. Keys that are asked for together are loaded together.

    `load` answers for every key that it is given. At most `most` keys are kept.
    """

    def __init__(
        self,
        load: Callable[[set[Key]], Mapping[Key, T]],
        seconds: float,
        *,
        most: int = 5000,
        topic: str = "",
    ) -> None:
        self.topic = topic
        self._load = load
        self._seconds = seconds
        self._most = most
        self._kept: dict[Key, tuple[float, T]] = {}
        _all.append(self)

    def get(self, keys: Iterable[Key]) -> dict[Key, T]:
        kept, moment = self._kept, time.monotonic()
        wanted = set(keys)
        found = {
            key: pair[1]
            for key in wanted
            if (pair := kept.get(key)) and moment - pair[0] <= self._seconds
        }
        if missing := wanted - found.keys():
            with _around[0]():
                loaded = dict(self._load(missing))
            if len(kept) + len(loaded) > self._most:
                self.forget()
            kept.update((key, (moment, value)) for key, value in loaded.items())
            found |= loaded
        return found

    def forget(self) -> None:
        """What was being loaded meanwhile lands in a dictionary that nobody reads any more."""
        self._kept = {}


class Derived[Source, T]:
    """What is made of something that is kept, made once for each of its readers' keys until that is
    loaded anew: told by its being another object, so that nobody compares what is in it."""

    def __init__(self, make: Callable[..., T]) -> None:
        self._make = make
        self._made: tuple[Source | None, dict[object, T]] = (None, {})

    def of(self, source: Source, *keys: object) -> T:
        of, made = self._made
        if of is not source:
            made = {}
            self._made = (source, made)
        if keys not in made:
            made[keys] = self._make(source, *keys)
        return made[keys]


def load_within(around: Callable[[], AbstractContextManager[object]]) -> None:
    """Whatever is kept is loaded within this: it is everybody's, not only of who asked first."""
    _around[0] = around


def forget_all() -> None:
    """Start afresh: after a change of the data at large, and between tests."""
    for recent in _all:
        recent.forget()


def forget_topic(topic: str) -> None:
    """What is kept of one kind of thing, when things of that kind have changed."""
    for recent in _all:
        if recent.topic == topic:
            recent.forget()
