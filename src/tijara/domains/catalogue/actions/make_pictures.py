"""Make the pictures that were sent into what pages show."""

from contextlib import suppress
from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform import files
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record
from tijara.platform.pictures.making import PictureBroken, make_picture, remove_picture
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..events import ProductsChanged
from ..models import Picture, Product
from ..shapes import PictureState
from ..states import PICTURE
from .show_pictures import show_pictures

AT_ONCE = 4


@action(power=Power.SYSTEM, atomic=False)
def make_pictures(*, actor: Actor) -> int:
    """How many were looked at. Each is made outside any transaction and written down in one of
    its own; cut off in between, it is made again under the same name."""
    waiting = Picture.objects.filter(state=PictureState.WAITING).order_by("created_at")
    found = list(waiting[:AT_ONCE])
    for picture in found:
        _make(picture)
    return len(found)


def _make(picture: Picture) -> None:
    token = picture.name.removeprefix("up_")
    name, became = picture.name, "find_broken"
    stored = _stored(picture.file_owner_id, picture.file_id)
    if stored:
        with suppress(PictureBroken):
            name, became = make_picture(stored.path, token).name, "make"
    if not _written(picture, name, became):
        remove_picture(token)
    if stored:
        files.remove(stored.owner_id, stored.id)


def _stored(owner_id: UUID | None, file_id: UUID | None) -> files.StoredFile | None:
    return files.find(owner_id, file_id) if owner_id and file_id else None


@transaction.atomic
def _written(picture: Picture, name: str, became: str) -> bool:
    """False: somebody took it away meanwhile, or made it before."""
    Product.objects.select_for_update().filter(id=picture.product_id).first()
    row = Picture.objects.filter(id=picture.id)
    if not move_rows(PICTURE, row, Step(became, SYSTEM, sets={"name": name, "file_id": None})):
        return row.exists()
    show_pictures(actor=SYSTEM, product_id=picture.product_id)
    record(OPERATOR_ID, ProductsChanged((picture.product_id,)))
    return True
