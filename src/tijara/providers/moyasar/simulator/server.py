"""The HTTP server: the wire under /v1, the payer's pages, the desk under /simulator."""

import json
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hmac import compare_digest
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tijara.platform.local_server import JSON, Answer, Asked, address_of, local_server, serving

from .api import ANSWER_LOST, Api
from .book import Book
from .faults import Faults
from .notices import Teller
from .site import Shown, Site
from .till import Till

LARGEST_BODY = 256 * 1024
FOR_KEYS = ("/v1/", "/simulator/")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action *; "
    "frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
}
NO_KEY = {"type": "authentication_error", "message": "Invalid authorization credentials"}


@dataclass(slots=True)
class Simulator:
    """`address` is where browsers reach it; port 0 takes a free one; `hook` is where it tells."""

    key: str
    token: str
    hook: str = ""
    port: int = 0
    address: str = ""
    file: Path | None = None
    faults: Faults = field(default_factory=Faults)
    server: ThreadingHTTPServer = field(init=False)
    teller: Teller = field(init=False)
    api: Api = field(init=False)
    site: Site = field(init=False)

    def __post_init__(self) -> None:
        self.server = local_server(self.port, self._answer, LARGEST_BODY)
        self.port = self.server.server_port
        self.address = self.address or address_of(self.server)
        book = Book(self.file)
        self.teller = Teller(self.hook, self.token, self.faults)
        self.api = Api(book, self.faults, self.teller, self.address)
        self.site = Site(self.api, Till(book, self.faults, self.teller))

    def has_key(self, header: str) -> bool:
        expected = "Basic " + b64encode(f"{self.key}:".encode()).decode()
        return compare_digest(header.encode(), expected.encode())

    @contextmanager
    def running(self) -> Iterator["Simulator"]:
        with serving(self.server):
            try:
                yield self
            finally:
                self.teller.wait()

    def _answer(self, asked: Asked) -> Answer | None:
        place = urlsplit(asked.target)
        if place.path.startswith(FOR_KEYS):
            return self._answer_program(asked, place.path)
        query, form = dict(parse_qsl(place.query)), _form(asked.body)
        return _answer(self.site.show(asked.method, place.path, query, form))

    def _answer_program(self, asked: Asked, path: str) -> Answer | None:
        status, told = self._told(asked, path)
        if status == ANSWER_LOST:
            return None
        words = json.dumps(told, ensure_ascii=False)
        return _answer(Shown(words, status, kind=JSON))

    def _told(self, asked: Asked, path: str) -> tuple[int, dict[str, Any]]:
        if not self.has_key(asked.headers.get("Authorization", "")):
            return 401, NO_KEY
        try:
            body = json.loads(asked.body or b"{}")
        except ValueError:
            body = None
        if not isinstance(body, dict):
            return 400, {"type": "invalid_request_error", "message": "no JSON object"}
        if path.startswith("/v1/"):
            return self.api.answer(asked.method, path, body)
        return self.site.order(path, body)


def _answer(shown: Shown) -> Answer:
    headers = HEADERS | ({"Location": shown.location} if shown.location else {})
    return Answer(shown.status, shown.body.encode(), shown.kind, headers)


def _form(body: bytes) -> dict[str, str]:
    return dict(parse_qsl(body.decode("utf-8", "replace")))
