"""Django on threads: a request crosses to a thread once, and comes back as a whole response."""

import asyncio
import io
import re
import tempfile
from collections.abc import Callable, Hashable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponse, HttpResponseBase
from django.urls import set_script_prefix

from tijara.platform.connections import mend_connections

from .environ import environ_of
from .file_slice import FileSlice

SHARED = "tijara.shared"
"""The environ's mark, which no visitor can send, of a page that is drawn for everybody."""
Send = Callable[[dict], Any]
Receive = Callable[[], Any]
SHARING = {SHARED: True}
IN_MEMORY = 512 * 1024


class BodyTooLarge(Exception):
    """The request brings more than this front takes."""


class VisitorGone(Exception):
    """The connection ended before the whole body came: half a form must not take effect."""


@dataclass(frozen=True, slots=True)
class Uploads:
    """Addresses to which somebody with a session may send much, a few at once. Who he is and what
    he may, the page decides: this only keeps strangers from filling the disk."""

    addresses: re.Pattern[str]
    largest_body: int
    at_once: int
    session_cookie: str

    def is_one(self, scope: dict) -> bool:
        if scope["method"] != "POST" or not self.addresses.fullmatch(scope["path"]):
            return False
        needle = f"{self.session_cookie}=".encode()
        return any(name == b"cookie" and needle in value for name, value in scope["headers"])


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as Django drew it for everybody. `shows` are the tags of what stands on it, None
    where it is not for keeping; `place` is what the pieces that differ depend on."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    shows: frozenset[str] | None
    place: Hashable


class DjangoOnThreads:
    """Runs Django's handler for requests; refuses when too many are waiting."""

    def __init__(
        self,
        handler: WSGIHandler,
        *,
        threads: int,
        most_waiting: int,
        largest_body: int,
        uploads: Uploads | None = None,
    ) -> None:
        self.handler = handler
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="django")
        self.most_waiting = most_waiting
        self.largest_body = largest_body
        self.uploads = uploads
        self.uploading = 0
        self.waiting = 0

    def is_full(self) -> bool:
        return self.waiting >= self.most_waiting

    async def answer(self, scope: dict, receive: Receive, send: Send) -> None:
        body = await self._read_what_fits(scope, receive)
        environ = environ_of(scope, body)
        loop = asyncio.get_running_loop()
        self.waiting += 1
        try:
            response = await loop.run_in_executor(self.pool, self._respond, environ, send, loop)
        finally:
            self.waiting -= 1
        if response is not None:
            start, content = response
            await send(start)
            if isinstance(content, FileSlice):
                await _send_file(content, send)
            else:
                await send({"type": "http.response.body", "body": content})

    async def draw(self, scope: dict) -> Drawn:
        """A page of which the request says nothing but what is in `scope`."""
        self.waiting += 1
        try:
            return await self.run(partial(self._draw, environ_of(scope, io.BytesIO()) | SHARING))
        finally:
            self.waiting -= 1

    async def run(self, work: Callable[[], Any]) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self.pool, work)

    async def _read_what_fits(self, scope: dict, receive: Receive) -> Any:
        """A few requests at a time may bring more than others: signed-in people's uploads."""
        if self.uploads is None or not self.uploads.is_one(scope):
            return await self._read_body(receive, self.largest_body)
        if self.uploading >= self.uploads.at_once:
            return await self._read_body(receive, self.largest_body)
        self.uploading += 1
        try:
            return await self._read_body(receive, self.uploads.largest_body)
        finally:
            self.uploading -= 1

    async def _read_body(self, receive: Receive, largest_body: int) -> Any:
        """The whole body; a large one lies in a file that goes when the request is forgotten."""
        message = await _more(receive)
        body: Any = io.BytesIO(message.get("body", b""))
        size = body.seek(0, io.SEEK_END)
        if message.get("more_body"):
            body = _spooled(body)
        while message.get("more_body") and size <= largest_body:
            message = await _more(receive)
            size += body.write(message.get("body", b""))
        if size > largest_body:
            raise BodyTooLarge
        body.seek(0)
        return body

    # On a thread of the pool --------------------------------------------------------------

    def _draw(self, environ: dict) -> Drawn:
        response = self._response_to(environ)
        try:
            start = _start_of(response)
            shows, place = getattr(response, "shows", None), getattr(response, "place", None)
            return Drawn(start["status"], start["headers"], response.getvalue(), shows, place)
        finally:
            response.close()

    def _response_to(self, environ: dict) -> Any:
        mend_connections()
        set_script_prefix("/")
        return self.handler.get_response(WSGIRequest(environ))

    def _respond(
        self, environ: dict, send: Send, loop: asyncio.AbstractEventLoop
    ) -> tuple[dict, bytes | FileSlice] | None:
        """The response's two messages; a file is left to the front, which needs no thread for it;
        another streaming one is sent from here and gives None."""
        response = self._response_to(environ)
        try:
            start = _start_of(response)
            if isinstance(response, HttpResponse):
                return start, response.content
            if isinstance(response, FileSlice):
                return start, response
            _stream(start, response, send, loop)
            return None
        finally:
            response.close()


async def _more(receive: Receive) -> dict:
    message = await receive()
    if message["type"] == "http.disconnect":
        raise VisitorGone
    return message


def _spooled(first: io.BytesIO) -> Any:
    make = tempfile.SpooledTemporaryFile
    body = make(max_size=IN_MEMORY)
    body.write(first.getvalue())
    return body


def _start_of(response: HttpResponseBase) -> dict:
    headers = [
        (name.lower().encode("latin-1"), value.encode("latin-1"))
        for name, value in response.items()
    ]
    headers += [
        (b"set-cookie", morsel.OutputString().encode("latin-1"))
        for morsel in response.cookies.values()
    ]
    return {"type": "http.response.start", "status": response.status_code, "headers": headers}


def _stream(
    start: dict, chunks: Iterable[bytes], send: Send, loop: asyncio.AbstractEventLoop
) -> None:
    async def deliver(message: dict) -> None:
        """The server's `send` may give any awaitable; the loop takes coroutines only."""
        await send(message)

    def put(message: dict) -> None:
        asyncio.run_coroutine_threadsafe(deliver(message), loop).result()

    put(start)
    for chunk in chunks:
        put({"type": "http.response.body", "body": chunk, "more_body": True})
    put({"type": "http.response.body", "body": b""})


async def _send_file(slice_: FileSlice, send: Send) -> None:
    """Piece by piece, as fast as the visitor takes them."""
    loop = asyncio.get_running_loop()
    pieces = slice_.pieces()
    while piece := await loop.run_in_executor(None, next, pieces, b""):
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})
