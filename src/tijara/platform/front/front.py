"""The application that the server calls."""

import asyncio
import logging
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, Protocol

from django.db import connection

from tijara.platform import beats
from tijara.platform.merging.desk import close_desks

from .ear import hear
from .pictures import PublicPictures
from .shared_pages import SharedPages
from .static_files import StaticFiles
from .threads import BodyTooLarge, DjangoOnThreads, Receive, Send, VisitorGone

log = logging.getLogger(__name__)
PLAIN = (b"content-type", b"text/plain; charset=utf-8")
NEVER_KEEP = (b"cache-control", b"no-store")


class Quick(Protocol):
    """Answers some addresses itself, on the event loop."""

    def has(self, scope: dict) -> bool: ...

    async def answer(self, scope: dict, send: Send) -> bool:
        """False: it is for Django, and nothing was sent."""
        ...


class Failures(Protocol):
    """The pages of what goes wrong before Django is asked."""

    def page(self, scope: dict, status: int) -> tuple[list[tuple[bytes, bytes]], bytes] | None:
        """Headers and body for a person who reads; None where a word is enough."""
        ...


class Front:
    def __init__(
        self,
        django: DjangoOnThreads,
        static: StaticFiles,
        shared: SharedPages | None = None,
        quick: Quick | None = None,
        failures: Failures | None = None,
    ) -> None:
        self.quick = quick
        self.failures = failures
        self.django = django
        self.static = static
        self.shared = shared
        self.pictures = PublicPictures()
        self.nurse = ThreadPoolExecutor(1, "health")
        """Asks the database, also where every thread of the house is taken: who is busy is well."""

    async def __call__(self, scope: dict, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._answer(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._live(receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        beating = asyncio.ensure_future(_beat())
        try:
            await self._begin_and_end(receive, send)
        finally:
            beating.cancel()
            beats.forget(os.getpid())

    async def _begin_and_end(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            begins = message["type"] == "lifespan.startup"
            if self.shared is not None:
                self.shared.start() if begins else self.shared.stop()
            if not begins:
                await asyncio.get_running_loop().run_in_executor(None, close_desks)
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return

    async def _answer(self, scope: dict, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if path.startswith("/health/"):
            await self._tell_health(path, send)
        elif self.static.has(path):
            await self.static.send(scope, send)
        elif self.pictures.has(path):
            await self.pictures.send(scope, send)
        else:
            await self._answer_page(scope, receive, send)

    async def _answer_page(self, scope: dict, receive: Receive, send: Send) -> None:
        """From what is kept for all, else by Django."""
        try:
            if self.quick and self.quick.has(scope) and await self.quick.answer(scope, send):
                return
            asked = self.shared.asked(scope) if self.shared is not None else None
            if asked is not None and self.shared and await self.shared.answer(asked, send):
                hear(scope["path"], scope["query_string"], asked.address, scope["headers"])
                return
            if self.django.is_full():
                await self._fail(scope, send, 503, b"busy", (b"retry-after", b"2"))
            else:
                await self.django.answer(scope, receive, send)
        except VisitorGone:
            log.info("a visitor left before his request was whole")
        except BodyTooLarge:
            await self._fail(scope, send, 413, b"too large", (b"connection", b"close"))
        except Exception:
            log.exception("the front failed")
            await self._fail(scope, send, 500, b"error")

    async def _fail(
        self, scope: dict, send: Send, status: int, word: bytes, *headers: tuple[bytes, bytes]
    ) -> None:
        page = self.failures.page(scope, status) if self.failures is not None else None
        if page is None:
            await _say(send, status, word, PLAIN, *headers)
        else:
            told, body = page
            await _say(send, status, body, *told, *headers)

    async def _tell_health(self, path: str, send: Send) -> None:
        if path == "/health/live":
            await _say(send, 200, b"live", PLAIN)
        elif path == "/health/ready" and beats.is_leaving():
            await _say(send, 503, b"leaving", PLAIN)
        elif path == "/health/ready":
            loop = asyncio.get_running_loop()
            ready = await loop.run_in_executor(self.nurse, _database_answers)
            await _say(send, 200 if ready else 503, b"ready" if ready else b"no database", PLAIN)
        else:
            await _say(send, 404, b"", PLAIN)


async def _beat() -> None:
    with suppress(asyncio.CancelledError):
        while True:
            beats.beat()
            await asyncio.sleep(beats.EVERY)


def _database_answers() -> bool:
    """On a connection that is this question's own; one that is lost is opened anew next time."""
    try:
        connection.ensure_connection()
        if connection.is_usable():
            return True
        connection.close()
    except Exception:
        log.warning("the database does not answer")
    return False


async def _say(send: Send, status: int, body: bytes, *headers: tuple[bytes, bytes]) -> None:
    start: dict[str, Any] = {"type": "http.response.start", "status": status}
    await send(start | {"headers": [NEVER_KEEP, *headers]})
    await send({"type": "http.response.body", "body": body})
