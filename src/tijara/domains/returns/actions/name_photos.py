"""Keep pictures of what is wrong: checked, made anew without what cameras write beside them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.files import FileNotAccepted, FileTooLarge, remove
from tijara.platform.pictures.keeping import PictureUnfit, keep_private_picture

from ..models import ReturnPhoto

MOST_PHOTOS = 4


class PhotosInvalid(Invalid):
    code = "returns.photos_invalid"


@contextmanager
def photos_kept(seller_id: UUID, photos: Sequence[BinaryIO]) -> Iterator[list[UUID]]:
    """Their files, before the rows that name them; gone again unless the block ends well."""
    if len(photos) > MOST_PHOTOS:
        raise PhotosInvalid({"photos": "too_many"})
    kept: list[UUID] = []
    try:
        for photo in photos:
            kept.append(_kept(seller_id, photo))
        yield kept
    except BaseException:
        for file_id in kept:
            remove(seller_id, file_id)
        raise


@action(power=Power.SYSTEM)
def name_photos(
    *,
    actor: Actor,
    on_behalf: Actor,
    seller_id: UUID,
    return_id: UUID,
    file_ids: Sequence[UUID],
) -> None:
    """The rows of files that are kept."""
    ReturnPhoto.objects.bulk_create(
        ReturnPhoto(
            seller_id=seller_id,
            return_id=return_id,
            actor_kind=on_behalf.kind,
            file_id=file_id,
        )
        for file_id in file_ids
    )


def _kept(seller_id: UUID, photo: BinaryIO) -> UUID:
    try:
        return keep_private_picture(seller_id, photo)
    except FileTooLarge as wrong:
        raise PhotosInvalid({"photos": "picture_too_large"}) from wrong
    except (FileNotAccepted, PictureUnfit) as wrong:
        raise PhotosInvalid({"photos": "not_a_picture"}) from wrong
