"""How a message is signed, how long is waited after a failure, and which address is safe."""

import hmac
import random
import secrets
from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit
from uuid import UUID

PREFIX = "whsec_"
SECRET_BYTES = 32
PAUSES = tuple(
    timedelta(seconds=seconds)
    for seconds in (5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)
)
"""After the first failure, the second …: ten tries within some three days."""
LONGEST_REST = timedelta(minutes=5)
LONGEST_URL = 500
LONGEST_ASKED = 24 * 3600
"""Seconds: nobody makes us wait for longer than a day."""
CHANCE = random.SystemRandom()
NAT64 = ip_network("64:ff9b::/96")
SITE_LOCAL = ip_network("fec0::/10")
"""Private addresses of an older kind, which the standard library takes for public ones."""


def new_secret() -> str:
    return PREFIX + b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def message_id(event_id: UUID) -> str:
    """The same however often it is tried: the receiver's mark of what he has had."""
    return f"evt_{event_id.hex}"


def signatures(keys: Sequence[str], id: str, timestamp: int, body: bytes) -> str:
    """The header's value: one signature for each secret that is good now."""
    signed = f"{id}.{timestamp}.".encode() + body
    return " ".join(f"v1,{_signature(key, signed)}" for key in keys)


def _signature(key: str, signed: bytes) -> str:
    raw = b64decode(key.removeprefix(PREFIX))
    return b64encode(hmac.new(raw, signed, sha256).digest()).decode()


def pause_after(attempts: int, asked: int = 0) -> timedelta | None:
    """None: it was the last try. A tenth more by chance, so that failures spread; longer where the
    receiver `asked` for so many seconds."""
    if attempts > len(PAUSES):
        return None
    usual = PAUSES[attempts - 1] * CHANCE.uniform(1, 1.1)
    return max(usual, timedelta(seconds=min(max(asked, 0), LONGEST_ASKED)))


def rest_after(failures: int) -> timedelta:
    return min(timedelta(seconds=2 ** min(failures, 10)), LONGEST_REST)


def url_fault(url: str, *, only_https: bool) -> str:
    """What is wrong with an address that somebody typed, as a code; "" where nothing is."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "not_a_url"
    if parts.scheme != "https" and (only_https or parts.scheme != "http"):
        return "not_https" if parts.scheme == "http" else "not_a_url"
    if not parts.hostname or port == 0 or not url.isascii() or not url.isprintable() or " " in url:
        return "not_a_url"
    if parts.username or parts.password or parts.fragment:
        return "not_a_url"
    return "too_long" if len(url) > LONGEST_URL else ""


def names_private_address(url: str) -> bool:
    """Where an address is written in numbers, it is known before anybody asks for its name."""
    host = urlsplit(url).hostname or ""
    try:
        ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return not is_public(host)


def is_public(address: str) -> bool:
    """Whether it lies in the internet that everybody reaches: no neighbour, no machine of ours."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and (inner := _carried(found)) is not None:
        found = inner
    if found in SITE_LOCAL:
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def _carried(found: IPv6Address) -> IPv4Address | None:
    """The older address that stands inside a newer one."""
    if found in NAT64:
        return IPv4Address(int(found) & 0xFFFFFFFF)
    teredo = found.teredo
    return found.ipv4_mapped or found.sixtofour or (teredo[1] if teredo else None)
