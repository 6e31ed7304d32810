"""Make one of two brands that are one: the products of the first go to the second."""

from itertools import batched
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import CHUNK, ProductsChanged
from ..models import Brand, Product


class BrandUnknown(Refusal):
    """One of the two is not there, or they are the same."""

    code = "catalogue.brand_unknown"
    kind = Kind.MISSING


@action(power=Power.CATALOGUE_MANAGE)
def merge_brands(*, actor: Actor, brand_id: UUID, into_id: UUID) -> int:
    """How many products changed hands."""
    rows = Brand.objects.select_for_update().filter(id__in=[brand_id, into_id]).order_by("id")
    if len(list(rows)) != 2:
        raise BrandUnknown(brand=str(brand_id))
    products = Product.objects.filter(brand_id=brand_id)
    ids = list(products.order_by("id").values_list("id", flat=True))
    products.update(brand_id=into_id)
    Brand.objects.filter(id=brand_id).delete()
    if facts := [ProductsChanged(chunk) for chunk in batched(ids, CHUNK)]:
        record(OPERATOR_ID, *facts)
    return len(ids)
