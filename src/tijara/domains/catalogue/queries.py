"""Reads of the shared catalogue: the tree, product pages, names for other domains' pages."""

import json
from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from tijara.kit.recent import Recent

from .models import Attribute, Category, Product, Variant
from .rules import spec_line, value_keys
from .shapes import (
    AttributeCard,
    AttributeType,
    CategoryNode,
    Choice,
    FacetValue,
    ProductFacts,
    ProductName,
    ProductPage,
    SpecLine,
    VariantCard,
    VariantNames,
)

PRODUCT_PAGE = """
    SELECT p.id, p.slug, p.name_ar, p.name_en, p.about_ar, p.about_en, p.specs::text,
        coalesce(b.name_ar, ''), coalesce(b.name_en, ''), c.path, p.picture,
        c.id, p.attributes::text, v.id, p.id, v.sku, v.label_ar, v.label_en
    FROM catalogue_product p
    JOIN catalogue_category c ON c.id = p.category_id
    JOIN catalogue_variant v ON v.product_id = p.id
    LEFT JOIN catalogue_brand b ON b.id = p.brand_id
    WHERE p.slug = %s AND p.is_published AND v.is_active
    ORDER BY v.position, v.id
"""
WRITTEN = ("ar", "en", "fr", "value_ar", "value_en", "value_fr")
VARIANT_NAMES = """
    SELECT v.id, v.product_id, p.slug, p.name_ar, p.name_en,
        coalesce(nullif(v.picture, ''), p.picture), v.sku, v.label_ar, v.label_en, p.kind,
        p.name_fr, v.label_fr, v.weight_grams
    FROM catalogue_variant v JOIN catalogue_product p ON p.id = v.product_id
    WHERE v.id = ANY(%s)
"""
FACTS = """
    SELECT p.id, p.slug, p.name_ar, p.name_en, coalesce(b.name_ar, ''), coalesce(b.name_en, ''),
        c.path, c.name_ar, c.name_en, p.picture, p.is_published, p.kind,
        p.name_fr
    FROM catalogue_product p
    JOIN catalogue_category c ON c.id = p.category_id
    LEFT JOIN catalogue_brand b ON b.id = p.brand_id
    WHERE p.id = ANY(%s)
"""


def categories() -> list[CategoryNode]:
    """The whole tree, siblings in their order. Kept in the process for a few seconds."""
    return list(_tree.get().values())


def category(path: str) -> CategoryNode | None:
    return _tree.get().get(path)


def forget_categories() -> None:
    """Their attributes too."""
    _tree.forget()
    _attributes.forget()


def category_attributes(category_id: UUID) -> list[AttributeCard]:
    """Those of the category and of all above it, the uppermost first; read from the kept tree."""
    node = next((node for node in categories() if node.id == category_id), None)
    if node is None:
        return []
    above = {each.id: each.depth for each in categories() if _is_on_the_way(each.path, node.path)}
    mine = [card for card in _attributes.get().values() if card.category_id in above]
    return sorted(mine, key=lambda card: (above[card.category_id], card.position, card.code))


def facet_values(product_ids: Iterable[UUID]) -> dict[UUID, tuple[FacetValue, ...]]:
    """What many products have of the attributes that are facets: one statement. A product without
    any is absent."""
    cards = {str(card.id): card for card in _attributes.get().values() if card.is_facet}
    rows = Product.objects.filter(id__in=list(product_ids)).exclude(attributes={})
    found = {}
    for id, values in rows.values_list("id", "attributes"):
        facets = tuple(
            FacetValue(card.id, card.code, key)
            for attribute_id, card in cards.items()
            if attribute_id in values
            for key in value_keys(card, values[attribute_id])
        )
        if facets:
            found[id] = facets
    return found


def product_page(slug: str) -> ProductPage | None:
    """One statement."""
    with connection.cursor() as cursor:
        cursor.execute(PRODUCT_PAGE, [slug])
        rows = cursor.fetchall()
    if not rows:
        return None
    first = rows[0]
    variants = tuple(VariantCard(*row[13:]) for row in rows)
    specs = _specs(first[11], json.loads(first[6]), json.loads(first[12]))
    return ProductPage(*(*first[:6], specs, *first[7:11], variants))


def _specs(category_id: UUID, written: list[dict], values: dict) -> tuple[SpecLine, ...]:
    typed = [
        spec_line(card, values[str(card.id)])
        for card in (category_attributes(category_id) if values else ())
        if str(card.id) in values
    ]
    told = [SpecLine(*(spec.get(key, "") for key in WRITTEN)) for spec in written]
    return (*typed, *told)


def variants(variant_ids: Iterable[UUID]) -> dict[UUID, VariantCard]:
    rows = Variant.objects.filter(id__in=list(variant_ids)).values_list(
        "id", "product_id", "sku", "label_ar", "label_en"
    )
    return {row[0]: VariantCard(*row) for row in rows}


def variant_names(variant_ids: Iterable[UUID]) -> dict[UUID, VariantNames]:
    """One statement, variants and their products together."""
    with connection.cursor() as cursor:
        cursor.execute(VARIANT_NAMES, [list(variant_ids)])
        return {row[0]: VariantNames(*row) for row in cursor.fetchall()}


def names_of(product_ids: Iterable[UUID]) -> dict[UUID, ProductName]:
    rows = Product.objects.filter(id__in=list(product_ids)).values_list(
        "id", "slug", "name_ar", "name_en", "picture"
    )
    return {row[0]: ProductName(*row) for row in rows}


def product_facts(product_ids: Iterable[UUID]) -> list[ProductFacts]:
    with connection.cursor() as cursor:
        cursor.execute(FACTS, [list(product_ids)])
        return [ProductFacts(*row) for row in cursor.fetchall()]


def _load() -> dict[str, CategoryNode]:
    rows = Category.objects.values_list(
        "id", "path", "name_ar", "name_en", "picture", "position", "name_fr"
    ).order_by("position", "path")
    return {row[1]: CategoryNode(*row) for row in rows}


def _is_on_the_way(path: str, to: str) -> bool:
    return path == to or to.startswith(f"{path}/")


def _load_attributes() -> dict[UUID, AttributeCard]:
    rows = Attribute.objects.values_list(
        "id", "category_id", "code", "name_ar", "name_en", "name_fr", "type", "unit_ar",
        "unit_en", "choices", "is_required", "is_facet", "position",
    )  # fmt: skip
    return {row[0]: _attribute(row) for row in rows}


def _attribute(row: tuple) -> AttributeCard:
    type, choices = AttributeType(row[6]), tuple(map(_choice, row[9]))
    return AttributeCard(*(*row[:6], type, *row[7:9], choices, *row[10:]))


def _choice(told: dict) -> Choice:
    return Choice(told["key"], told["ar"], told.get("en", ""), told.get("fr", ""))


_tree = Recent(_load, seconds=5)
_attributes = Recent(_load_attributes, seconds=5)
