"""Read the columns of a Parquet file, as far as flat tables need it: no nesting, pages of the first
kind, plain values or a dictionary, Zstandard, Snappy or nothing. There is no library for it in the
house, and a few files of evaluations are not worth having one.
"""

import ctypes
import ctypes.util
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from . import snappy

MAGIC = b"PAR1"
BOOLEAN, INT32, INT64, DOUBLE, BYTES = 0, 1, 2, 5, 6
PLAIN_FORMATS = {INT32: ("i", 4), INT64: ("q", 8), DOUBLE: ("d", 8)}
UNCOMPRESSED, SNAPPY, ZSTANDARD = 0, 1, 6
PLAIN, BY_DICTIONARY = 0, (2, 8)
DATA_PAGE, DICTIONARY_PAGE = 0, 2
STRUCT, LIST_TYPES = 12, (9, 10)
Message = dict[int, Any]


class NotReadable(ValueError):
    """It is no such file, or has something that this reader does not know."""


def names(file: Path) -> list[str]:
    """Of its columns, as they stand; nested ones among them, which can't be read."""
    with _damage_told(file):
        return [one[4].decode() for one in _footer(file, file.read_bytes())[2][1:]]


def columns(file: Path, names: list[str]) -> dict[str, list]:
    """The values of these columns; None where a cell is empty."""
    with _damage_told(file):
        return _columns(file, file.read_bytes(), names)


@contextmanager
def _damage_told(file: Path) -> Iterator[None]:
    try:
        yield
    except (IndexError, KeyError, struct.error, UnicodeError, snappy.Damaged) as fault:
        raise NotReadable(f"{file.name} is damaged: {fault!r}") from fault


def _columns(file: Path, told: bytes, names: list[str]) -> dict[str, list]:
    footer = _footer(file, told)
    is_optional = {one[4].decode(): one.get(3) == 1 for one in footer[2][1:]}
    found: dict[str, list] = {name: [] for name in names}
    for group in footer[4]:
        for chunk in group[1]:
            meta = chunk[3]
            name = meta[3][0].decode()
            if name in found:
                found[name] += _values(told, meta, is_optional=is_optional[name])
    return found


def _footer(file: Path, told: bytes) -> Message:
    if len(told) < 12 or told[:4] != MAGIC or told[-4:] != MAGIC:
        raise NotReadable(f"{file.name} is no Parquet file")
    (length,) = struct.unpack("<I", told[-8:-4])
    if length > len(told) - 12:
        raise NotReadable(f"{file.name} ends before its footer begins")
    return _Thrift(told, len(told) - 8 - length).message()


def _values(told: bytes, meta: Message, *, is_optional: bool) -> Iterator[Any]:
    place = min(meta[9], meta.get(11) or meta[9])
    left, known = meta[5], []
    while left:
        reader = _Thrift(told, place)
        page = reader.message()
        start = reader.place
        place = start + page[3]
        body = _unpacked(told[start:place], meta[4], page[2])
        if page[1] == DICTIONARY_PAGE:
            known = _plain(body, meta[1], page[7][1])
        elif page[1] == DATA_PAGE:
            left -= page[5][1]
            yield from _page(body, meta[1], page[5], known, is_optional=is_optional)
        else:
            raise NotReadable(f"a page of kind {page[1]}")


def _page(
    body: bytes, kind: int, head: Message, known: list, *, is_optional: bool
) -> Iterator[Any]:
    many, levels, place = head[1], None, 0
    if is_optional:
        (length,) = struct.unpack_from("<I", body)
        levels = _runs(body[4 : 4 + length], 1, many)
        place = 4 + length
    there = many if levels is None else sum(levels)
    if head[2] not in (PLAIN, *BY_DICTIONARY):
        raise NotReadable(f"values written by way {head[2]}")
    if head[2] == PLAIN:
        values = _plain(body[place:], kind, there)
    else:
        width = body[place]
        values = [known[index] for index in _runs(body[place + 1 :], width, there)]
    if levels is None:
        yield from values
        return
    waiting = iter(values)
    for level in levels:
        yield next(waiting) if level else None


def _plain(body: bytes, kind: int, many: int) -> list:
    if kind == BYTES:
        found, place = [], 0
        for _ in range(many):
            (length,) = struct.unpack_from("<I", body, place)
            found.append(body[place + 4 : place + 4 + length].decode())
            place += 4 + length
        return found
    if kind not in PLAIN_FORMATS:
        raise NotReadable(f"values of kind {kind}")
    letter, size = PLAIN_FORMATS[kind]
    return list(struct.unpack(f"<{many}{letter}", body[: many * size]))


def _runs(body: bytes, width: int, many: int) -> list[int]:
    """Numbers of so many bits: repeated ones, and packed ones in groups of eight."""
    found: list[int] = []
    place, size, mask = 0, (width + 7) // 8, (1 << width) - 1
    while len(found) < many:
        head, place = _number(body, place)
        if head & 1:
            length = (head >> 1) * width
            packed = int.from_bytes(body[place : place + length], "little")
            place += length
            for _ in range((head >> 1) * 8):
                found.append(packed & mask)
                packed >>= width
        else:
            value = int.from_bytes(body[place : place + size], "little")
            found += [value] * (head >> 1)
            place += size
    return found[:many]


def _unpacked(body: bytes, codec: int, size: int) -> bytes:
    if codec == UNCOMPRESSED:
        return body
    if codec == SNAPPY:
        return snappy.unpacked(body, size)
    name = ctypes.util.find_library("zstd")
    if codec != ZSTANDARD or not name:
        raise NotReadable("it is packed by neither Zstandard nor Snappy, or libzstd is not here")
    room = ctypes.create_string_buffer(size)
    unpack = ctypes.CDLL(name).ZSTD_decompress
    unpack.restype = ctypes.c_size_t
    unpack.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t]
    if unpack(room, size, body, len(body)) != size:
        raise NotReadable("a page can't be unpacked")
    return room.raw


def _number(told: bytes, place: int) -> tuple[int, int]:
    """Seven bits a byte, the lowest first."""
    value = shift = 0
    while True:
        byte = told[place]
        place += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, place
        shift += 7


class _Thrift:
    """Messages of the compact protocol, by the numbers of their fields."""

    def __init__(self, told: bytes, place: int) -> None:
        self.told, self.place = told, place

    def message(self) -> Message:
        found, number = {}, 0
        while head := self._byte():
            number = number + (head >> 4) if head >> 4 else self._signed()
            found[number] = self._value(head & 15)
        return found

    def _value(self, kind: int) -> Any:
        if kind in (1, 2):
            return kind == 1
        if kind == 3:
            return self._byte()
        if kind in (4, 5, 6):
            return self._signed()
        if kind == 8:
            return self._bytes(self._unsigned())
        if kind in LIST_TYPES:
            return self._list()
        if kind == STRUCT:
            return self.message()
        raise NotReadable(f"a field of kind {kind}")

    def _list(self) -> list:
        head = self._byte()
        many = head >> 4 if head >> 4 < 15 else self._unsigned()
        return [self._value(head & 15) for _ in range(many)]

    def _byte(self) -> int:
        self.place += 1
        return self.told[self.place - 1]

    def _bytes(self, many: int) -> bytes:
        self.place += many
        return self.told[self.place - many : self.place]

    def _unsigned(self) -> int:
        value, self.place = _number(self.told, self.place)
        return value

    def _signed(self) -> int:
        value = self._unsigned()
        return (value >> 1) ^ -(value & 1)
