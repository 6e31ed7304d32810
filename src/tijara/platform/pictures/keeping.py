"""A logo or a cover: checked, made at once, and kept under the name that pages show.

A product's pictures wait for the worker, because there may be thousands; of these there is one, and
its owner looks at the page that shows it. The process that decodes it is the same (ADR 24).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO
from uuid import UUID

from tijara.kit.pictures import SHORTEST_MARK, SHORTEST_SIDE, made_picture, size_fault, told_size
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform import files
from tijara.platform.files import FileKind

from .making import (
    PictureBroken,
    make_picture,
    make_small_picture,
    new_token,
    remove_picture,
)

ACCEPTED = frozenset({FileKind.PNG, FileKind.JPEG, FileKind.WEBP, FileKind.AVIF})
MOST_BYTES = 5 * 1024 * 1024
MOST_PRIVATE_BYTES = 10 * 1024 * 1024
SHORTEST_PRIVATE = 64
"""A picture of a fault need not be beautiful."""


class PictureUnfit(Refusal):
    """`fault`: too_small, logo_too_small, too_many_pixels, unreadable."""

    code = "pictures.unfit"
    kind = Kind.INVALID


class PicturesInvalid(Invalid):
    """One of several, or there are too many: `photos` says what is wrong."""

    code = "pictures.invalid"


def keep_picture(owner_id: UUID, content: BinaryIO, *, is_mark: bool = False) -> str:
    """The name of the made picture. A refusal leaves nothing behind."""
    stored = files.store(owner_id, content, accepted=ACCEPTED, most_bytes=MOST_BYTES)
    shortest = SHORTEST_MARK if is_mark else SHORTEST_SIDE
    try:
        if fault := size_fault(told_size(stored.path.read_bytes()), shortest):
            raise PictureUnfit(
                fault="logo_too_small" if is_mark and fault == "too_small" else fault
            )
        return make_picture(stored.path, new_token(), shortest=shortest).name
    except PictureBroken as broken:
        raise PictureUnfit(fault="unreadable") from broken
    finally:
        files.remove(stored.owner_id, stored.id)


def keep_private_picture(owner_id: UUID, content: BinaryIO) -> UUID:
    """The id of a file of this owner: the picture in one size, made by the same process, so without
    what cameras write beside it. Nobody reaches it but through a page that asks who he is."""
    stored = files.store(owner_id, content, accepted=ACCEPTED, most_bytes=MOST_PRIVATE_BYTES)
    try:
        if fault := size_fault(told_size(stored.path.read_bytes()), SHORTEST_PRIVATE):
            raise PictureUnfit(fault=fault)
        made = make_small_picture(stored.path, shortest=SHORTEST_PRIVATE)
        kept = files.store(owner_id, BytesIO(made), accepted=ACCEPTED, most_bytes=MOST_BYTES)
        return kept.id
    except PictureBroken as broken:
        raise PictureUnfit(fault="unreadable") from broken
    finally:
        files.remove(stored.owner_id, stored.id)


@contextmanager
def kept_pictures(
    owner_id: UUID, contents: Sequence[BinaryIO], *, most: int
) -> Iterator[list[UUID]]:
    """Private pictures, before the rows that name them; gone again unless the block ends well."""
    if len(contents) > most:
        raise PicturesInvalid({"photos": "too_many"})
    kept: list[UUID] = []
    try:
        for content in contents:
            kept.append(_kept(keep_private_picture, owner_id, content))
        yield kept
    except BaseException:
        for file_id in kept:
            files.remove(owner_id, file_id)
        raise


@contextmanager
def kept_public_pictures(
    owner_id: UUID, contents: Sequence[BinaryIO], *, most: int
) -> Iterator[list[str]]:
    """The same of pictures that everybody may see: their names."""
    if len(contents) > most:
        raise PicturesInvalid({"photos": "too_many"})
    kept: list[str] = []
    try:
        for content in contents:
            kept.append(_kept(keep_picture, owner_id, content))
        yield kept
    except BaseException:
        for name in kept:
            drop_picture(name)
        raise


def _kept[Kept](keep: Callable[[UUID, BinaryIO], Kept], owner_id: UUID, content: BinaryIO) -> Kept:
    try:
        return keep(owner_id, content)
    except files.FileTooLarge as wrong:
        raise PicturesInvalid({"photos": "picture_too_large"}) from wrong
    except (files.FileNotAccepted, PictureUnfit) as wrong:
        raise PicturesInvalid({"photos": "not_a_picture"}) from wrong


def drop_picture(name: str) -> None:
    """Nothing where there is none of this name."""
    if made := made_picture(name):
        remove_picture(made.token)
