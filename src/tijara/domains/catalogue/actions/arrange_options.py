"""Say what buyers choose a product by: every combination becomes a variant."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import ProductsChanged
from ..models import Product, Variant
from ..rules import (
    clean_options,
    combinations,
    labels,
    options_fault,
    read_options,
    settle_keys,
    stored_options,
)
from ..shapes import Option
from .save_product import ProductChangedMeanwhile, ProductUnknown

SHOWN = ["label_ar", "label_en", "label_fr", "position", "is_active"]


class OptionsInvalid(Invalid):
    """Their `fields` has one fault, under "options"."""

    code = "catalogue.options_invalid"


@action(power=Power.PRODUCTS_MANAGE)
def arrange_options(
    *,
    actor: Actor,
    seller_id: UUID | None,
    product_id: UUID,
    options: Sequence[Option],
    version: int,
) -> int:
    """The new version. Variants that are a combination still keep their codes, offers and stock,
    and their seller's word whether they are sold; the others are retired, never deleted."""
    options = clean_options(options)
    if fault := options_fault(options):
        raise OptionsInvalid({"options": fault})
    product = _locked(product_id, seller_id, version)
    before = read_options(product.options)
    options = settle_keys(before, options)
    _arrange(product_id, options, was=combinations(before))
    product.options = stored_options(options)
    product.version += 1
    product.save(update_fields=["options", "version"])
    record(OPERATOR_ID, ProductsChanged((product_id,)))
    return product.version


def _locked(product_id: UUID, seller_id: UUID | None, version: int) -> Product:
    mine = {} if seller_id is None else {"brought_by": seller_id}
    product = Product.objects.select_for_update().filter(id=product_id, **mine).first()
    if product is None:
        raise ProductUnknown(product=str(product_id))
    if product.version != version:
        raise ProductChangedMeanwhile(product=str(product_id))
    return product


def _arrange(product_id: UUID, options: tuple[Option, ...], was: list[dict]) -> None:
    standing = list(Variant.objects.filter(product_id=product_id))
    new = []
    left = {id(variant) for variant in standing}
    for position, choice in enumerate(combinations(options)):
        found = next((each for each in standing if each.choice == choice), None)
        variant = found or Variant(product_id=product_id, choice=choice)
        variant.label_ar, variant.label_en, variant.label_fr = labels(options, choice)
        variant.position = position
        variant.is_active = variant.is_active or choice not in was
        left.discard(id(variant))
        if found is None:
            new.append(variant)
    for variant in standing:
        if id(variant) in left:
            variant.is_active = False
    Variant.objects.bulk_update(standing, SHOWN)
    Variant.objects.bulk_create(new)
