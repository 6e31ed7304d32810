"""What other domains ask of many products or variants at once: one statement each."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from tijara.platform.prepared import prepared

from ..models import Product, Variant
from ..rules import value_keys
from ..shapes import (
    FacetValue,
    ProductFacts,
    ProductName,
    ProductWords,
    VariantCard,
    VariantNames,
    VariantWithSku,
)
from .tree import attributes

VARIANT_NAMES = """
    SELECT v.id, v.product_id, p.slug, p.name_ar, p.name_en,
        coalesce(nullif(v.picture, ''), p.picture), v.sku, v.label_ar, v.label_en, p.kind,
        p.name_fr, v.label_fr, v.weight_grams, coalesce(nullif(p.tax_class, ''), (
            SELECT a.tax_class FROM catalogue_category c JOIN catalogue_category a
                ON a.tax_class <> '' AND starts_with(c.path || '/', a.path || '/')
            WHERE c.id = p.category_id ORDER BY length(a.path) DESC LIMIT 1), ''),
        k.path, p.brand_id
    FROM catalogue_variant v JOIN catalogue_product p ON p.id = v.product_id
    JOIN catalogue_category k ON k.id = p.category_id
    WHERE v.id = ANY((SELECT %s::uuid[])::uuid[])
"""
"""Asked for one variant as for many by one plan (decision 116)."""
FACTS = """
    SELECT p.id, p.slug, p.name_ar, p.name_en, coalesce(b.name_ar, ''), coalesce(b.name_en, ''),
        c.path, c.name_ar, c.name_en, p.picture, p.is_published, p.kind, p.name_fr, p.brand_id
    FROM catalogue_product p
    JOIN catalogue_category c ON c.id = p.category_id
    LEFT JOIN catalogue_brand b ON b.id = p.brand_id
    WHERE p.id = ANY(%s)
"""


def variants(variant_ids: Iterable[UUID]) -> dict[UUID, VariantCard]:
    return {row[0]: VariantCard(*row) for row in _variants(list(variant_ids))}


def variants_with_skus(skus: Iterable[str]) -> list[VariantWithSku]:
    """Those that may be sold, whoever brought their products."""
    rows = Variant.objects.filter(sku__in=set(skus) - {""}, is_active=True).values_list(
        "sku", "id", "product_id", "product__source", "product__source_key"
    )
    return [VariantWithSku(*row) for row in rows]


def variant_names(variant_ids: Iterable[UUID]) -> dict[UUID, VariantNames]:
    """Variants and their products together."""
    with connection.cursor() as cursor:
        cursor.execute(VARIANT_NAMES, [list(variant_ids)])
        return {row[0]: VariantNames(*row) for row in cursor.fetchall()}


def names_of(product_ids: Iterable[UUID]) -> dict[UUID, ProductName]:
    rows = Product.objects.filter(id__in=list(product_ids)).values_list(
        "id", "slug", "name_ar", "name_en", "picture"
    )
    return {row[0]: ProductName(*row) for row in rows}


def words_of(product_ids: Iterable[UUID]) -> dict[UUID, ProductWords]:
    rows = Product.objects.filter(id__in=list(product_ids)).values_list(
        "id", "about_ar", "about_en", "about_fr"
    )
    return {id: ProductWords(*about) for id, *about in rows}


def ids_at(slugs: Iterable[str]) -> dict[str, UUID]:
    """Products by their parts of addresses."""
    return dict(Product.objects.filter(slug__in=list(slugs)).values_list("slug", "id"))


def product_facts(product_ids: Iterable[UUID]) -> list[ProductFacts]:
    with connection.cursor() as cursor:
        cursor.execute(FACTS, [list(product_ids)])
        return [ProductFacts(*row) for row in cursor.fetchall()]


def facet_values(product_ids: Iterable[UUID]) -> dict[UUID, tuple[FacetValue, ...]]:
    """What products have of the attributes that are facets. A product without any is absent."""
    cards = {str(card.id): card for card in attributes().values() if card.is_facet}
    found = {}
    for id, values in _attributes(list(product_ids)):
        facets = tuple(
            FacetValue(card.id, card.code, key)
            for attribute_id, card in cards.items()
            if attribute_id in values
            for key in value_keys(card, values[attribute_id])
        )
        if facets:
            found[id] = facets
    return found


@prepared
def _variants(variant_ids: list[UUID]) -> QuerySet:
    return Variant.objects.filter(id__among=variant_ids).values_list(
        "id", "product_id", "sku", "label_ar", "label_en", "label_fr", "gtin", "picture", "choice"
    )


@prepared
def _attributes(product_ids: list[UUID]) -> QuerySet:
    rows = Product.objects.filter(id__among=product_ids).exclude(attributes={})
    return rows.values_list("id", "attributes")
