"""Pictures as cameras, phones and bad people send them."""

import io
import struct
import zlib

from PIL import Image

ORIENTATION = 0x0112
TURNED = 6


def picture(form: str = "JPEG", size=(900, 600), colour="teal", **more) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", size, colour).save(content, form, **more)
    return content.getvalue()


def lying_photo(size=(900, 600)) -> bytes:
    """A phone's photo: stored lying, to be shown upright, with the place where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED
    exif[0x010E] = "taken at home"
    exif.get_ifd(0x8825)[2] = (24.0, 42.0, 0.0)
    image = Image.new("RGB", size, "navy")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    content = io.BytesIO()
    image.save(content, "JPEG", exif=exif, quality=95)
    return content.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A small PNG that says it is huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
