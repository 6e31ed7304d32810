"""Bring a product into the catalogue by hand, or change what it says."""

from uuid import UUID

from django.db import connection
from django.db.models import F

from tijara.kit.actor import Actor
from tijara.kit.arabic import fold, strip_controls
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import ProductsChanged
from ..models import Brand, Product, Variant
from ..queries import categories, category_attributes
from ..rules import ValueWrong, brand_key, is_tax_class, product_slug, read_value
from ..shapes import ProductKind, ProductSheet

BY_HAND = "hand"
LONGEST = {"name": 300, "about": 8000, "brand": 120}
LANGUAGES = ("ar", "en", "fr")
ONE_BRAND_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('catalogue.import_products'))"


class ProductInvalid(Invalid):
    """`fields` has a fault for each field; an attribute's is called "attribute_<id>"."""

    code = "catalogue.product_invalid"


class ProductUnknown(Refusal):
    """There is no such product, or it is not this seller's to change."""

    code = "catalogue.product_unknown"
    kind = Kind.MISSING


class ProductChangedMeanwhile(Refusal):
    """Someone changed it after `version` was read; nothing was overwritten."""

    code = "catalogue.product_changed_meanwhile"


@action(power=Power.PRODUCTS_MANAGE)
def save_product(
    *, actor: Actor, seller_id: UUID | None, product_id: UUID, sheet: ProductSheet, version: int
) -> int:
    """The new version. `version` is the one that was seen; 0 makes the product, unpublished and
    with its one variant: sent twice it is made once. A seller changes only what he brought."""
    values = _checked(sheet)
    brand_id = _brand_id(strip_controls(sheet.brand))
    values |= {"brand_id": brand_id, "folded": _folded(values)}
    if version == 0:
        _make(product_id, seller_id, values)
        return 1
    mine = {} if seller_id is None else {"brought_by": seller_id}
    product = Product.objects.filter(id=product_id, **mine)
    if not product.exists():
        raise ProductUnknown(product=str(product_id))
    if not product.filter(version=version).update(**values, version=F("version") + 1):
        raise ProductChangedMeanwhile(product=str(product_id))
    record(OPERATOR_ID, ProductsChanged((product_id,)))
    return version + 1


def _checked(sheet: ProductSheet) -> dict:
    """The columns to write; ProductInvalid names every fault at once."""
    values: dict = {"kind": sheet.kind, "tax_class": sheet.tax_class}
    for what in ("name", "about"):
        for language in LANGUAGES:
            field = f"{what}_{language}"
            values[field] = strip_controls(getattr(sheet, field), keep_lines=what == "about")
    faults = {
        field: "too_long"
        for field, text in values.items()
        if len(text) > LONGEST.get(field[:-3], len(text))
    }
    values["name_ar"] = values["name_ar"] or values["name_en"] or values["name_fr"]
    if not values["name_ar"]:
        faults["name_ar"] = "required"
    if len(strip_controls(sheet.brand)) > LONGEST["brand"]:
        faults["brand"] = "too_long"
    faults |= _choice_faults(sheet)
    if sheet.category_id not in {node.id for node in categories()}:
        faults["category"] = "required"
    attributes, wrong = _read_attributes(sheet)
    if faults or wrong:
        raise ProductInvalid(faults | wrong)
    return values | {"category_id": sheet.category_id, "attributes": attributes}


def _choice_faults(sheet: ProductSheet) -> dict[str, str]:
    known = {"kind": sheet.kind in set(ProductKind), "tax_class": is_tax_class(sheet.tax_class)}
    return {field: "unknown" for field, is_known in known.items() if not is_known}


def _read_attributes(sheet: ProductSheet) -> tuple[dict, dict[str, str]]:
    """Values by attribute id, and the faults. What the category does not ask for is let go."""
    values, faults = {}, {}
    for card in category_attributes(sheet.category_id) if sheet.category_id else ():
        try:
            value = read_value(card, sheet.attributes.get(str(card.id)))
        except ValueWrong as wrong:
            faults[f"attribute_{card.id}"] = wrong.code
        else:
            if value is not None:
                values[str(card.id)] = value
    return values, faults


def _brand_id(name: str) -> UUID | None:
    """Of the brand that goes by this name in either script; made where there is none."""
    key = brand_key("", name)
    if not key:
        return None
    with connection.cursor() as cursor:
        cursor.execute(ONE_BRAND_AT_A_TIME)
    rows = Brand.objects.order_by("id").values_list("id", "key", "name_ar")
    for id, known, name_ar in rows:
        if key in (known, fold(name_ar)):
            return id
    latin = name if name.isascii() else ""
    return Brand.objects.create(id=new_id(), key=key, name_ar=name, name_en=latin).id


def _folded(values: dict) -> str:
    return fold(" ".join(values[f"name_{language}"] for language in LANGUAGES))


def _make(product_id: UUID, seller_id: UUID | None, values: dict) -> None:
    key = str(product_id)
    made = Product(
        id=product_id,
        slug=product_slug(values["name_ar"], BY_HAND, key),
        source=BY_HAND,
        source_key=key,
        brought_by=seller_id,
        is_published=False,
        **values,
    )
    Product.objects.bulk_create([made], ignore_conflicts=True)
    if not Product.objects.filter(id=product_id, brought_by=seller_id).exists():
        raise ProductUnknown(product=key)
    Variant.objects.bulk_create([Variant(product_id=product_id)], ignore_conflicts=True)
