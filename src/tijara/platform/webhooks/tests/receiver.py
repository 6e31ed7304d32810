"""A receiver outside, over real HTTP: each path has its own manners."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Receiver:
    port: int
    heard: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    status: int = 500
    """What /moody answers now."""
    says: bytes = b"taken\x00\n"

    def url(self, path: str = "/well") -> str:
        return f"http://127.0.0.1:{self.port}{path}"


STATUS = {"/well": 200, "/gone": 410, "/redirects": 302, "/busy": 503, "/huge": 200}


class Manners(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    known: Receiver
    ended: threading.Event

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        self.known.heard.append((self.path, dict(self.headers), self.rfile.read(length)))
        if self.path == "/slow":
            self._drip()
            return
        self.send_response(STATUS.get(self.path, self.known.status))
        if self.path == "/redirects":
            self.send_header("location", self.known.url())
        if self.path == "/busy":
            self.send_header("retry-after", "600")
        self.send_header("connection", "close")
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(self.known.says * (100_000 if self.path == "/huge" else 1))

    def _drip(self) -> None:
        """A byte now and then: no single wait is long, and it never ends."""
        with suppress(OSError):
            self.wfile.write(b"HTTP/1.1 200 OK\r\nx: ")
            while not self.ended.wait(0.05):
                self.wfile.write(b"y")

    def log_message(self, *said: object) -> None:
        pass


@contextmanager
def receiver() -> Iterator[Receiver]:
    mine = type("Mine", (Manners,), {"ended": threading.Event()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), mine)
    server.daemon_threads = True
    mine.known = Receiver(server.server_port)
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    try:
        yield mine.known
    finally:
        mine.ended.set()
        server.shutdown()
        server.server_close()
