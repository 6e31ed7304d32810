"""Pages that are kept: by address, as many as fit into so many bytes, each with what it shows.

Used on the event loop alone, so nothing is locked.
"""

import time
from collections import OrderedDict, deque
from collections.abc import Collection, Hashable
from dataclasses import dataclass, field

from tijara.platform.changes import EVERYTHING

FRESH = 20.0
"""Seconds after which a page is drawn anew while the old one is still shown: for what changes by
the clock alone (the day of delivery, what is wanted most)."""
OLD = 120.0
"""Seconds after which it is shown no more."""
GRACE = 0.3
"""Seconds for which a page may still be shown after something on it has changed, while it is drawn
anew: nobody waits, and a page of which every second counts isn't drawn a hundred times."""
REST = 0.15
"""Seconds between two drawings of a page on which something changes all the time."""
REMEMBERED = 60.0
"""Seconds for which changes are remembered, for pages whose drawing began before them."""
MOST_REMEMBERED = 5000
OVERHEAD = 1500
"""Bytes of a page's own bookkeeping."""
MOST_FORMS = 16
"""Of one page; the oldest goes for one more."""
Form = tuple[str, Hashable]
"""An encoding, and for which reader."""


@dataclass(slots=True)
class Ready:
    """A page as it is sent."""

    headers: list[tuple[bytes, bytes]]
    body: bytes
    etag: bytes


@dataclass(slots=True)
class Page:
    """`parts` are texts and, between them, the names of what differs from reader to reader."""

    headers: list[tuple[bytes, bytes]]
    parts: list[bytes]
    place: Hashable
    tags: frozenset[str]
    made_at: float
    changed_at: float | None = None
    forms: dict[Form, Ready] = field(default_factory=dict)

    def may_be_shown(self, moment: float) -> bool:
        if self.changed_at is not None:
            return moment - self.changed_at <= GRACE
        return moment - self.made_at <= OLD

    def should_be_redrawn(self, moment: float) -> bool:
        age = moment - self.made_at
        return age > (FRESH if self.changed_at is None else REST)

    @property
    def size(self) -> int:
        forms = sum(len(one.body) for one in self.forms.values())
        return OVERHEAD + sum(map(len, self.parts)) + forms


class KeptPages:
    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self._pages: OrderedDict[Hashable, Page] = OrderedDict()
        self._sizes: dict[Hashable, int] = {}
        self._keys: dict[str, set[Hashable]] = {}
        self._changes: deque[tuple[float, frozenset[str]]] = deque()

    def get(self, key: Hashable) -> Page | None:
        page = self._pages.get(key)
        if page is not None:
            self._pages.move_to_end(key)
        return page

    def put(self, key: Hashable, page: Page) -> None:
        """`page.made_at` is when its drawing began: what has changed since then may not be on
        it."""
        page.changed_at = self._change_since(page.made_at, page.tags)
        self.drop(key)
        self._pages[key] = page
        for tag in page.tags:
            self._keys.setdefault(tag, set()).add(key)
        self.weigh(key)

    def add_form(self, key: Hashable, page: Page, form: Form, ready: Ready) -> None:
        if len(page.forms) >= MOST_FORMS:
            del page.forms[next(iter(page.forms))]
        page.forms[form] = ready
        if self._pages.get(key) is page:
            self.weigh(key)

    def weigh(self, key: Hashable) -> None:
        """Its size anew; those that were asked for longest ago go where it is too much."""
        self.bytes += self._pages[key].size - self._sizes.get(key, 0)
        self._sizes[key] = self._pages[key].size
        while self.bytes > self.most_bytes and self._pages:
            self.drop(next(iter(self._pages)))

    def drop(self, key: Hashable) -> None:
        page = self._pages.pop(key, None)
        if page is None:
            return
        self.bytes -= self._sizes.pop(key)
        for tag in page.tags:
            keys = self._keys[tag]
            keys.discard(key)
            if not keys:
                del self._keys[tag]

    def change(self, tags: Collection[str]) -> None:
        """Something on the pages with these tags is not as it was."""
        moment = time.monotonic()
        self._changes.append((moment, frozenset(tags)))
        while len(self._changes) > MOST_REMEMBERED or self._changes[0][0] < moment - REMEMBERED:
            self._changes.popleft()
        keys = self._pages if EVERYTHING in tags else self._keys_of(tags)
        for key in keys:
            page = self._pages[key]
            page.changed_at = moment if page.changed_at is None else page.changed_at

    def clear(self) -> None:
        for kept in (self._pages, self._sizes, self._keys):
            kept.clear()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._pages)

    def _keys_of(self, tags: Collection[str]) -> set[Hashable]:
        return set().union(*(self._keys.get(tag, ()) for tag in tags))

    def _change_since(self, moment: float, tags: frozenset[str]) -> float | None:
        """The first change of one of the tags after the moment. Where more has changed than is
        remembered, the oldest that is remembered counts as one."""
        if len(self._changes) >= MOST_REMEMBERED and self._changes[0][0] > moment:
            return self._changes[0][0]
        first = None
        for at, changed in reversed(self._changes):
            if at < moment:
                break
            if EVERYTHING in changed or not tags.isdisjoint(changed):
                first = at
        return first


class Shelves:
    """Pages with a query stand by themselves, in a quarter of the memory: nobody pushes the others
    out by inventing queries."""

    def __init__(self, most_bytes: int) -> None:
        self.plain = KeptPages(most_bytes * 3 // 4)
        self.queried = KeptPages(most_bytes // 4)

    def of(self, has_query: bool) -> KeptPages:
        return self.queried if has_query else self.plain

    def change(self, tags: Collection[str]) -> None:
        self.plain.change(tags)
        self.queried.change(tags)

    def clear(self) -> None:
        self.plain.clear()
        self.queried.clear()
