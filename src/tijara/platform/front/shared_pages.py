"""Public pages, answered from memory.

A page is drawn once for everybody, by a request that has neither cookies nor any other header of
the visitor's: so nothing of a person can be on it. What differs from reader to reader (the number
in the cart, day and night) is a named gap in it, filled for each as it is sent.
"""

import asyncio
import logging
import re
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from tijara.platform.changes import EVERYTHING

from .asked import Asked, asked_of
from .kept import Page, Shelves
from .listener import Listener
from .sending import Dress, Sender
from .threads import DjangoOnThreads, Drawn, Send

log = logging.getLogger(__name__)
MADE_ANEW = frozenset(
    (b"content-length", b"content-encoding", b"vary", b"cache-control", b"etag", b"set-cookie")
)
HIT = (b"cache-status", b"tijara; hit")
MISS = (b"cache-status", b"tijara; fwd=miss; stored")
MOST_REDRAWN = 2
"""Old pages that are drawn anew at a time, so that threads are left for who waits."""


@dataclass(slots=True)
class Outcome:
    drawn: Drawn
    page: Page | None


class SharedPages:
    """`hosts` are those it is asked as; `forget` is called with the tags of every change
    before its pages are drawn anew."""

    def __init__(
        self,
        django: DjangoOnThreads,
        addresses: re.Pattern[str],
        dress: Dress,
        *,
        hosts: frozenset[bytes],
        most_bytes: int,
        forget: Callable[[list[str]], None],
    ) -> None:
        self.django, self.addresses, self.dress, self.forget = django, addresses, dress, forget
        self.hosts = hosts
        self.kept, self.sender = Shelves(most_bytes), Sender(dress)
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
        asked = asked_of(scope, self.hosts)
        if asked is None or self.dress.is_apart(asked.cookies, scope["path"]):
            return None
        return asked

    async def answer(self, asked: Asked, send: Send) -> bool:
        """False: nothing was sent, and Django must see the request itself."""
        moment, page = time.monotonic(), self.kept.of(asked.has_query).get(asked.key)
        if page is None or not page.may_be_shown(moment):
            return await self._draw_and_answer(asked, send)
        if not self.dress.may_ask(asked.address):
            return False
        if page.should_be_redrawn(moment):
            self._redraw(asked)
        await self.sender.send(asked, page, self.kept.of(asked.has_query), HIT, send)
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
            await self.sender.send(asked, outcome.page, self.kept.of(asked.has_query), MISS, send)
            return True
        if not is_first or outcome.drawn.status == 200:
            return False
        await self.sender.send_unkept(asked, outcome.drawn, send)
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
        drawn = await self.django.draw(asked.scope())
        has_cookie = any(name == b"set-cookie" for name, _ in drawn.headers)
        if drawn.shows is None or drawn.status != 200 or has_cookie:
            if drawn.status < 500:  # else what is kept is better than nothing, for its time
                self.kept.of(asked.has_query).drop(asked.key)
            return Outcome(drawn, None)
        headers = [pair for pair in drawn.headers if pair[0] not in MADE_ANEW]
        parts = self.dress.gap.split(drawn.body)
        page = Page(headers, parts, drawn.place, drawn.shows, began)
        if self.hears:
            self.kept.of(asked.has_query).put(asked.key, page)
        return Outcome(drawn, page)

    # What the listener calls, on its own thread -------------------------------------------

    def _hear(self, tags: list[str], call: Callable[..., Any]) -> None:
        """What this process keeps of it is forgotten before its pages may be drawn anew."""
        self.forget(tags)
        call(self.kept.change, tags)

    def _gain(self, call: Callable[..., Any]) -> None:
        self.forget([EVERYTHING])
        call(self._begin)

    # … and what it leaves to the loop -----------------------------------------------------

    def _begin(self) -> None:
        self._end()
        self.kept.change([EVERYTHING])
        self.hears = True

    def _end(self) -> None:
        self.hears = False
        self.kept.clear()
