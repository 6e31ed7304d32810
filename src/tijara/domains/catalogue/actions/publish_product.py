"""Put a product before the buyers, or take it back."""

from uuid import UUID

from django.db.models import F

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import ProductsChanged
from ..models import Product, Variant
from ..queries import category_attributes
from .save_product import ProductUnknown


class ProductNotReady(Refusal):
    """`lacks`: "variants" or "attributes": what buyers would miss."""

    code = "catalogue.product_not_ready"


class ProductBarred(Refusal):
    """Staff took it off the market, and they alone put it back."""

    code = "catalogue.product_barred"


@action(power=Power.PRODUCTS_MANAGE)
def publish_product(
    *, actor: Actor, seller_id: UUID | None, product_id: UUID, is_published: bool
) -> None:
    """Asked again, it changes nothing. Without a seller it is staff: what they take back,
    its seller doesn't publish again."""
    mine = {} if seller_id is None else {"brought_by": seller_id}
    product = Product.objects.select_for_update().filter(id=product_id, **mine).first()
    if product is None:
        raise ProductUnknown(product=str(product_id))
    is_barred = not is_published if seller_id is None else product.is_barred
    if is_published and is_barred:
        raise ProductBarred()
    if (product.is_published, product.is_barred) == (is_published, is_barred):
        return
    if is_published and (lacks := _lacks(product)):
        raise ProductNotReady(lacks=lacks)
    Product.objects.filter(id=product_id).update(
        is_published=is_published, is_barred=is_barred, version=F("version") + 1
    )
    record(OPERATOR_ID, ProductsChanged((product_id,)))


def _lacks(product: Product) -> str:
    if not Variant.objects.filter(product_id=product.id, is_active=True).exists():
        return "variants"
    cards = category_attributes(product.category_id)
    missing = [
        card for card in cards if card.is_required and str(card.id) not in product.attributes
    ]
    return "attributes" if missing else ""
