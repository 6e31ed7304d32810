"""Very many presses of one button: a client of one thread that hardly costs anything itself.

Each connection sends a request, waits for its answer and sends the next. `at_rate` sends by the
clock instead, whatever is still waiting, so that a slow answer is not a slow question.
"""

import selectors
import socket
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .market import MarketFailed

ANSWER = b"answer="
END = b"\r\n\r\n"
PATIENCE = 60.0
"""Seconds in which nobody at all is answered, before the market is given up."""
SILENT = f"nobody was answered for {PATIENCE:.0f} seconds"


@dataclass(slots=True)
class Pressed:
    """What was answered how often, how long each took, and how long all of it."""

    answers: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)

    def percentile(self, part: float) -> float:
        """Milliseconds."""
        ordered = sorted(self.waits)
        return 1000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0


class Hand:
    """A connection. `since` is when its question should have been asked."""

    __slots__ = ("got", "since", "socket")

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.setblocking(False)
        self.got = b""
        self.since = 0.0

    def ask(self, request: bytes, since: float) -> None:
        self.since = since
        self.got = b""
        self.socket.send(request)

    def heard(self) -> bytes | None:
        """The whole answer; they have no body."""
        try:
            came = self.socket.recv(4096)
        except ConnectionError:
            came = b""
        if not came:
            raise MarketFailed(f"a connection ended with {self.got!r} for an answer")
        self.got += came
        return self.got if self.got.endswith(END) else None


def request_of(slug: str, passed: str, sale: str) -> bytes:
    return (
        f"POST /s/{slug}/sales/{sale}/purchase HTTP/1.1\r\nHost: localhost\r\n"
        f"Cookie: flash_pass_{sale[-12:]}={passed}\r\nSec-Fetch-Site: same-origin\r\n"
        "Content-Length: 0\r\n\r\n"
    ).encode()


def press(port: int, requests: Sequence[bytes], hands: int) -> Pressed:
    """All of them, so many at a time."""
    told, waiting = Pressed(), iter(requests)
    with _hands(port, hands) as (ready, all_of_them):
        began = time.monotonic()
        for hand in all_of_them:
            _ask_next(hand, waiting)
        left = len(requests)
        while left:
            for key, _ in _heard(ready, PATIENCE):
                if _note(told, key.data):
                    left -= 1
                    _ask_next(key.data, waiting)
        told.seconds = time.monotonic() - began
    return told


def at_rate(port: int, requests: Sequence[bytes], hands: int, each_second: float) -> Pressed:
    """By the clock; the wait counts from when it should have been asked."""
    told = Pressed()
    with _hands(port, hands) as (ready, all_of_them):
        idle, began = deque(all_of_them), time.monotonic()
        asked = done = 0
        last = began
        while done < len(requests):
            moment = time.monotonic()
            if moment - last > PATIENCE:
                raise MarketFailed(SILENT)
            while idle and asked < len(requests) and asked / each_second <= moment - began:
                idle.popleft().ask(requests[asked], began + asked / each_second)
                asked += 1
            for key, _ in ready.select(0.001):
                if _note(told, key.data):
                    done, last = done + 1, moment
                    idle.append(key.data)
        told.seconds = time.monotonic() - began
    return told


def _heard(ready: selectors.BaseSelector, patience: float) -> list:
    came = ready.select(patience)
    if not came:
        raise MarketFailed(SILENT)
    return came


def _ask_next(hand: Hand, waiting: Iterator[bytes]) -> None:
    if (request := next(waiting, None)) is not None:
        hand.ask(request, time.monotonic())


def _note(told: Pressed, hand: Hand) -> bool:
    answer = hand.heard()
    if answer is None:
        return False
    at = answer.find(ANSWER)
    what = answer[at + len(ANSWER) :].split(b"\r", 1)[0] if at > 0 else answer[9:12]
    told.answers[what.decode()] += 1
    told.waits.append(time.monotonic() - hand.since)
    return True


class _hands:
    def __init__(self, port: int, many: int) -> None:
        self.hands = [Hand(port) for _ in range(many)]
        self.ready = selectors.DefaultSelector()

    def __enter__(self) -> tuple[selectors.BaseSelector, list[Hand]]:
        for hand in self.hands:
            self.ready.register(hand.socket, selectors.EVENT_READ, hand)
        return self.ready, self.hands

    def __exit__(self, *problem: object) -> None:
        self.ready.close()
        for hand in self.hands:
            hand.socket.close()
