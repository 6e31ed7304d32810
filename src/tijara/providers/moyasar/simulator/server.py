"""The HTTP server: the wire under /v1, the payer's pages, the desk under /simulator."""

import json
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hmac import compare_digest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from .api import ANSWER_LOST, Api
from .book import Book
from .faults import Faults
from .notices import Teller
from .site import Shown, Site
from .till import Till

LARGEST_BODY = 256 * 1024
FOR_KEYS = ("/v1/", "/simulator/")
POLICY = "default-src 'none'; style-src 'self'; form-action *; frame-ancestors 'none'"
NO_KEY = {"type": "authentication_error", "message": "Invalid authorization credentials"}


class Handler(BaseHTTPRequestHandler):
    simulator: "Simulator"
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def do_PUT(self) -> None:
        self._answer("PUT")

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what is asked may hold a card's number."""

    def _answer(self, method: str) -> None:
        place = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        if length > LARGEST_BODY:
            self.close_connection = True
            self._send(Shown("too large", 413))
            return
        body = self.rfile.read(length)
        if place.path.startswith(FOR_KEYS):
            self._answer_program(method, place.path, body)
            return
        query, form = dict(parse_qsl(place.query)), _form(body)
        self._send(self.simulator.site.show(method, place.path, query, form))

    def _answer_program(self, method: str, path: str, body: bytes) -> None:
        status, told = self._told(method, path, body)
        if status == ANSWER_LOST:
            self.close_connection = True
            return
        words = json.dumps(told, ensure_ascii=False)
        self._send(Shown(words, status, kind="application/json; charset=utf-8"))

    def _told(self, method: str, path: str, body: bytes) -> tuple[int, dict[str, Any]]:
        if not self.simulator.has_key(self.headers.get("Authorization", "")):
            return 401, NO_KEY
        try:
            asked = json.loads(body or b"{}")
        except ValueError:
            asked = None
        if not isinstance(asked, dict):
            return 400, {"type": "invalid_request_error", "message": "no JSON object"}
        if path.startswith("/v1/"):
            return self.simulator.api.answer(method, path, asked)
        return self.simulator.site.order(path, asked)

    def _send(self, shown: Shown) -> None:
        content = shown.body.encode()
        self.send_response(shown.status)
        self.send_header("Content-Type", shown.kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        if shown.location:
            self.send_header("Location", shown.location)
        self.end_headers()
        self.wfile.write(content)


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
        bound = type("BoundHandler", (Handler,), {"simulator": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), bound)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.address = self.address or f"http://127.0.0.1:{self.port}"
        book = Book(self.file)
        self.teller = Teller(self.hook, self.token, self.faults)
        self.api = Api(book, self.faults, self.teller, self.address)
        self.site = Site(self.api, Till(book, self.faults, self.teller))

    def has_key(self, header: str) -> bool:
        expected = "Basic " + b64encode(f"{self.key}:".encode()).decode()
        return compare_digest(header.encode(), expected.encode())

    @contextmanager
    def running(self) -> Iterator["Simulator"]:
        """In a thread, as long as the block."""
        thread = threading.Thread(target=self.server.serve_forever, args=[0.02], daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.teller.wait()
            self.server.shutdown()
            self.server.server_close()
            thread.join(5)


def _form(body: bytes) -> dict[str, str]:
    return dict(parse_qsl(body.decode("utf-8", "replace")))
