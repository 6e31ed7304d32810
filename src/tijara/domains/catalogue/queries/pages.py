"""The product page: one statement, whatever the number of variants and pictures."""

import json
from uuid import UUID

from django.db import connection

from ..rules import read_options, spec_line
from ..shapes import PictureCard, ProductPage, SpecLine, VariantCard
from .tree import category_attributes

PRODUCT_PAGE = """
    SELECT p.id, p.slug, p.name_ar, p.name_en, p.about_ar, p.about_en,
        coalesce(b.name_ar, ''), coalesce(b.name_en, ''), c.path, p.picture, p.kind, p.name_fr,
        p.about_fr, coalesce(nullif(p.tax_class, ''), (
            SELECT a.tax_class FROM catalogue_category a
            WHERE a.tax_class <> '' AND starts_with(c.path || '/', a.path || '/')
            ORDER BY length(a.path) DESC LIMIT 1), ''),
        p.category_id, p.brand_id, p.specs::text, p.attributes::text, p.options::text,
        (SELECT json_agg(json_build_array(v.id, v.product_id, v.sku, v.label_ar, v.label_en,
            v.label_fr, v.gtin, v.picture, v.choice) ORDER BY v.position, v.id)
            FROM catalogue_variant v WHERE v.product_id = p.id AND v.is_active)::text,
        (SELECT json_agg(json_build_array(i.id, i.name, i.alt_ar, i.alt_en, i.variant_id, i.state)
            ORDER BY i.position, i.id)
            FROM catalogue_picture i WHERE i.product_id = p.id AND i.state <> 'broken')::text
    FROM catalogue_product p
    JOIN catalogue_category c ON c.id = p.category_id
    LEFT JOIN catalogue_brand b ON b.id = p.brand_id
    WHERE p.slug = %s AND p.is_published
"""
WRITTEN = ("ar", "en", "fr", "value_ar", "value_en", "value_fr")


def product_page(slug: str) -> ProductPage | None:
    with connection.cursor() as cursor:
        cursor.execute(PRODUCT_PAGE, [slug])
        row = cursor.fetchone()
    if row is None:
        return None
    tax_class, category_id, brand_id, *texts = row[13:]
    written, values, options, variants, pictures = (json.loads(text or "[]") for text in texts)
    return ProductPage(
        *(
            *row[:6],
            _specs(category_id, written, values),
            *row[6:13],
            read_options(options),
            tuple(VariantCard(UUID(one[0]), UUID(one[1]), *one[2:]) for one in variants),
            tuple(_picture(one) for one in pictures),
            tax_class,
            brand_id,
        )
    )


def _specs(category_id: UUID, written: list[dict], values: dict) -> tuple[SpecLine, ...]:
    cards = category_attributes(category_id) if values else ()
    typed = [spec_line(card, values[str(card.id)]) for card in cards if str(card.id) in values]
    return (*typed, *(SpecLine(*(spec.get(key, "") for key in WRITTEN)) for spec in written))


def _picture(told: list) -> PictureCard:
    id, name, alt_ar, alt_en, variant_id, state = told
    return PictureCard(
        UUID(id), name, alt_ar, alt_en, UUID(variant_id) if variant_id else None, state
    )
