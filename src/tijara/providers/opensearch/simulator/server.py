"""The HTTP server around it. Indexes are refreshed when they are told to be, never by the clock."""

import json
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from .api import Api

LARGEST_BODY = 100 * 1024 * 1024


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

    def do_DELETE(self) -> None:
        self._answer("DELETE")

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""

    def _answer(self, method: str) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        if length > LARGEST_BODY:
            self.close_connection = True
            self._send(413, {"error": "too large", "status": 413})
            return
        content = self.rfile.read(length)
        if self.headers.get("Authorization", "") != self.simulator.expected:
            self._send(401, {"error": "Unauthorized", "status": 401})
            return
        if self.simulator.api.befalls("silent"):
            self.close_connection = True
            return
        path = unquote(urlsplit(self.path).path)
        self._send(*self.simulator.api.answer(method, path, content))

    def _send(self, status: int, told: dict[str, Any]) -> None:
        content = json.dumps(told, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=UTF-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class Simulator:
    """Port 0 takes a free one."""

    def __init__(self, user: str = "tijara", password: str = "", port: int = 0) -> None:
        self.user, self.password = user, password
        self.expected = "Basic " + b64encode(f"{user}:{password}".encode()).decode()
        self.api = Api()
        bound = type("BoundHandler", (Handler,), {"simulator": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", port), bound)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    @contextmanager
    def running(self) -> Iterator["Simulator"]:
        """In a thread, as long as the block."""
        thread = threading.Thread(target=self.server.serve_forever, args=[0.02], daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.server.shutdown()
            self.server.server_close()
            thread.join(5)
