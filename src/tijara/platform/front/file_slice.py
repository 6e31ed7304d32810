"""A file, or a piece of it, as an answer. The front sends it itself: a slow visitor holds no
thread of Django."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.http import StreamingHttpResponse

PIECE = 128 * 1024


class FileSlice(StreamingHttpResponse):
    """`length` bytes of a file from `start`. Under another server it streams like any other."""

    def __init__(self, path: str, start: int, length: int, **given: Any) -> None:
        self.file_path, self.start, self.length = path, start, length
        super().__init__(self.pieces(), **given)
        self["Content-Length"] = str(length)

    def pieces(self) -> Iterator[bytes]:
        left = self.length
        with open(self.file_path, "rb") as file:
            file.seek(self.start)
            while left and (piece := file.read(min(PIECE, left))):
                left -= len(piece)
                yield piece


def size_of(path: str) -> int:
    return Path(path).stat().st_size
