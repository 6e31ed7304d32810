"""A page that is kept, as one reader gets it: its gaps filled, pressed, and what caches must know
of it."""

import re
import zlib
from collections.abc import Hashable, Mapping
from hashlib import blake2b
from typing import Protocol

import brotli

from .asked import Asked
from .kept import Form, KeptPages, Page, Ready
from .threads import Drawn, Send

VARY = (b"vary", b"Accept-Encoding, Cookie, Save-Data")
PUBLIC = (b"cache-control", b"public, no-cache")
PRIVATE = (b"cache-control", b"private, no-cache")


class Dress(Protocol):
    """What a page that all share needs to know of one reader."""

    gap: re.Pattern[bytes]
    """Finds the gaps; its one group is the gap's name."""

    def is_apart(self, cookies: Mapping[str, str], path: str) -> bool:
        """Whether Django must draw the page at `path` for this reader alone."""

    def reader(self, place: Hashable, cookies: Mapping[str, str]) -> Hashable:
        """As much of the reader as the gaps show; None for one of whom nothing is known."""

    def pieces(self, place: Hashable, reader: Hashable) -> Mapping[str, bytes]:
        """What stands in each gap."""

    def may_ask(self, address: str) -> bool:
        """Whether this network may ask once more just now."""


class Sender:
    def __init__(self, dress: Dress) -> None:
        self.dress = dress

    async def send(
        self, asked: Asked, page: Page, kept: KeptPages, said: tuple[bytes, bytes], send: Send
    ) -> None:
        form = (asked.encoding, self.dress.reader(page.place, asked.cookies))
        ready = page.forms.get(form)
        if ready is None:
            ready = self._made_ready(page, form)
            kept.add_form(asked.key, page, form, ready)
        policy = PRIVATE if asked.has_cookies else PUBLIC
        if ready.etag in asked.known:
            headers = [(b"etag", ready.etag), VARY, policy, said]
            await _say(send, 304, headers, b"")
        else:
            headers = [*ready.headers, policy, said]
            await _say(send, 200, headers, b"" if asked.is_head else ready.body)

    async def send_unkept(self, asked: Asked, drawn: Drawn, send: Send) -> None:
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


def _packed(body: bytes, encoding: str) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """Pressed harder than a page that is drawn for one: it is sent many times."""
    if not body or not encoding:
        return body, []
    if encoding == "br":
        packed = brotli.compress(body, quality=6)
    else:
        packed = zlib.compress(body, 6, wbits=31)
    return packed, [(b"content-encoding", encoding.encode())]


async def _say(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
