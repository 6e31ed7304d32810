"""A lean browser: one kept connection, its cookies, no redirects followed, nothing parsed."""

import gzip
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

TIMEOUT = 60.0
EDGE = "between-the-parts-of-a-form"


class Dropped(ConnectionError):
    """The server ended the connection before it had answered."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    location: str
    sent: bytes
    is_pressed: bool = False

    @property
    def body(self) -> bytes:
        """Unpacked only for who reads it."""
        return gzip.decompress(self.sent) if self.is_pressed else self.sent


class Visitor:
    def __init__(self, port: int, timeout: float = TIMEOUT) -> None:
        self.port = port
        self.timeout = timeout
        self.cookies: dict[str, str] = {}
        self._socket: socket.socket | None = None

    def get(self, path: str) -> Answer:
        return self._ask(f"GET {_address(path)} HTTP/1.1\r\n", b"")

    def post(self, path: str, fields: Mapping[str, object]) -> Answer:
        return self._send(path, "application/x-www-form-urlencoded", urlencode(fields).encode())

    def bring(self, path: str, field: str, content: bytes, **beside: str) -> Answer:
        """A file, as a form brings it, and what else the form says."""
        begin = f"--{EDGE}\r\nContent-Disposition: form-data; name="
        said = "".join(f'{begin}"{name}"\r\n\r\n{text}\r\n' for name, text in beside.items())
        kind = "application/pdf" if content.startswith(b"%PDF") else "text/csv"
        said += f'{begin}"{field}"; filename="{field}"\r\nContent-Type: {kind}\r\n\r\n'
        body = said.encode() + content + f"\r\n--{EDGE}--\r\n".encode()
        return self._send(path, f"multipart/form-data; boundary={EDGE}", body)

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _send(self, path: str, kind: str, body: bytes) -> Answer:
        head = (
            f"POST {_address(path)} HTTP/1.1\r\nContent-Type: {kind}\r\n"
            f"Sec-Fetch-Site: same-origin\r\nContent-Length: {len(body)}\r\n"
        )
        return self._ask(head, body)

    def _ask(self, head: str, body: bytes) -> Answer:
        is_kept = self._socket is not None
        try:
            return self._exchange(head, body)
        except Dropped:
            self.close()
            if not is_kept:
                raise
            return self._exchange(head, body)
        except OSError:
            self.close()
            raise

    def _exchange(self, head: str, body: bytes) -> Answer:
        if self._socket is None:
            self._socket = socket.create_connection(("127.0.0.1", self.port), self.timeout)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        head += f"Host: 127.0.0.1:{self.port}\r\nAccept-Encoding: gzip\r\n"
        if self.cookies:
            head += f"Cookie: {'; '.join(f'{k}={v}' for k, v in self.cookies.items())}\r\n"
        try:
            self._socket.sendall(f"{head}\r\n".encode() + body)
        except (BrokenPipeError, ConnectionResetError) as error:
            raise Dropped from error
        return self._read()

    def _read(self) -> Answer:
        raw = self._receive(b"")
        while (end := raw.find(b"\r\n\r\n")) < 0:
            raw = self._receive(raw)
        status, *lines = raw[:end].decode("latin-1").split("\r\n")
        headers = [line.partition(": ")[::2] for line in lines]
        told = {name.lower(): value for name, value in headers}
        for name, value in headers:
            if name.lower() == "set-cookie":
                self._keep(value)
        body = raw[end + 4 :]
        while len(body) < int(told.get("content-length", 0)):
            body = self._receive(body)
        if told.get("connection", "").lower() == "close":
            self.close()
        is_pressed = told.get("content-encoding") == "gzip"
        return Answer(int(status[9:12]), told.get("location", ""), body, is_pressed)

    def _receive(self, so_far: bytes) -> bytes:
        """More of the answer. An end before its first byte is a connection that was let go."""
        try:
            more = self._socket.recv(1 << 18) if self._socket else b""
        except ConnectionResetError as error:
            raise Dropped from error
        if not more:
            raise Dropped("the connection ended")
        return so_far + more

    def _keep(self, cookie: str) -> None:
        name, _, value = cookie.partition(";")[0].partition("=")
        if value and value != '""':
            self.cookies[name] = value
        else:
            self.cookies.pop(name, None)


def _address(path: str) -> str:
    return quote(path, safe="/?=&%-._~")
