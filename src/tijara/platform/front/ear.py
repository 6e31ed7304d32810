"""What public pages were asked for, kept for whoever counts what people want: the front answers
most of them from memory, so that Django hears of few.

Nobody is named: a visitor is a number that is made of his network address and his browser's name
with the house's secret and the month. It waits in this process's memory alone; what nobody takes
before the process ends is lost, and of more than it holds the oldest goes.
"""

import hashlib
import re
from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings

from tijara.kit.clock import now

MOST = 4000
LONGEST = 1200
WANTED = re.compile(rb"(?:^|&)(?:q|of)=")
ROBOT = re.compile(rb"bot|crawl|spider|slurp|preview|curl|python|headless", re.IGNORECASE)
AGENT, PURPOSES = b"user-agent", (b"sec-purpose", b"purpose")


class Line(NamedTuple):
    path: str
    query: str
    mark: int


_lines: deque[Line] = deque(maxlen=MOST)


def hear(path: str, query: bytes, address: str, headers: Iterable[tuple[bytes, bytes]]) -> None:
    """Robots, and browsers that look ahead, don't count."""
    if len(query) > LONGEST or not WANTED.search(query):
        return
    agent = b""
    for name, value in headers:
        if name == AGENT:
            agent = value
        elif name in PURPOSES and b"prefetch" in value:
            return
    if not ROBOT.search(agent):
        _lines.append(Line(path, query.decode("utf-8", "replace"), _mark(address, agent)))


def taken() -> list[Line]:
    """What was heard since somebody took it last."""
    found = []
    while _lines:
        try:
            found.append(_lines.popleft())
        except IndexError:  # another thread was quicker
            break
    return found


def _mark(address: str, agent: bytes) -> int:
    told = b"\0".join((f"{now():%Y%m}".encode(), address.encode(), agent[:300]))
    key = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32).digest()
    return int.from_bytes(hashlib.blake2b(told, key=key, digest_size=8).digest(), signed=True)
