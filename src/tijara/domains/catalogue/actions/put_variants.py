"""Write the variants of products that a file brings, as they were planned."""

import json
from collections.abc import Mapping
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules import FamilyPlan, PlannedVariant, stored_options

SET_OPTIONS = """
    UPDATE catalogue_product p SET options = k.options, version = version + 1
    FROM unnest(%s::uuid[], %s::jsonb[]) AS k (id, options) WHERE p.id = k.id
"""
SET_ASIDE = """
    UPDATE catalogue_variant SET choice = jsonb_build_object('', id::text) WHERE id = ANY(%s)
"""
"""Two variants may have swapped their values: for a moment each has one of its own."""
RETIRE = "UPDATE catalogue_variant SET is_active = false WHERE id = ANY(%s)"
CHANGE = """
    UPDATE catalogue_variant v SET sku = k.sku, gtin = k.gtin, source_key = k.source_key,
        choice = k.choice, label_ar = k.label_ar, label_en = k.label_en, label_fr = k.label_fr,
        position = k.position
    FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::text[], %s::jsonb[],
        %s::smallint[], %s::text[], %s::text[], %s::text[]) AS k (id, product_id, sku, gtin,
        source_key, choice, position, label_ar, label_en, label_fr)
    WHERE v.id = k.id
"""
ADD = """
    INSERT INTO catalogue_variant (id, product_id, sku, gtin, source_key, choice, position,
        label_ar, label_en, label_fr, picture, is_active)
    SELECT *, '', true FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::text[],
        %s::jsonb[], %s::smallint[], %s::text[], %s::text[], %s::text[])
"""


@action(power=Power.SYSTEM)
def put_variants(*, actor: Actor, plans: Mapping[UUID, FamilyPlan]) -> set[UUID]:
    """The products that changed, of the `plans` by product. Five statements at most."""
    told = {
        product_id: json.dumps(stored_options(plan.options), ensure_ascii=False)
        for product_id, plan in plans.items()
        if plan.has_new_options
    }
    new = _rows(plans, lambda planned: planned.was is None)
    changed = _rows(plans, lambda planned: planned.is_changed)
    moved = [
        planned.variant.id
        for plan in plans.values()
        for planned in plan.variants
        if planned.was and planned.was.choice != planned.variant.choice
    ]
    retired = [id for plan in plans.values() for id in plan.retired]
    with connection.cursor() as cursor:
        if told:
            cursor.execute(SET_OPTIONS, [list(told), list(told.values())])
        if retired:
            cursor.execute(RETIRE, [retired])
        if moved:
            cursor.execute(SET_ASIDE, [moved])
        if changed:
            cursor.execute(CHANGE, list(map(list, zip(*changed, strict=True))))
        if new:
            cursor.execute(ADD, list(map(list, zip(*new, strict=True))))
    return {*told, *(row[1] for row in (*new, *changed))}


def _rows(plans: Mapping[UUID, FamilyPlan], is_meant) -> list[tuple]:
    return [
        _row(product_id, plan, planned)
        for product_id, plan in plans.items()
        for planned in plan.variants
        if is_meant(planned)
    ]


def _row(product_id: UUID, plan: FamilyPlan, planned: PlannedVariant) -> tuple:
    variant = planned.variant
    choice = json.dumps(dict(variant.choice), ensure_ascii=False)
    codes = variant.sku, variant.gtin, variant.source_key
    return (variant.id, product_id, *codes, choice, variant.position, *plan.label(variant))
