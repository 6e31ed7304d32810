"""Take in a picture of a product: it is shown as soon as it is made."""

from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.pictures import size_fault, told_size
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform import files
from tijara.platform.action import action
from tijara.platform.files import FileKind, StoredFile
from tijara.platform.pictures.making import new_token

from ..models import Picture, Product
from .save_product import ProductUnknown

ACCEPTED = frozenset({FileKind.PNG, FileKind.JPEG, FileKind.WEBP, FileKind.AVIF})
MOST_BYTES = 12 * 1024 * 1024
MOST_PICTURES = 20


class PictureNotAccepted(Invalid):
    """`fields` has one fault, under "pictures": what is wrong with its size or its head."""

    code = "catalogue.picture_not_accepted"


class TooManyPictures(Refusal):
    code = "catalogue.too_many_pictures"
    kind = Kind.INVALID


@action(power=Power.PRODUCTS_MANAGE)
def add_picture(
    *, actor: Actor, seller_id: UUID | None, product_id: UUID, content: BinaryIO
) -> UUID:
    """The picture's id. It waits, last in line, until the job has made it."""
    mine = {} if seller_id is None else {"brought_by": seller_id}
    if not Product.objects.select_for_update().filter(id=product_id, **mine).exists():
        raise ProductUnknown(product=str(product_id))
    others = Picture.objects.filter(product_id=product_id)
    if others.count() >= MOST_PICTURES:
        raise TooManyPictures(most=MOST_PICTURES)
    last = others.aggregate(last=Max("position"))["last"]
    stored = _stored(seller_id or OPERATOR_ID, content)
    try:
        with transaction.atomic():
            return Picture.objects.create(
                product_id=product_id,
                name=f"up_{new_token()}",
                file_owner_id=stored.owner_id,
                file_id=stored.id,
                position=0 if last is None else last + 1,
            ).id
    except Exception:
        files.remove(stored.owner_id, stored.id)
        raise


def _stored(owner_id: UUID, content: BinaryIO) -> StoredFile:
    stored = files.store(owner_id, content, accepted=ACCEPTED, most_bytes=MOST_BYTES)
    if fault := size_fault(told_size(stored.path.read_bytes())):
        files.remove(owner_id, stored.id)
        raise PictureNotAccepted({"pictures": fault})
    return stored
