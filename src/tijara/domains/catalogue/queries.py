"""Reads of the shared catalogue: the tree, product pages, names for other domains' pages."""

import json
from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from tijara.kit.recent import Recent

from .models import Category, Product, Variant
from .shapes import CategoryNode, ProductFacts, ProductName, ProductPage, VariantCard, VariantNames

PRODUCT_PAGE = """
    SELECT p.id, p.slug, p.name_ar, p.name_en, p.about_ar, p.about_en, p.specs::text,
        coalesce(b.name_ar, ''), coalesce(b.name_en, ''), c.path, p.picture,
        v.id, p.id, v.sku, v.label_ar, v.label_en
    FROM catalogue_product p
    JOIN catalogue_category c ON c.id = p.category_id
    JOIN catalogue_variant v ON v.product_id = p.id
    LEFT JOIN catalogue_brand b ON b.id = p.brand_id
    WHERE p.slug = %s AND p.is_published
    ORDER BY v.position, v.id
"""
VARIANT_NAMES = """
    SELECT v.id, v.product_id, p.slug, p.name_ar, p.name_en, p.picture, v.sku, v.label_ar,
        v.label_en
    FROM catalogue_variant v JOIN catalogue_product p ON p.id = v.product_id
    WHERE v.id = ANY(%s)
"""
FACTS = """
    SELECT p.id, p.slug, p.name_ar, p.name_en, coalesce(b.name_ar, ''), coalesce(b.name_en, ''),
        c.path, c.name_ar, c.name_en, p.picture, p.is_published
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
    _tree.forget()


def product_page(slug: str) -> ProductPage | None:
    """One statement."""
    with connection.cursor() as cursor:
        cursor.execute(PRODUCT_PAGE, [slug])
        rows = cursor.fetchall()
    if not rows:
        return None
    first = rows[0]
    variants = tuple(VariantCard(*row[11:]) for row in rows)
    return ProductPage(*(*first[:6], json.loads(first[6]), *first[7:11], variants))


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
        "id", "path", "name_ar", "name_en", "picture", "position"
    ).order_by("position", "path")
    return {row[1]: CategoryNode(*row) for row in rows}


_tree = Recent(_load, seconds=5)
