"""An HTTP server for programs on this machine, whose every request is answered by one function:
the simulators of vendors stand on it, and the signer that holds a seal. Nothing is logged, since
what is asked holds keys, cards and names."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HERE = "127.0.0.1"
JSON = "application/json; charset=utf-8"
LARGEST_BODY = 4 * 1024 * 1024
"""Bytes. Who sends more is told so (413), and nothing of it is read."""
QUICK = 0.02
"""Seconds in which a server in a thread sees that it is to end."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`target` is path and query, as they were sent."""

    method: str
    target: str
    headers: Message
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes = b""
    kind: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def told(cls, status: int, told: Any) -> "Answer":
        return cls(status, json.dumps(told, ensure_ascii=False).encode())


Answers = Callable[[Asked], Answer | None]
"""None: it hangs up without a word."""


def local_server(port: int, answers: Answers, largest: int = LARGEST_BODY) -> ThreadingHTTPServer:
    """Bound and not yet serving; port 0 takes a free one."""
    bound = type(
        "BoundHandler", (_Handler,), {"answers": staticmethod(answers), "largest": largest}
    )
    server = ThreadingHTTPServer((HERE, port), bound)
    server.daemon_threads = True
    return server


def address_of(server: ThreadingHTTPServer) -> str:
    return f"http://{HERE}:{server.server_port}"


def serve(server: ThreadingHTTPServer) -> None:
    """Until the process is told to end."""
    with suppress(KeyboardInterrupt):
        server.serve_forever()


@contextmanager
def serving(server: ThreadingHTTPServer) -> Iterator[None]:
    """In a thread, as long as the block."""
    thread = threading.Thread(target=server.serve_forever, args=[QUICK], daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


class _Handler(BaseHTTPRequestHandler):
    answers: Answers
    largest: int
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_PUT(self) -> None:
        self._answer()

    def do_DELETE(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""

    def _answer(self) -> None:
        size = self.headers.get("Content-Length") or "0"
        if not size.isdecimal() or int(size) > self.largest:
            self.close_connection = True
            self._send(Answer.told(413, {"error": "too large", "status": 413}))
            return
        body = self.rfile.read(int(size))
        answer = self.answers(Asked(self.command, self.path, self.headers, body))
        if answer is None:
            self.close_connection = True
        else:
            self._send(answer)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)
