"""Take a picture from a product, and its files from the shelf."""

from functools import partial
from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.pictures import made_picture
from tijara.kit.powers import Power
from tijara.platform import files
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record
from tijara.platform.pictures.making import remove_picture as remove_made

from ..events import ProductsChanged
from ..models import Picture, Product
from .save_product import ProductUnknown
from .show_pictures import show_pictures


@action(power=Power.PRODUCTS_MANAGE)
def remove_picture(
    *, actor: Actor, seller_id: UUID | None, product_id: UUID, picture_id: UUID
) -> None:
    """Asked again, it changes nothing. Carts and orders that show it fall back to none."""
    mine = {} if seller_id is None else {"brought_by": seller_id}
    if not Product.objects.select_for_update().filter(id=product_id, **mine).exists():
        raise ProductUnknown(product=str(product_id))
    picture = Picture.objects.filter(product_id=product_id, id=picture_id).first()
    if picture is None:
        return
    picture.delete()
    show_pictures(actor=SYSTEM, product_id=product_id, gone=picture.name)
    record(OPERATOR_ID, ProductsChanged((product_id,)))
    if made := made_picture(picture.name):
        transaction.on_commit(partial(remove_made, made.token))
    if picture.file_owner_id and picture.file_id:
        transaction.on_commit(partial(files.remove, picture.file_owner_id, picture.file_id))
