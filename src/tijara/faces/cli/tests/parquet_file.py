"""A small Parquet file as common writers make it: optional texts, one page each, Snappy or nothing.
Written here, since the house only reads them."""

import struct
from collections.abc import Mapping, Sequence

I32, I64, BINARY, LIST, STRUCT = 5, 6, 8, 9, 12
BYTES, OPTIONAL, RLE, SNAPPY = 6, 1, 3, 1


def parquet_file(columns: Mapping[str, Sequence[str | None]], *, is_packed: bool = True) -> bytes:
    told = bytearray(b"PAR1")
    rows = len(next(iter(columns.values())))
    chunks = []
    for name, values in columns.items():
        body = _page(values)
        packed = _snapped(body) if is_packed else body
        start = len(told)
        of_values = [(1, I32, rows), (2, I32, 0), (3, I32, RLE), (4, I32, RLE)]
        sizes = [(2, I32, len(body)), (3, I32, len(packed))]
        head = [(1, I32, 0), *sizes, (5, STRUCT, of_values)]
        told += _message(head) + packed
        meta = [(1, I32, BYTES), (2, LIST, (I32, [0])), (3, LIST, (BINARY, [name])),
                (4, I32, SNAPPY if is_packed else 0), (5, I64, rows), (6, I64, len(body)),
                (7, I64, len(packed)), (9, I64, start)]  # fmt: skip
        chunks.append([(2, I64, start), (3, STRUCT, meta)])
    schema = [[(4, BINARY, "schema"), (5, I32, len(columns))]]
    schema += [[(1, I32, BYTES), (3, I32, OPTIONAL), (4, BINARY, name)] for name in columns]
    group = [(1, LIST, (STRUCT, chunks)), (2, I64, 0), (3, I64, rows)]
    footer = [(1, I32, 1), (2, LIST, (STRUCT, schema)), (3, I64, rows),
              (4, LIST, (STRUCT, [group]))]  # fmt: skip
    ending = _message(footer)
    return bytes(told) + ending + struct.pack("<I", len(ending)) + b"PAR1"


def _page(values: Sequence[str | None]) -> bytes:
    there = b"".join(_number(2) + bytes([value is not None]) for value in values)
    texts = [value.encode() for value in values if value is not None]
    plain = b"".join(struct.pack("<I", len(text)) + text for text in texts)
    return struct.pack("<I", len(there)) + there + plain


def _snapped(body: bytes) -> bytes:
    """As text of up to 60 bytes a piece, and the same byte again as a copy that repeats itself."""
    told, place = bytearray(_number(len(body))), 0
    while place < len(body):
        run = 1
        while run < 12 and body[place : place + 1] * (run + 1) == body[place : place + run + 1]:
            run += 1
        piece = body[place : place + 1] if run >= 5 else body[place : place + 60]
        told += bytes([len(piece) - 1 << 2]) + piece
        place += len(piece)
        if run >= 5:
            told += bytes([run - 1 - 4 << 2 | 1, 1])
            place += run - 1
    return bytes(told)


def _message(fields: Sequence[tuple]) -> bytes:
    told, last = bytearray(), 0
    for number, kind, value in fields:
        told += bytes([number - last << 4 | kind]) + _value(kind, value)
        last = number
    return bytes(told) + b"\0"


def _value(kind: int, value) -> bytes:
    if kind in (I32, I64):
        return _number(value << 1)
    if kind == BINARY:
        return _number(len(value.encode())) + value.encode()
    if kind == STRUCT:
        return _message(value)
    of, items = value
    return bytes([len(items) << 4 | of]) + b"".join(_value(of, item) for item in items)


def _number(value: int) -> bytes:
    told = bytearray()
    while value > 127:
        told.append(value & 127 | 128)
        value >>= 7
    return bytes([*told, value])
