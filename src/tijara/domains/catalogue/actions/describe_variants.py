"""Write the codes, the weight and the size of a product's variants, and which of them are sold."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import ProductsChanged
from ..models import Product, Variant
from ..rules import read_gtin
from ..shapes import VariantDetails
from .save_product import ProductUnknown

LONGEST_SKU = 80
HEAVIEST_GRAMS = 10_000_000
LONGEST_MM = 100_000
MEASURES = {
    "weight_grams": HEAVIEST_GRAMS,
    "length_mm": LONGEST_MM,
    "width_mm": LONGEST_MM,
    "height_mm": LONGEST_MM,
}
WRITTEN = ["sku", "gtin", *MEASURES, "is_active"]


class VariantsInvalid(Invalid):
    """A fault's name is "<what>_<variant id>". `taken` is the address of the product that carries
    a barcode already."""

    code = "catalogue.variants_invalid"


@action(power=Power.PRODUCTS_MANAGE)
def describe_variants(
    *,
    actor: Actor,
    seller_id: UUID | None,
    product_id: UUID,
    variants: Sequence[VariantDetails],
) -> None:
    """Variants that are not named stay as they are. A barcode belongs to one product only."""
    mine = {} if seller_id is None else {"brought_by": seller_id}
    product = Product.objects.select_for_update().filter(id=product_id, **mine).first()
    if product is None:
        raise ProductUnknown(product=str(product_id))
    told = {details.id: details for details in variants}
    standing = list(Variant.objects.filter(product_id=product_id, id__in=told))
    rows = [(variant, told[variant.id]) for variant in standing]
    faults = {key: code for _, details in rows for key, code in _faults(details)}
    gtins = {details.id: read_gtin(details.gtin) or "" for _, details in rows}
    taken = _taken(product_id, gtins)
    faults |= {f"gtin_{id}": "gtin_taken" for id, gtin in gtins.items() if gtin in taken}
    faults |= {f"gtin_{id}": "gtin_twice" for id in _twins(gtins)}
    if faults:
        raise VariantsInvalid(faults, taken=next(iter(taken.values()), ""))
    for variant, details in rows:
        for name in (*MEASURES, "is_active"):
            setattr(variant, name, getattr(details, name))
        variant.sku, variant.gtin = strip_controls(details.sku), gtins[variant.id]
    Variant.objects.bulk_update(standing, WRITTEN)
    record(OPERATOR_ID, ProductsChanged((product_id,)))


def _faults(details: VariantDetails) -> list[tuple[str, str]]:
    faults = []
    if len(strip_controls(details.sku)) > LONGEST_SKU:
        faults.append((f"sku_{details.id}", "too_long"))
    if read_gtin(details.gtin) is None:
        faults.append((f"gtin_{details.id}", "no_gtin"))
    for name, most in MEASURES.items():
        value = getattr(details, name)
        if value is not None and not 0 < value <= most:
            faults.append((f"{name}_{details.id}", "measure_out_of_range"))
    return faults


def _taken(product_id: UUID, gtins: dict[UUID, str]) -> dict[str, str]:
    """The addresses of other products by the numbers that they carry."""
    rows = Variant.objects.exclude(product_id=product_id).filter(
        gtin__in=set(filter(None, gtins.values())), is_active=True
    )
    return dict(rows.values_list("gtin", "product__slug"))


def _twins(gtins: dict[UUID, str]) -> list[UUID]:
    numbers = list(gtins.values())
    return [id for id, gtin in gtins.items() if gtin and numbers.count(gtin) > 1]
