"""Files that people bring or that we make for them: stored under a name that nobody can guess.

A file belongs to an owner and is read with his id. What it is follows from its content, never from
the name or type that came with it, and neither of those is kept.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO
from uuid import UUID, uuid4

from django.conf import settings

from tijara.kit.refusal import Kind, Refusal

PIECE = 64 * 1024
SIGNS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x1f\x8b\x08", "gz"),
    (b"%PDF-", "pdf"),
    (b"ID3", "mp3"),
    (b"\xff\xfb", "mp3"),
    (b"\xff\xf3", "mp3"),
    (b"\xff\xf2", "mp3"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
)
RIFF = {b"WEBP": "webp", b"WAVE": "wav"}
"""What stands in the RIFF box."""
BRANDS = {b"avif": "avif", b"avis": "avif", b"M4A ": "m4a", b"M4B ": "m4a"}
"""The first brand of an ISO media file."""
ZIP = b"PK\x03\x04"
EPUB = b"mimetypeapplication/epub+zip"
"""An EPUB says so in its first entry, which is stored as it is."""
SHEET_PARTS = (b"[Content_Types].xml", b"xl/", b"_rels/", b"docProps/")
"""How the first entry of a workbook is called."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


class FileKind(StrEnum):
    """Its value is the ending of the stored name."""

    TEXT = "txt"
    DATA = "dat"
    """None of the others: letters of another encoding, or anything. Never sent to a browser."""
    GZIP = "gz"
    XLSX = "xlsx"
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    AVIF = "avif"
    PDF = "pdf"
    ZIP = "zip"
    EPUB = "epub"
    MP3 = "mp3"
    M4A = "m4a"
    OGG = "ogg"
    WAV = "wav"
    FLAC = "flac"


class FileTooLarge(Refusal):
    """It has more than `most_bytes`."""

    code = "files.too_large"
    kind = Kind.INVALID


class FileNotAccepted(Refusal):
    """It is empty, of a kind that is not wanted here, or of none that we know."""

    code = "files.not_accepted"
    kind = Kind.INVALID


@dataclass(frozen=True, slots=True)
class StoredFile:
    id: UUID
    owner_id: UUID
    kind: FileKind
    path: Path

    @property
    def size_bytes(self) -> int:
        return self.path.stat().st_size


def store(
    owner_id: UUID, content: BinaryIO, *, accepted: frozenset[FileKind], most_bytes: int
) -> StoredFile:
    """Keep a file of one of the accepted kinds; FileTooLarge or FileNotAccepted leave nothing."""
    folder = _folder(owner_id)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _unfinished(folder) as (path, file):
        _copy(content, file, most_bytes)
        kind = kind_of(path)
        if kind not in accepted:
            raise FileNotAccepted(kind=str(kind or ""))
        file_id = uuid4()
        stored = StoredFile(file_id, owner_id, kind, folder / f"{file_id.hex}.{kind}")
        os.replace(path, stored.path)
    return stored


def find(owner_id: UUID, file_id: UUID) -> StoredFile | None:
    """The owner's file; somebody else's is not found."""
    for kind in FileKind:
        path = _folder(owner_id) / f"{file_id.hex}.{kind}"
        if path.is_file():
            return StoredFile(file_id, owner_id, kind, path)
    return None


def remove(owner_id: UUID, file_id: UUID) -> None:
    if stored := find(owner_id, file_id):
        stored.path.unlink(missing_ok=True)


def remove_all(owner_id: UUID) -> None:
    """For an owner who leaves. What can't be removed is an error: it must not be thought gone."""
    with suppress(FileNotFoundError):
        shutil.rmtree(_folder(owner_id))


def keep_only(owner_id: UUID, file_id: UUID) -> None:
    """For an owner of whom one file is kept at a time: older ones go."""
    for path in _folder(owner_id).glob("*"):
        if path.stem != file_id.hex:
            path.unlink(missing_ok=True)


def kind_of(path: Path) -> FileKind | None:
    """What the content says that the file is."""
    with path.open("rb") as file:
        head = file.read(PIECE)
    for sign, kind in SIGNS:
        if head.startswith(sign):
            return FileKind(kind)
    if head.startswith(ZIP):
        return _packed(head)
    boxes = RIFF if head[:4] == b"RIFF" else BRANDS if head[4:8] == b"ftyp" else {}
    if head[8:12] in boxes:
        return FileKind(boxes[head[8:12]])
    if not head:
        return None
    return FileKind.TEXT if _is_text(path) else FileKind.DATA


def _packed(head: bytes) -> FileKind:
    """By the first entry; what is inside is not opened."""
    first = head[30:]
    if first.startswith(EPUB):
        return FileKind.EPUB
    return FileKind.XLSX if first.startswith(SHEET_PARTS) else FileKind.ZIP


def _folder(owner_id: UUID) -> Path:
    return Path(settings.MEDIA_ROOT) / owner_id.hex[-2:] / owner_id.hex


@contextmanager
def _unfinished(folder: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A file beside the others that is gone, unless it was renamed, when the block is left."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=".unfinished-")
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield path, file
    finally:
        path.unlink(missing_ok=True)


def _copy(content: BinaryIO, file: BinaryIO, most_bytes: int) -> None:
    left = most_bytes
    while piece := content.read(PIECE):
        left -= len(piece)
        if left < 0:
            raise FileTooLarge(most_bytes=most_bytes)
        file.write(piece)
    file.flush()


def _is_text(path: Path) -> bool:
    """UTF-8 without control characters: what a spreadsheet saves as CSV."""
    try:
        with path.open(encoding="utf-8") as file:
            return not any(CONTROLS.search(piece) for piece in iter(lambda: file.read(PIECE), ""))
    except UnicodeDecodeError:
        return False
