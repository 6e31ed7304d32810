"""What the desks read of the catalogue: products to edit, lists to search, brands."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F

from tijara.kit.arabic import fold
from tijara.kit.like import literal
from tijara.kit.page import Page

from ..models import Brand, Picture, Product, Variant
from ..rules import read_gtin, read_options
from ..shapes import (
    BrandRow,
    EditedProduct,
    EditedVariant,
    PictureCard,
    ProductRow,
    ProductSheet,
    VariantDetails,
)

ROWS = """
    SELECT p.id, p.slug, p.name_ar, p.name_en, p.name_fr, p.picture, coalesce(b.name_ar, ''),
        coalesce(b.name_en, ''), c.path, p.kind, p.is_published, p.brought_by,
        (SELECT count(*) FROM catalogue_variant v WHERE v.product_id = p.id AND v.is_active),
        p.is_barred
    FROM ({keys}) k JOIN catalogue_product p ON p.id = k.id
    JOIN catalogue_category c ON c.id = p.category_id
    LEFT JOIN catalogue_brand b ON b.id = p.brand_id
    ORDER BY p.created_at DESC, p.id DESC
"""
# Only the keys of a page are looked for, along an index.
KEYS = """
    SELECT p.id FROM {goods} p WHERE true{narrowed}
    ORDER BY p.created_at DESC, p.id DESC LIMIT %s OFFSET %s
"""
ALL = "catalogue_product"
NEWEST = """(
    SELECT * FROM catalogue_product n WHERE true{narrowed}
    ORDER BY n.created_at DESC, n.id DESC LIMIT %s)"""
WITH_WORD = """ AND p.id IN (
    SELECT id FROM catalogue_product WHERE folded LIKE %s
    UNION ALL SELECT product_id FROM catalogue_variant WHERE sku ILIKE %s AND sku <> '')"""
"""By an index of each: none serves an OR of the two."""
WITH_WORD_NEAR = """ AND (p.folded LIKE %s OR EXISTS (
    SELECT FROM catalogue_variant v WHERE v.product_id = p.id AND v.sku ILIKE %s))"""
WITH_GTIN = """ AND p.id IN (SELECT product_id FROM catalogue_variant
    WHERE gtin = %s AND gtin <> '' AND is_active)"""
NEAR = 1000
"""Goods that are looked through before the index of words is: what is said of many is there."""
BRANDS = """
    SELECT b.id, b.name_ar, b.name_en, count(p.id)
    FROM catalogue_brand b LEFT JOIN catalogue_product p ON p.brand_id = b.id
    WHERE b.key LIKE %s OR b.name_ar ILIKE %s OR b.name_en ILIKE %s
    GROUP BY b.id ORDER BY count(p.id) DESC, b.key LIMIT %s OFFSET %s
"""
MOST_WORDS = 8
LONGEST_TEXT = 100


def edited_product(product_id: UUID, *, seller_id: UUID | None = None) -> EditedProduct | None:
    """Everything that is written of a product; with a seller only if he brought it."""
    mine = {} if seller_id is None else {"brought_by": seller_id}
    row = (
        Product.objects.filter(id=product_id, **mine)
        .values(
            "id", "slug", "version", "is_published", "is_barred", "brought_by", "picture",
            "name_ar", "name_en", "name_fr", "about_ar", "about_en", "about_fr", "kind",
            "tax_class", "attributes", "options", "category_id",
            brand_ar=F("brand__name_ar"), brand_en=F("brand__name_en"),
        )
        .first()
    )  # fmt: skip
    if row is None:
        return None
    brand = row.pop("brand_ar") or "", row.pop("brand_en") or ""
    kept = ("id", "slug", "version", "is_published", "is_barred", "brought_by", "picture")
    whole = {name: row.pop(name) for name in kept}
    options = read_options(row.pop("options"))
    return EditedProduct(
        **whole,
        sheet=ProductSheet(**row, brand=brand[0] or brand[1]),
        options=options,
        variants=_variants(product_id),
        pictures=_pictures(product_id),
        brand_ar=brand[0],
        brand_en=brand[1],
    )


def find_products(
    *,
    text: str = "",
    brought_by: UUID | None = None,
    is_published: bool | None = None,
    page: int = 1,
    size: int = 30,
) -> Page[ProductRow]:
    """The newest first. `text`: all its words in the names or SKUs, or the number of a barcode."""
    whose = {"brought_by": brought_by, "is_published": is_published}
    asked = {name: value for name, value in whose.items() if value is not None}
    page = max(page, 1)
    part = [size + 1, (page - 1) * size]
    gtin = read_gtin(text[:LONGEST_TEXT])
    words = [] if gtin else fold(text[:LONGEST_TEXT]).split()[:MOST_WORDS]
    likes = [like for word in words for like in [f"%{literal(word)}%"] * 2]
    own = _narrowed(asked, "p") + (WITH_GTIN if gtin else "")
    found: list[ProductRow] = []
    if words and page == 1:
        near = NEWEST.format(narrowed=_narrowed(asked, "n"))
        keys = KEYS.format(goods=near, narrowed=WITH_WORD_NEAR * len(words))
        found = _rows(keys, [*asked.values(), NEAR, *likes, *part])
    if len(found) <= size:
        keys = KEYS.format(goods=ALL, narrowed=own + WITH_WORD * len(words))
        found = _rows(keys, [*asked.values(), *([gtin] if gtin else likes), *part])
    return Page(found[:size], page, size, has_next=len(found) > size)


def _narrowed(asked: dict[str, Any], goods: str) -> str:
    return "".join(f" AND {goods}.{name} = %s" for name in asked)


def _rows(keys: str, given: list[Any]) -> list[ProductRow]:
    with connection.cursor() as cursor:
        cursor.execute(ROWS.format(keys=keys), given)
        return [ProductRow(*row) for row in cursor.fetchall()]


def products_with_gtin(gtin: str) -> list[ProductRow]:
    """Published products that carry a barcode's number."""
    return find_products(text=gtin, is_published=True).items if read_gtin(gtin) else []


def brands(*, text: str = "", page: int = 1, size: int = 50) -> Page[BrandRow]:
    """Those with the most products first."""
    page, typed = max(page, 1), text.strip()[:LONGEST_TEXT]
    likes = [f"%{literal(one)}%" for one in (fold(typed), typed, typed)]
    given = [*likes, size + 1, (page - 1) * size]
    with connection.cursor() as cursor:
        cursor.execute(BRANDS, given)
        rows = [BrandRow(*row) for row in cursor.fetchall()]
    return Page(rows[:size], page, size, has_next=len(rows) > size)


def brand_names(brand_ids: Iterable[UUID]) -> dict[UUID, BrandRow]:
    """Their products are not counted."""
    rows = Brand.objects.filter(id__in=list(brand_ids)).values_list("id", "name_ar", "name_en")
    return {id: BrandRow(id, name_ar, name_en, 0) for id, name_ar, name_en in rows}


def all_brand_names() -> list[str]:
    """Offered where a brand is typed, in either script: the thousand first, by name."""
    rows = Brand.objects.order_by("key").values_list("name_ar", "name_en")[:1000]
    return list(dict.fromkeys(name for names in rows for name in names if name))


def _variants(product_id: UUID) -> tuple[EditedVariant, ...]:
    rows = Variant.objects.filter(product_id=product_id).order_by("position", "id")
    return tuple(
        EditedVariant(VariantDetails(*row[:8]), *row[8:])
        for row in rows.values_list(
            "id", "sku", "gtin", "weight_grams", "length_mm", "width_mm", "height_mm",
            "is_active", "label_ar", "label_en", "label_fr", "picture", "choice",
        )
    )  # fmt: skip


def _pictures(product_id: UUID) -> tuple[PictureCard, ...]:
    rows = Picture.objects.filter(product_id=product_id).order_by("position", "id")
    return tuple(
        PictureCard(*row)
        for row in rows.values_list("id", "name", "alt_ar", "alt_en", "variant_id", "state")
    )
