"""Pictures that people sent: how large a file says it is, and what its public name tells.

The name of a made picture tells all that a page needs: "up_<32 hexadecimal digits>_1200x1500".
"""

import re
import struct
from dataclasses import dataclass

WIDTHS = (160, 320, 640, 1280)
"""In pixels; a picture is made in each that it is wide enough for, and at least in the first."""
KINDS = ("avif", "webp")
LETTER, LETTER_HEIGHT = "letter.png", 72
"""A logo once more, as each program for e-mail reads it: twice as high as it is shown there."""
IN_LETTERS = frozenset({LETTER, *(f"{width}.webp" for width in WIDTHS[:2])})
"""What letters show, which are read on other sites’ pages: logos, and goods in a small width."""
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 12_000
SHORTEST_SIDE = 300
"""Less than that can't be sold with."""
SHORTEST_MARK = 64
"""Of a logo, which is shown small."""
MADE = re.compile(r"up_([0-9a-f]{32})_([1-9]\d{0,4})x([1-9]\d{0,4})", re.ASCII)
SIZE_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
BARE_MARKERS = frozenset({0x01, *range(0xD0, 0xD9)})
Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MadePicture:
    """`width` and `height`: what it was made from, the right way up; pages need their ratio."""

    token: str
    width: int
    height: int

    @property
    def name(self) -> str:
        return f"up_{self.token}_{self.width}x{self.height}"

    @property
    def widths(self) -> tuple[int, ...]:
        return widths_of(self.width)

    @property
    def letter_address(self) -> str:
        """Of a logo in letters, whose readers don't all know newer pictures."""
        return f"/media/{self.token}/{LETTER}"

    @property
    def small_address(self) -> str:
        """Of what letters show of goods."""
        return self.address(self.widths[:2][-1], "webp")

    def address(self, width: int, kind: str) -> str:
        return f"/media/{self.token}/{width}.{kind}"


def made_picture(name: str) -> MadePicture | None:
    """None: this is no name of a picture that was sent and made."""
    found = MADE.fullmatch(name)
    return MadePicture(found[1], int(found[2]), int(found[3])) if found else None


def widths_of(width: int) -> tuple[int, ...]:
    return tuple(each for each in WIDTHS if each <= width) or WIDTHS[:1]


def size_fault(size: Size | None, shortest: int = SHORTEST_SIDE) -> str:
    """The code of why a picture of this size can't be taken, or nothing."""
    if size is None:
        return "unreadable"
    if min(size) < shortest:
        return "too_small"
    if max(size) > LONGEST_SIDE or size[0] * size[1] > MOST_PIXELS:
        return "too_many_pixels"
    return ""


def told_size(content: bytes) -> Size | None:
    """Width and height as the head of a PNG, JPEG, WebP or AVIF tells; nothing is decoded."""
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            return struct.unpack(">II", content[16:24])
        if content.startswith(b"\xff\xd8"):
            return _jpeg_size(content)
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _webp_size(content)
        if content[4:8] == b"ftyp":
            return _avif_size(content)
    except (struct.error, IndexError):
        pass
    return None


def _jpeg_size(content: bytes) -> Size | None:
    at = 2
    while at < len(content):
        if content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if marker == 0xFF or marker in BARE_MARKERS:
            at += 1 if marker == 0xFF else 2
            continue
        if marker in SIZE_MARKERS:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return None


def _webp_size(content: bytes) -> Size | None:
    form = content[12:16]
    if form == b"VP8 ":
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if form == b"VP8L":
        bits = struct.unpack("<I", content[21:25])[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8X":
        width, height = content[24:27], content[27:30]
        return int.from_bytes(width, "little") + 1, int.from_bytes(height, "little") + 1
    return None


def _avif_size(content: bytes) -> Size | None:
    """The largest of its parts: the picture itself, beside thumbnails and masks."""
    sizes: list[Size] = []
    at = content.find(b"ispe")
    while at >= 0:
        sizes.append(struct.unpack(">II", content[at + 8 : at + 16]))
        at = content.find(b"ispe", at + 4)
    return max(sizes, key=lambda size: size[0] * size[1], default=None)
