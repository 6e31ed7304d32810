"""What the demonstration's tree asks, what its goods tell, their options and further pictures."""

from collections.abc import Iterator
from uuid import UUID

from tijara.domains.catalogue.actions import (
    arrange_pictures,
    define_attribute,
    describe_products,
    hang_pictures,
)
from tijara.domains.catalogue.queries import attributes, category, edited_product
from tijara.domains.catalogue.shapes import (
    AttributeDraft,
    AttributeType,
    Choice,
    EditedProduct,
    ImportedProduct,
    PictureLine,
)
from tijara.kit.actor import SYSTEM

from . import content
from .variants import arrange_variants, is_varied, pictures_of_values

VIEWS = {
    "front": ("من الأمام", "From the front"),
    "near": ("عن قرب", "From close by"),
    "home": ("في مكانه", "In its place"),
    "box": ("كما يصلك", "As it reaches you"),
}


def describe_goods(products: list[dict], imported: dict[str, ImportedProduct]) -> None:
    """Said once: what has been changed since by hand stays."""
    for place, told in enumerate(content.read("described")["attribute"]):
        _define(told, place)
    ids = {told["key"]: imported[told["key"]].product_id for told in products}
    values = {told["key"]: told["values"] for told in products if "values" in told}
    values |= content.read("described")["values"]
    describe_products(
        actor=SYSTEM,
        told={
            ids[key]: {attribute_id(name): value for name, value in said.items()}
            for key, said in values.items()
        },
    )
    for told in filter(is_varied, products):
        arrange_variants(told, ids[told["key"]])
    _hang(products, ids)


def attribute_id(key: str) -> UUID:
    return content.id_of("attribute", key)


def _define(told: dict, place: int) -> None:
    if attribute_id(told["key"]) in attributes():
        return
    home = category(told["category"])
    draft = AttributeDraft(
        category_id=home.id if home else UUID(int=0),
        name_ar=told["name"][0],
        name_en=told["name"][1],
        name_fr=told["name"][2],
        type=AttributeType(told["type"]),
        unit_ar=told.get("unit", ("", ""))[0],
        unit_en=told.get("unit", ("", ""))[1],
        choices=tuple(Choice("", *names) for names in told.get("choices", ())),
        is_facet=told.get("facet", False),
        position=place,
    )
    define_attribute(actor=SYSTEM, attribute_id=attribute_id(told["key"]), draft=draft)


def _hang(products: list[dict], ids: dict[str, UUID]) -> None:
    hung = {
        ids[key]: [(name, ar, en) for name, ar, en in pictures]
        for key, pictures in content.read("described")["pictures"].items()
    }
    for told in products:
        if "views" in told:
            hung[ids[told["key"]]] = list(_views(told))
        elif is_varied(told) and (pictures := pictures_of_values(told)):
            hung[ids[told["key"]]] = pictures
    hang_pictures(actor=SYSTEM, pictures=hung)
    for told in filter(is_varied, products):
        _place_by_variant(edited_product(ids[told["key"]]), told)


def _views(told: dict) -> Iterator[tuple[str, str, str]]:
    """Its front, and the further views that were drawn of it."""
    yield told["picture"], *VIEWS["front"]
    for view in told["views"]:
        yield f"{told['picture']}-{view}", *VIEWS[view]


def _place_by_variant(product: EditedProduct | None, told: dict) -> None:
    """A colour's picture belongs to the variants of it: the first of them carries it."""
    if product is None or any(picture.variant_id for picture in product.pictures):
        return
    of_value = {name: en for name, _, en in pictures_of_values(told)}
    lines = [
        PictureLine(
            picture.id,
            picture.alt_ar,
            picture.alt_en,
            next(
                (
                    one.details.id
                    for one in product.active
                    if of_value.get(picture.name) in one.label_en.split(", ")
                ),
                None,
            ),
        )
        for picture in product.pictures
    ]
    if of_value:
        arrange_pictures(actor=SYSTEM, seller_id=None, product_id=product.id, pictures=lines)
