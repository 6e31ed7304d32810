"""One POST to an address that a stranger chose: nowhere private, no redirect, never for long.

The name is resolved once, every address that it has is looked at, and the connection goes to the
address that was looked at: a name that answers differently a moment later gains nothing.
"""

import socket
import ssl
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import httpcore

from .rules import is_public
from .shapes import Answer, Fault

PATIENCE = 15.0
"""Seconds for everything, from the name to the last byte."""
CONNECT_PATIENCE = 5.0
MOST_READ = 4096
EXCERPT = 500
PARALLEL_NAMES = 6
FAULTS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Fault], ...] = (
    ((httpcore.TimeoutException, TimeoutError), Fault.TIMEOUT),
    (ssl.SSLError, Fault.UNSAFE),
)


class NotPublic(Exception):
    """The name stands for an address that is nobody's business from here."""


def post(url: str, headers: Mapping[str, str], body: bytes, *, anywhere: bool = False) -> Answer:
    """`anywhere` lets private addresses through, for an installation that says so."""
    began = time.monotonic()
    guard = _Guard(began + PATIENCE, anywhere)
    try:
        with httpcore.ConnectionPool(network_backend=guard, retries=0) as pool:
            answer = _asked(pool, url, headers, body)
    except Exception as error:
        answer = Answer(_fault(error))
    return replace(answer, milliseconds=int((time.monotonic() - began) * 1000))


def _asked(
    pool: httpcore.ConnectionPool, url: str, headers: Mapping[str, str], body: bytes
) -> Answer:
    told = [(name, value) for name, value in headers.items()]
    patience = {"connect": CONNECT_PATIENCE, "read": PATIENCE, "write": PATIENCE, "pool": 1.0}
    with pool.stream(
        "POST", url, headers=told, content=body, extensions={"timeout": patience}
    ) as response:
        said = _start_of(response.iter_stream())
        fault = _judged(response.status)
        return Answer(fault, response.status, said, asked=_asked_pause(response.headers))


def _judged(status: int) -> Fault | None:
    if 200 <= status < 300:
        return None
    return Fault.REDIRECT if 300 <= status < 400 else Fault.STATUS


def _asked_pause(headers: Sequence[tuple[bytes, bytes]]) -> int:
    said = next((value for name, value in headers if name.lower() == b"retry-after"), b"")
    return int(said) if said.isdigit() and len(said) < 7 else 0


def _start_of(chunks: Iterable[bytes]) -> str:
    """As much of the answer as is kept; the rest is never read."""
    read = b""
    for chunk in chunks:
        read += chunk
        if len(read) >= MOST_READ:
            break
    text = read[:MOST_READ].decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() else " " for sign in text).strip()[:EXCERPT]


def _fault(error: Exception) -> Fault:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, NotPublic):
            return Fault.NOT_PUBLIC
        for kinds, fault in FAULTS:
            if isinstance(cause, kinds):
                return fault
        cause = cause.__cause__ or cause.__context__
    return Fault.UNREACHABLE


class _Guard(httpcore.NetworkBackend):
    """Looks at an address before it connects to it, and lets nothing outlast the deadline."""

    def __init__(self, deadline: float, anywhere: bool) -> None:
        self._deadline = deadline
        self._anywhere = anywhere
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        failed: Exception | None = None
        for address in self._looked_at(host, port):
            try:
                left = _left(self._deadline, timeout)
                stream = self._plain.connect_tcp(address, port, left, local_address, socket_options)
                return _Bounded(stream, self._deadline)
            except httpcore.NetworkError as error:
                failed = error
        raise failed or httpcore.ConnectError(host)

    def connect_unix_socket(self, *given: Any, **more: Any) -> httpcore.NetworkStream:
        raise NotPublic

    def _looked_at(self, host: str, port: int) -> list[str]:
        """One private address among them, and none is used: nobody has such a name by chance."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        addresses = list(dict.fromkeys(str(row[4][0]) for row in found))[:PARALLEL_NAMES]
        if not self._anywhere and not all(map(is_public, addresses)):
            raise NotPublic
        return addresses


class _Bounded(httpcore.NetworkStream):
    """A stream on which every wait ends at the deadline, however slowly bytes drip."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, timeout)
        return _Bounded(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the whole took too long")
    return left if timeout is None else min(left, timeout)
