"""Unpack a block of Snappy, as Parquet files have it: text as it stands, and copies of what came
before (https://github.com/google/snappy, format_description.txt)."""

LITERAL, SHORT, LONG = 0, 1, 2
IN_PLACE = 60
"""Lengths of text below it stand in the tag itself, others in one to four bytes after it."""


class Damaged(ValueError):
    """The block says something that can't be."""


def unpacked(block: bytes, size: int) -> bytes:
    """`size` bytes; Damaged where the block has others."""
    said, place = _length(block)
    if said != size:
        raise Damaged(f"a block of {said} bytes, and {size} were said")
    told = bytearray()
    while place < len(block) and len(told) <= size:
        tag = block[place]
        if tag & 3 == LITERAL:
            place = _text(told, block, place)
        else:
            length, back, place = _copy(block, place)
            _again(told, length, back)
    if len(told) != size:
        raise Damaged(f"{len(told)} bytes came of {size}")
    return bytes(told)


def _length(block: bytes) -> tuple[int, int]:
    value = 0
    for place, byte in enumerate(block[:5]):
        value |= (byte & 127) << 7 * place
        if byte < 128:
            return value, place + 1
    raise Damaged("its length has no end")


def _text(told: bytearray, block: bytes, place: int) -> int:
    length = block[place] >> 2
    place += 1
    if length >= IN_PLACE:
        wide = length - IN_PLACE + 1
        length = int.from_bytes(block[place : place + wide], "little")
        place += wide
    told += block[place : place + length + 1]
    return place + length + 1


def _copy(block: bytes, place: int) -> tuple[int, int, int]:
    """(length, how far back, where it goes on)."""
    tag = block[place]
    if tag & 3 == SHORT:
        low = int.from_bytes(block[place + 1 : place + 2], "little")
        return (tag >> 2 & 7) + 4, (tag >> 5) << 8 | low, place + 2
    wide = 2 if tag & 3 == LONG else 4
    back = int.from_bytes(block[place + 1 : place + 1 + wide], "little")
    return (tag >> 2) + 1, back, place + 1 + wide


def _again(told: bytearray, length: int, back: int) -> None:
    """What is copied may reach into itself: then it repeats."""
    if not 0 < back <= len(told):
        raise Damaged(f"a copy from {back} bytes back, where {len(told)} are")
    start = len(told) - back
    if back >= length:
        told += told[start : start + length]
        return
    piece = bytes(told[start:])
    told += (piece * (length // back + 1))[:length]
