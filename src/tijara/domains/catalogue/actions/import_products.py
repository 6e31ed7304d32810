"""Bring products into the shared catalogue: a file, a feed, the demonstration market."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import batched
from uuid import UUID

from django.db import connection

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import fold, strip_controls
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import CHUNK, ProductsChanged
from ..models import Brand, Category, Product, Variant
from ..queries import forget_categories
from ..rules import (
    FamilyPlan,
    Node,
    StandingVariant,
    Tree,
    brand_key,
    plan_family,
    product_slug,
    read_options,
)
from ..shapes import (
    ImportedProduct,
    ImportedVariant,
    Option,
    ProductDraft,
    ProductKind,
    VariantDraft,
)
from .put_variants import put_variants

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('catalogue.import_products'))"
"""Two imports at once would grow the same category twice."""
KNOWN = """
    SELECT p.source, p.source_key, p.id, p.category_id, p.name_ar, p.name_en, p.name_fr,
        p.brought_by, p.options <> '[]', v.id
    FROM unnest(%s::text[], %s::text[]) AS k (source, source_key)
    JOIN catalogue_product p ON p.source = k.source AND p.source_key = k.source_key
    LEFT JOIN LATERAL (
        SELECT id FROM catalogue_variant WHERE product_id = p.id ORDER BY position, id LIMIT 1
    ) v ON true
"""
PUT_PRODUCTS = """
    INSERT INTO catalogue_product AS p (id, slug, source, source_key, brought_by, kind, name_ar,
        name_en, name_fr, folded, about_ar, about_en, about_fr, specs, picture, brand_id,
        category_id, attributes, options, is_published, version, created_at)
    SELECT *, '{}', '[]', true, 1, %s FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::text[],
        %s::uuid[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[],
        %s::text[], %s::text[], %s::jsonb[], %s::text[], %s::uuid[], %s::uuid[])
    ON CONFLICT (source, source_key) DO UPDATE SET
        kind = excluded.kind, name_ar = excluded.name_ar,
        name_en = coalesce(nullif(excluded.name_en, ''), p.name_en),
        name_fr = coalesce(nullif(excluded.name_fr, ''), p.name_fr), folded = excluded.folded,
        about_ar = coalesce(nullif(excluded.about_ar, ''), p.about_ar),
        about_en = coalesce(nullif(excluded.about_en, ''), p.about_en),
        about_fr = coalesce(nullif(excluded.about_fr, ''), p.about_fr),
        specs = coalesce(nullif(excluded.specs, '[]'), p.specs),
        picture = coalesce(nullif(p.picture, ''), excluded.picture),
        brand_id = coalesce(excluded.brand_id, p.brand_id), category_id = excluded.category_id
    WHERE coalesce(excluded.brought_by = p.brought_by, excluded.brought_by IS NULL)
        AND (p.kind, p.name_ar, p.name_en, p.name_fr, p.folded, p.about_ar, p.about_en, p.about_fr,
        p.specs, p.picture, p.brand_id, p.category_id) IS DISTINCT FROM (excluded.kind,
        excluded.name_ar, coalesce(nullif(excluded.name_en, ''), p.name_en),
        coalesce(nullif(excluded.name_fr, ''), p.name_fr), excluded.folded,
        coalesce(nullif(excluded.about_ar, ''), p.about_ar),
        coalesce(nullif(excluded.about_en, ''), p.about_en),
        coalesce(nullif(excluded.about_fr, ''), p.about_fr),
        coalesce(nullif(excluded.specs, '[]'), p.specs),
        coalesce(nullif(p.picture, ''), excluded.picture),
        coalesce(excluded.brand_id, p.brand_id), excluded.category_id)
    RETURNING id, source, source_key
"""
"""An empty field of the draft keeps what is known, and so does a picture that stands: it may have
been sent by hand. A row that stays the same, or that another seller brought, is not written."""
ADD_VARIANTS = """
    INSERT INTO catalogue_variant (id, product_id, sku, gtin, label_ar, label_en, label_fr, choice,
        picture, position, is_active)
    SELECT *, '', '', '', '{}', '', 0, true
    FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[])
"""
SET_CODES = """
    UPDATE catalogue_variant v
    SET sku = coalesce(nullif(k.sku, ''), v.sku), gtin = coalesce(nullif(k.gtin, ''), v.gtin)
    FROM unnest(%s::uuid[], %s::text[], %s::text[]) AS k (id, sku, gtin)
    WHERE v.id = k.id
        AND ((k.sku <> '' AND k.sku <> v.sku) OR (k.gtin <> '' AND k.gtin <> v.gtin))
    RETURNING v.product_id
"""
OF_VARIANT = ("id", "choice", "sku", "gtin", "source_key", "position", "is_active")
Key = tuple[str, str]


class DraftsInvalid(Invalid):
    """A draft has no name or no key; `keys` tells the first of them."""

    code = "catalogue.drafts_invalid"


@dataclass(frozen=True, slots=True)
class Known:
    product_id: UUID
    category_id: UUID
    name_ar: str
    name_en: str
    name_fr: str
    brought_by: UUID | None
    has_options: bool
    variant_id: UUID | None


@action(power=Power.CATALOGUE_MANAGE)
def import_products(*, actor: Actor, drafts: Sequence[ProductDraft]) -> list[ImportedProduct]:
    """What became of each draft, in their order. A second import of a draft never doubles it.

    Twelve statements at most, whatever the number of drafts; seven more where some have variants.
    """
    if not drafts:
        return []
    cleaned = {(draft.source, draft.source_key): draft for draft in map(_clean, drafts)}
    keys = sorted(cleaned)
    unnamed = [key for key in keys if not cleaned[key].name_ar]
    if faults := [
        key for key in keys if not key[1] or (key in unnamed and _is_plain(cleaned[key]))
    ]:
        raise DraftsInvalid({"name_ar": "empty"}, keys=[str(key) for key in faults[:10]])
    known = _find_known(keys)
    plans = _plan(cleaned, known)
    refused = {key: plan.fault for key, plan in plans.items() if plan.fault}
    for key in unnamed:
        if key in known:
            cleaned[key] = replace(cleaned[key], name_ar=known[key].name_ar)
        else:
            refused[key] = "head_missing"
    taken = {key: cleaned[key] for key in keys if key not in refused}
    told = _take(taken, known, plans) if taken else {}
    gone = {key: _not_taken(key, fault) for key, fault in refused.items()}
    return [(told | gone)[draft.source, draft.source_key] for draft in drafts]


def _is_plain(draft: ProductDraft) -> bool:
    return not draft.variants


def _not_taken(key: Key, fault: str) -> ImportedProduct:
    return ImportedProduct(key[1], OPERATOR_ID, OPERATOR_ID, is_new=False, fault=fault)


def _take(
    drafts: dict[Key, ProductDraft], known: dict[Key, Known], plans: dict[Key, FamilyPlan]
) -> dict[Key, ImportedProduct]:
    brands = _settle_brands(list(drafts.values()))
    homes = _settle_categories(drafts, known)
    touched = _put_products(list(drafts.values()), known, brands, homes)
    ids = {key: known[key].product_id if key in known else touched[key] for key in drafts}
    plain = {key: draft for key, draft in drafts.items() if key not in plans}
    variant_ids, recoded = _put_variants(plain, touched, known) if plain else ({}, set())
    if planned := {ids[key]: plan for key, plan in plans.items() if key in drafts}:
        recoded |= put_variants(actor=SYSTEM, plans=planned)
    _tell(set(touched.values()) | recoded)
    done = {}
    for key, id in ids.items():
        is_new = key not in known
        is_changed = not is_new and (key in touched or id in recoded)
        family = _family(plans[key], key in touched) if key in plans else ()
        variant_id = family[0].id if family else variant_ids[key]
        done[key] = ImportedProduct(key[1], id, variant_id, is_new, is_changed, family)
    return done


def _family(plan: FamilyPlan, is_touched: bool) -> tuple[ImportedVariant, ...]:
    return tuple(
        ImportedVariant(
            planned.variant.id,
            is_new=planned.was is None,
            is_changed=planned.was is not None and (is_touched or planned.is_changed),
        )
        for planned in plan.variants
    )


def _plan(drafts: dict[Key, ProductDraft], known: dict[Key, Known]) -> dict[Key, FamilyPlan]:
    """Of the drafts with variants, and of sellers' plain ones whose product has got options."""
    meant = {
        key: known.get(key)
        for key, draft in drafts.items()
        if draft.variants or (draft.brought_by and key in known and known[key].has_options)
    }
    standing = _standing([each.product_id for each in meant.values() if each])
    plans = {}
    for key, product in meant.items():
        options, variants = standing[product.product_id] if product else ((), [])
        brought_by = product.brought_by if product else drafts[key].brought_by
        may_change = drafts[key].brought_by in (None, brought_by)
        plans[key] = plan_family(drafts[key], options, variants, may_change=may_change)
    return plans


def _standing(
    product_ids: Iterable[UUID],
) -> dict[UUID, tuple[tuple[Option, ...], list[StandingVariant]]]:
    """Options and variants, the retired too, by product."""
    product_ids = list(product_ids)
    if not product_ids:
        return {}
    products = Product.objects.select_for_update().filter(id__in=product_ids).order_by("id")
    options = dict(products.values_list("id", "options"))
    variants = defaultdict(list)
    rows = Variant.objects.filter(product_id__in=product_ids).order_by("position", "id")
    for product_id, *told in rows.values_list("product_id", *OF_VARIANT):
        variants[product_id].append(StandingVariant(*told))
    return {id: (read_options(stored), variants[id]) for id, stored in options.items()}


def _clean(draft: ProductDraft) -> ProductDraft:
    """Without hidden characters, cut to what the columns hold; a lone English name serves both."""
    name_ar, name_en = strip_controls(draft.name_ar)[:300], strip_controls(draft.name_en)[:300]
    return ProductDraft(
        source=draft.source,
        source_key=draft.source_key,
        name_ar=name_ar or name_en,
        name_en=name_en,
        category_path_ar=tuple(filter(None, map(strip_controls, draft.category_path_ar))),
        category_path_en=tuple(filter(None, map(strip_controls, draft.category_path_en))),
        brand_ar=strip_controls(draft.brand_ar)[:120],
        brand_en=strip_controls(draft.brand_en)[:120],
        about_ar=strip_controls(draft.about_ar, keep_lines=True),
        about_en=strip_controls(draft.about_en, keep_lines=True),
        sku=strip_controls(draft.sku)[:80],
        gtin=_gtin(draft.gtin),
        picture=draft.picture,
        specs=[{key: strip_controls(text) for key, text in spec.items()} for spec in draft.specs],
        kind=ProductKind(draft.kind),
        name_fr=strip_controls(draft.name_fr)[:300],
        about_fr=strip_controls(draft.about_fr, keep_lines=True),
        brought_by=draft.brought_by,
        options=tuple(map(strip_controls, draft.options)),
        variants=tuple(map(_clean_variant, draft.variants)) if draft.variants else (),
    )


def _clean_variant(draft: VariantDraft) -> VariantDraft:
    return VariantDraft(
        tuple(map(strip_controls, draft.values)),
        source_key=strip_controls(draft.source_key)[:120],
        sku=strip_controls(draft.sku)[:80],
        gtin=_gtin(draft.gtin)[:14],
    )


def _gtin(typed: str) -> str:
    return typed if typed.isascii() and typed.isdigit() else ""


def _find_known(keys: list[Key]) -> dict[Key, Known]:
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
        cursor.execute(KNOWN, [[key[0] for key in keys], [key[1] for key in keys]])
        return {(row[0], row[1]): Known(*row[2:]) for row in cursor.fetchall()}


def _settle_brands(drafts: list[ProductDraft]) -> dict[Key, UUID]:
    """Brand ids by draft. A Latin name is what a brand is known by; a draft without one belongs to
    the first brand of its Arabic name.
    """
    ids: dict[str, UUID] = {}
    aliases: dict[str, UUID] = {}
    for id, key, name_ar in Brand.objects.order_by("id").values_list("id", "key", "name_ar"):
        ids[key] = id
        aliases.setdefault(fold(name_ar), id)
    settled, new = {}, []
    for draft in drafts:
        key = brand_key(draft.brand_ar, draft.brand_en)
        if not key:
            continue
        id = ids.get(key) or (None if draft.brand_en else aliases.get(key))
        if id is None:
            id = new_id()
            name_ar = draft.brand_ar or draft.brand_en
            new.append(Brand(id=id, key=key, name_ar=name_ar, name_en=draft.brand_en))
            ids[key] = id
            aliases.setdefault(fold(name_ar), id)
        settled[draft.source, draft.source_key] = id
    Brand.objects.bulk_create(new)
    return settled


def _settle_categories(drafts: dict[Key, ProductDraft], known: dict[Key, Known]) -> dict[Key, UUID]:
    """Category ids by draft. A known product whose draft names no category stays where it is."""
    rows = Category.objects.order_by("path")
    tree = Tree().plant(
        Node(*row) for row in rows.values_list("id", "parent_id", "path", "name_ar", "name_en")
    )
    homes = {}
    for key, draft in drafts.items():
        if key in known and not draft.category_path_ar and not draft.category_path_en:
            homes[key] = known[key].category_id
        else:
            homes[key] = tree.find(draft.category_path_ar, draft.category_path_en).id
    if tree.grown:
        Category.objects.bulk_create(
            Category(
                id=node.id,
                parent_id=node.parent_id,
                path=node.path,
                name_ar=node.name_ar,
                name_en=node.name_en,
            )
            for node in tree.grown
        )
        forget_categories()
        tell_everything()
    return homes


def _put_products(drafts, known, brands, homes) -> dict[Key, UUID]:
    """The ids of the products that were written, by draft."""
    rows = []
    for draft in drafts:
        key = (draft.source, draft.source_key)
        found = known.get(key)
        name_en = draft.name_en or (found.name_en if found else "")
        name_fr = draft.name_fr or (found.name_fr if found else "")
        rows.append(
            (
                found.product_id if found else new_id(),
                product_slug(draft.name_ar, *key),
                *key,
                draft.brought_by,
                draft.kind,
                draft.name_ar,
                draft.name_en,
                draft.name_fr,
                fold(f"{draft.name_ar} {name_en} {name_fr}"),
                draft.about_ar,
                draft.about_en,
                draft.about_fr,
                json.dumps(draft.specs, ensure_ascii=False),
                draft.picture,
                brands.get(key),
                homes[key],
            )
        )
    with connection.cursor() as cursor:
        cursor.execute(PUT_PRODUCTS, [now(), *map(list, zip(*rows, strict=True))])
        return {(source, key): id for id, source, key in cursor.fetchall()}


def _put_variants(drafts, touched, known) -> tuple[dict[Key, UUID], set[UUID]]:
    """Each draft's variant, and the products whose codes changed."""
    ids, new, old = {}, [], []
    for key, draft in drafts.items():
        found = known.get(key)
        if found and found.variant_id:
            ids[key] = found.variant_id
            if draft.brought_by in (None, found.brought_by):
                old.append((found.variant_id, draft.sku, draft.gtin[:14]))
        else:
            ids[key] = new_id()
            product_id = found.product_id if found else touched[key]
            new.append((ids[key], product_id, draft.sku, draft.gtin[:14]))
    with connection.cursor() as cursor:
        if new:
            cursor.execute(ADD_VARIANTS, list(map(list, zip(*new, strict=True))))
        if not old:
            return ids, set()
        cursor.execute(SET_CODES, list(map(list, zip(*old, strict=True))))
        return ids, {row[0] for row in cursor.fetchall()}


def _tell(product_ids: set[UUID]) -> None:
    facts = [ProductsChanged(chunk) for chunk in batched(sorted(product_ids), CHUNK)]
    if facts:
        record(OPERATOR_ID, *facts)
