"""DER, as far as a signature needs it: written, and read back."""

from collections.abc import Iterator
from dataclasses import dataclass

INTEGER, OCTETS, NULL, OID, UTC_TIME, SEQUENCE, SET = 0x02, 0x04, 0x05, 0x06, 0x17, 0x30, 0x31
CONTEXT_0 = 0xA0
LONG = 0x80


class NotDer(ValueError):
    """Cut off, or no DER at all."""


def element(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = len(body)
    if size < LONG:
        return bytes((tag, size)) + body
    told = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, LONG | len(told))) + told + body


def sequence(*parts: bytes) -> bytes:
    return element(SEQUENCE, *parts)


def set_of(*parts: bytes) -> bytes:
    """In the order that DER wants."""
    return element(SET, *sorted(parts))


def integer(number: int) -> bytes:
    return element(INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def oid(dotted: str) -> bytes:
    first, second, *rest = map(int, dotted.split("."))
    return element(OID, *(_base128(one) for one in (first * 40 + second, *rest)))


def _base128(number: int) -> bytes:
    digits = [number & 0x7F]
    while number := number >> 7:
        digits.append(LONG | number & 0x7F)
    return bytes(reversed(digits))


@dataclass(frozen=True, slots=True)
class Node:
    """`whole` is how it stands there, its tag and length before its `body`."""

    tag: int
    body: bytes
    whole: bytes

    @property
    def parts(self) -> list["Node"]:
        return list(_nodes(self.body))


def read(data: bytes) -> Node:
    found = list(_nodes(data))
    if len(found) != 1:
        raise NotDer("one thing was expected")
    return found[0]


def _nodes(data: bytes) -> Iterator[Node]:
    at = 0
    while at < len(data):
        start, size, at = at, *_length(data, at + 1)
        if at + size > len(data):
            raise NotDer("cut off")
        yield Node(data[start], data[at : at + size], data[start : at + size])
        at += size


def _length(data: bytes, at: int) -> tuple[int, int]:
    """(how long the body is, where it begins)."""
    if at >= len(data):
        raise NotDer("cut off")
    first = data[at]
    if first < LONG:
        return first, at + 1
    many = first - LONG
    if not 0 < many <= 4 or at + many >= len(data):
        raise NotDer("no length")
    return int.from_bytes(data[at + 1 : at + 1 + many], "big"), at + 1 + many
