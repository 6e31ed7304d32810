"""Show products, or show them no longer: an import that is undone takes back what it brought."""

from collections.abc import Iterable
from itertools import batched
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import CHUNK, ProductsChanged
from ..models import Product


@action(power=Power.CATALOGUE_MANAGE)
def publish_products(*, actor: Actor, product_ids: Iterable[UUID], is_published: bool) -> None:
    """What is so already is not touched, nor is shown what staff took off the market."""
    products = Product.objects.filter(id__in=list(product_ids), is_published=not is_published)
    if is_published:
        products = products.filter(is_barred=False)
    changed = sorted(products.select_for_update().order_by("id").values_list("id", flat=True))
    Product.objects.filter(id__in=changed).update(is_published=is_published)
    if facts := [ProductsChanged(chunk) for chunk in batched(changed, CHUNK)]:
        record(OPERATOR_ID, *facts)
