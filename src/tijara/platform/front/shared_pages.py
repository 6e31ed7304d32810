"""Public pages, answered from memory.

A page is drawn once for everybody, by a request that has neither cookies nor any other header of
the visitor's: so nothing of a person can be on it. What differs from reader to reader (the number
in the cart, day and night) is a named gap in it, filled for each as it is sent.
"""

import asyncio
import logging
import re
import time
import zlib
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Protocol

import brotli

from tijara.platform.changes import EVERYTHING

from .asked import Asked, asked_of
from .kept import Form, KeptPages, Page, Ready
from .listener import Listener
from .threads import DjangoOnThreads, Drawn, Send

log = logging.getLogger(__name__)
MADE_ANEW = frozenset(
    (b"content-length", b"content-encoding", b"vary", b"cache-control", b"etag", b"set-cookie")
)
VARY = (b"vary", b"Accept-Encoding, Cookie, Save-Data")
PUBLIC = (b"cache-control", b"public, no-cache")
PRIVATE = (b"cache-control", b"private, no-cache")
HIT = (b"cache-status", b"tijara; hit")
MISS = (b"cache-status", b"tijara; fwd=miss; stored")
QUERIED = 4
"""Pages with a query share a quarter of the memory: nobody pushes the others out by inventing
queries."""
MOST_REDRAWN = 2
"""Old pages that are drawn anew at a time, so that threads are left for who waits."""


class Dress(Protocol):
    """What a page that all share needs to know of one reader."""

    gap: re.Pattern[bytes]
    """Finds the gaps; its one group is the gap's name."""

    def is_apart(self, cookies: Mapping[str, str]) -> bool:
        """Whether Django must draw the page for this reader alone."""

    def reader(self, place: Hashable, cookies: Mapping[str, str]) -> Hashable:
        """As much of the reader as the gaps show; None for one of whom nothing is known."""

    def pieces(self, place: Hashable, reader: Hashable) -> Mapping[str, bytes]:
        """What stands in each gap."""

    def may_ask(self, address: str) -> bool:
        """Whether this network may ask once more just now."""


@dataclass(slots=True)
class Outcome:
    drawn: Drawn
    page: Page | None


class SharedPages:
    """`forget` is called with the tags of every change before its pages are drawn anew."""

    def __init__(
        self,
        django: DjangoOnThreads,
        addresses: re.Pattern[str],
        dress: Dress,
        *,
        most_bytes: int,
        forget: Callable[[list[str]], None],
    ) -> None:
        self.django, self.addresses, self.dress, self.forget = django, addresses, dress, forget
        self.plain = KeptPages(most_bytes * (QUERIED - 1) // QUERIED)
        self.queried = KeptPages(most_bytes // QUERIED)
        self.drawing: dict[Hashable, asyncio.Task[Outcome]] = {}
        self.redrawing = 0
        self.hears = False
        self.listener: Listener | None = None

    def start(self) -> None:
        """Only once it hears of changes is a page kept."""
        call = asyncio.get_running_loop().call_soon_threadsafe
        self.listener = Listener(
            hear=lambda tags: self._hear(tags, call),
            gain=lambda: self._gain(call),
            lose=lambda: call(self._end),
        )
        self.listener.start()

    def stop(self) -> None:
        if self.listener is not None:
            self.listener.stop()

    def asked(self, scope: dict) -> Asked | None:
        """The request, if it is for a public page that needs nothing but what is kept."""
        if not self.hears or scope["method"] not in ("GET", "HEAD"):
            return None
        if not self.addresses.fullmatch(scope["path"]):
            return None
        asked = asked_of(scope)
        return asked if asked and not self.dress.is_apart(asked.cookies) else None

    async def answer(self, asked: Asked, send: Send) -> bool:
        """False: nothing was sent, and Django must see the request itself."""
        moment, page = time.monotonic(), self._kept(asked).get(asked.key)
        if page is None or not page.may_be_shown(moment):
            return await self._draw_and_answer(asked, send)
        if not self.dress.may_ask(asked.address):
            return False
        if page.should_be_redrawn(moment):
            self._redraw(asked)
        await self._send(asked, page, HIT, send)
        return True

    async def _draw_and_answer(self, asked: Asked, send: Send) -> bool:
        """Whoever comes first has it drawn; the others wait for the same. A page that does not say
        what it shows is a person's own, and what was drawn for nobody is thrown away."""
        task = self.drawing.get(asked.key)
        is_first = task is None
        if task is None:
            if self.django.is_full():
                return False
            task = self._begin_drawing(asked)
        elif not self.dress.may_ask(asked.address):
            return False
        outcome = await asyncio.shield(task)
        if outcome.page is not None:
            await self._send(asked, outcome.page, MISS, send)
            return True
        if not is_first or outcome.drawn.status == 200:
            return False
        await self._send_unkept(asked, outcome.drawn, send)
        return True

    def _redraw(self, asked: Asked) -> None:
        if asked.key in self.drawing or self.redrawing >= MOST_REDRAWN or self.django.is_full():
            return
        self.redrawing += 1
        self._begin_drawing(asked).add_done_callback(self._has_redrawn)

    def _has_redrawn(self, task: asyncio.Task[Outcome]) -> None:
        self.redrawing -= 1
        if not task.cancelled() and task.exception():
            log.error("a page could not be drawn anew", exc_info=task.exception())

    def _begin_drawing(self, asked: Asked) -> asyncio.Task[Outcome]:
        task = asyncio.create_task(self._draw(asked))
        self.drawing[asked.key] = task
        task.add_done_callback(lambda _: self.drawing.pop(asked.key, None))
        return task

    async def _draw(self, asked: Asked) -> Outcome:
        began = time.monotonic()
        drawn = await self.django.draw(asked.scope)
        has_cookie = any(name == b"set-cookie" for name, _ in drawn.headers)
        if drawn.shows is None or drawn.status != 200 or has_cookie:
            if drawn.status < 500:  # else what is kept is better than nothing, for its time
                self._kept(asked).drop(asked.key)
            return Outcome(drawn, None)
        headers = [pair for pair in drawn.headers if pair[0] not in MADE_ANEW]
        parts = self.dress.gap.split(drawn.body)
        page = Page(headers, parts, drawn.place, drawn.shows, began)
        if self.hears:
            self._kept(asked).put(asked.key, page)
        return Outcome(drawn, page)

    async def _send(self, asked: Asked, page: Page, said: tuple[bytes, bytes], send: Send) -> None:
        form = (asked.encoding, self.dress.reader(page.place, asked.cookies))
        ready = page.forms.get(form)
        if ready is None:
            ready = self._made_ready(page, form)
            self._kept(asked).add_form(asked.key, page, form, ready)
        policy = PRIVATE if asked.has_cookies else PUBLIC
        if ready.etag in asked.known:
            headers = [(b"etag", ready.etag), VARY, policy, said]
            await _say(send, 304, headers, b"")
        else:
            headers = [*ready.headers, policy, said]
            await _say(send, 200, headers, b"" if asked.is_head else ready.body)

    async def _send_unkept(self, asked: Asked, drawn: Drawn, send: Send) -> None:
        """A redirect, an address where nothing is, a failure: for this one visitor."""
        reader = self.dress.reader(drawn.place, asked.cookies)
        parts = self.dress.gap.split(drawn.body)
        body, packed = _packed(self._filled(parts, drawn.place, reader), asked.encoding)
        headers = [one for one in drawn.headers if one[0] not in (b"content-length", b"vary")]
        headers += [*packed, VARY, (b"content-length", str(len(body)).encode())]
        await _say(send, drawn.status, headers, b"" if asked.is_head else body)

    def _made_ready(self, page: Page, form: Form) -> Ready:
        encoding, reader = form
        body = self._filled(page.parts, page.place, reader)
        etag = b'W/"%s"' % blake2b(body, digest_size=12).hexdigest().encode()
        body, packed = _packed(body, encoding)
        length = (b"content-length", str(len(body)).encode())
        return Ready([*page.headers, *packed, VARY, (b"etag", etag), length], body, etag)

    def _filled(self, parts: list[bytes], place: Hashable, reader: Hashable) -> bytes:
        """Every second part is the name of a gap."""
        if len(parts) == 1:
            return parts[0]
        pieces = self.dress.pieces(place, reader)
        filled = list(parts)
        filled[1::2] = [pieces[name.decode()] for name in parts[1::2]]
        return b"".join(filled)

    def _kept(self, asked: Asked) -> KeptPages:
        return self.queried if asked.has_query else self.plain

    # What the listener calls, on its own thread -------------------------------------------

    def _hear(self, tags: list[str], call: Callable[..., Any]) -> None:
        """What this process keeps of it is forgotten before its pages may be drawn anew."""
        self.forget(tags)
        call(self._change, tags)

    def _gain(self, call: Callable[..., Any]) -> None:
        self.forget([EVERYTHING])
        call(self._begin)

    # … and what it leaves to the loop -----------------------------------------------------

    def _change(self, tags: list[str]) -> None:
        self.plain.change(tags)
        self.queried.change(tags)

    def _begin(self) -> None:
        self._end()
        self._change([EVERYTHING])
        self.hears = True

    def _end(self) -> None:
        self.hears = False
        self.plain.clear()
        self.queried.clear()


def _packed(body: bytes, encoding: str) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """Pressed harder than a page that is drawn for one: it is sent many times."""
    if not body or not encoding:
        return body, []
    if encoding == "br":
        packed = brotli.compress(body, quality=5)
    else:
        packed = zlib.compress(body, 6, wbits=31)
    return packed, [(b"content-encoding", encoding.encode())]


async def _say(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
