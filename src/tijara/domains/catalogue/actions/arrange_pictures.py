"""Put a product's pictures in order, say what they show, and of which variant."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import ProductsChanged
from ..models import Picture, Product, Variant
from ..shapes import PictureLine
from .save_product import ProductUnknown
from .show_pictures import show_pictures

LONGEST_ALT = 200


@action(power=Power.PRODUCTS_MANAGE)
def arrange_pictures(
    *, actor: Actor, seller_id: UUID | None, product_id: UUID, pictures: Sequence[PictureLine]
) -> None:
    """Pictures that are not named come after the named. The first that is ready is the main one."""
    mine = {} if seller_id is None else {"brought_by": seller_id}
    if not Product.objects.select_for_update().filter(id=product_id, **mine).exists():
        raise ProductUnknown(product=str(product_id))
    places = {line.id: place for place, line in enumerate(pictures)}
    told = {line.id: line for line in pictures}
    variant_ids = set(Variant.objects.filter(product_id=product_id).values_list("id", flat=True))
    standing = list(Picture.objects.filter(product_id=product_id).order_by("position", "id"))
    standing.sort(key=lambda picture: places.get(picture.id, len(places)))
    for position, picture in enumerate(standing):
        picture.position = position
        if line := told.get(picture.id):
            picture.alt_ar = strip_controls(line.alt_ar)[:LONGEST_ALT]
            picture.alt_en = strip_controls(line.alt_en)[:LONGEST_ALT]
            picture.variant_id = line.variant_id if line.variant_id in variant_ids else None
    Picture.objects.bulk_update(standing, ["position", "alt_ar", "alt_en", "variant_id"])
    show_pictures(actor=SYSTEM, product_id=product_id)
    record(OPERATOR_ID, ProductsChanged((product_id,)))
