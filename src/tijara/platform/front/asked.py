"""A request for a public page, as far as the page depends on it."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.http.cookie import parse_cookie

from .environ import is_proxy, visitor_behind

LONGEST_QUERY = 1000
Key = tuple[str, bytes, str, bytes, bool]
"""Scheme, host, path, query, and whether data are to be saved."""
HEARD = frozenset(
    (
        b"host", b"cookie", b"accept", b"accept-encoding", b"save-data", b"if-none-match",
        b"authorization", b"x-forwarded-for", b"x-forwarded-proto",
    )
)  # fmt: skip
CAMPAIGN = re.compile(
    rb"(?:utm_[a-z]+|gclid|gbraid|wbraid|dclid|fbclid|msclkid|ttclid|twclid|igshid|li_fat_id"
    rb"|mc_cid|mc_eid|srsltid|_ga|_gl|of)(?:=|$)"
)
"""What advertisers hang on an address, and the words after which a product was opened (`ear`): no
page shows anything of it."""


@dataclass(slots=True)
class Asked:
    """`key` is all that the request says, with nothing of the visitor's in it."""

    key: Key
    cookies: dict[str, str]
    encoding: str
    known: bytes
    address: str
    is_head: bool
    has_query: bool
    server: Any

    @property
    def has_cookies(self) -> bool:
        return bool(self.cookies)

    def scope(self) -> dict:
        """The request that Django draws the page for. The address alone is the visitor's, for the
        limits; no page shows it."""
        scheme, host, path, query, saves = self.key
        headers = [(b"host", host), (b"x-forwarded-proto", scheme.encode("latin-1"))]
        headers += [(b"save-data", b"on")] if saves else []
        return {
            "method": "GET",
            "path": path,
            "query_string": query,
            "headers": headers,
            "client": (self.address, 0),
            "server": self.server,
            "scheme": scheme,
            "http_version": "1.1",
        }


def asked_of(scope: dict, hosts: Container[bytes]) -> Asked | None:
    """None where more than its address decides about the answer, or a host that is not one of
    those (`hosts_of`) is asked."""
    told: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        if name in HEARD:
            told[name] = told[name] + b"; " + value if name in told else value
    host = tidy_host(told.get(b"host", b""))
    if host not in hosts:
        return None
    query = tidy_query(scope["query_string"])
    wants_data = told.get(b"accept", b"").startswith(b"application/json")
    if b"authorization" in told or wants_data or len(query) > LONGEST_QUERY:
        return None
    address, scheme = who_asks(scope, told)
    saves = told.get(b"save-data", b"").lower() == b"on"
    return Asked(
        key=(scheme, host, scope["path"], query, saves),
        cookies=parse_cookie(told[b"cookie"].decode("latin-1")) if b"cookie" in told else {},
        encoding=_encoding(told.get(b"accept-encoding", b"")),
        known=told.get(b"if-none-match", b""),
        address=address,
        is_head=scope["method"] == "HEAD",
        has_query=bool(query),
        server=scope.get("server"),
    )


def hosts_of(address: str, allowed: Iterable[str], port: int) -> frozenset[bytes]:
    """As what the market is asked for: as in its public address, or by an allowed name, with our
    port or none. Few, so that nobody fills the memory with spellings of one page; who comes by
    another that Django allows (a pattern, another port) is answered by Django."""
    names = [name for name in allowed if name and name[0] not in ".*"]
    spelled = [urlsplit(address).netloc, *names, *(f"{name}:{port}" for name in names)]
    return frozenset(tidy_host(one.encode()) for one in spelled)


@lru_cache(maxsize=256)
def tidy_host(host: bytes) -> bytes:
    """The same for all spellings of a name, as Django takes them for the same."""
    return host.lower().replace(b".:", b":").removesuffix(b".")


def tidy_query(query: bytes) -> bytes:
    """The same for all who ask for the same: in one order, without what campaigns hang on."""
    if not query:
        return query
    pairs = [pair for pair in query.split(b"&") if pair and not CAMPAIGN.match(pair)]
    pairs.sort(key=_name)
    return b"&".join(pairs)


def _name(pair: bytes) -> bytes:
    return pair.partition(b"=")[0]


def who_asks(scope: dict, told: dict[bytes, bytes]) -> tuple[str, str]:
    """(network address, scheme), from the one proxy that is believed, or from the connection."""
    address = (scope.get("client") or ("", 0))[0]
    if not is_proxy(address):
        return address, scope.get("scheme", "http")
    forwarded = told.get(b"x-forwarded-for", b"").decode("latin-1")
    return visitor_behind(forwarded), told.get(b"x-forwarded-proto", b"http").decode("latin-1")


def _encoding(accepted: bytes) -> str:
    if b"br" in accepted:
        return "br"
    return "gzip" if b"gzip" in accepted else ""
