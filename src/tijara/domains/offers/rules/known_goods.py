"""Which goods a row of a file means, where its seller sells them already under the row's SKU."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from tijara.domains.catalogue.shapes import ImportedProduct, ProductDraft, VariantWithSku

SoldBySku = dict[str, list[VariantWithSku]]
"""What the seller sells under each SKU."""


def skus_of(draft: ProductDraft) -> set[str]:
    return {draft.sku, *(each.sku for each in draft.variants)} - {""}


def known_goods(draft: ProductDraft, sold: SoldBySku) -> ImportedProduct | None:
    """The goods that a plain row means, where its seller had brought them by hand, or sells what
    another has brought. Such a row tells a price and a stock; the words that stand were written."""
    meant = sold.get(draft.sku, [])
    if draft.variants or len(meant) != 1 or _is_kept(draft, meant):
        return None
    (one,) = meant
    return ImportedProduct(draft.source_key, one.product_id, one.variant_id, is_new=False)


def _is_kept(draft: ProductDraft, meant: Iterable[VariantWithSku]) -> bool:
    """It came by this very key: an import, which goes on to write it."""
    return any((one.source, one.source_key) == (draft.source, draft.source_key) for one in meant)


def named_drafts(
    seller_id: UUID, drafts: Iterable[ProductDraft], sold: SoldBySku
) -> list[ProductDraft]:
    """Drafts by the keys that their products have in the catalogue: one of several variants whose
    SKUs are all of one product that came another way is that product."""
    drafts = list(drafts)
    taken = Counter((draft.source, draft.source_key) for draft in drafts)
    named = []
    for draft in drafts:
        meant = [one for sku in skus_of(draft) for one in sold.get(sku, [])]
        keys = {(one.source, one.source_key) for one in meant}
        key = (draft.source, draft.source_key)
        if draft.variants and len(keys) == 1 and not _is_kept(draft, meant):
            (other,) = keys
            key = key if taken[other] else other
            taken[other] += 1
        named.append(replace(draft, brought_by=seller_id, source=key[0], source_key=key[1]))
    return named
