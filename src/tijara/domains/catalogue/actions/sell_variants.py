"""Sell variants, or sell them no longer: an import that is undone takes back what it added."""

from collections.abc import Iterable
from itertools import batched
from uuid import UUID

from django.db.models import F

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import CHUNK, ProductsChanged
from ..models import Product, Variant


@action(power=Power.CATALOGUE_MANAGE)
def sell_variants(*, actor: Actor, variant_ids: Iterable[UUID], is_sold: bool) -> None:
    """What is so already is not touched. A product that loses its last variant is plain again."""
    ids = list(variant_ids)
    if not ids:
        return
    variants = Variant.objects.filter(id__in=ids, is_active=not is_sold).order_by("id")
    changed = dict(variants.select_for_update().values_list("id", "product_id"))
    Variant.objects.filter(id__in=changed).update(is_active=is_sold)
    if not is_sold:
        _make_plain(set(changed.values()))
    for chunk in batched(sorted(set(changed.values())), CHUNK):
        record(OPERATOR_ID, ProductsChanged(chunk))


def _make_plain(product_ids: set[UUID]) -> None:
    """With the one variant that they had before they got any."""
    variants = Variant.objects.filter(product_id__in=product_ids)
    left = set(variants.filter(is_active=True).values_list("product_id", flat=True))
    plain = variants.filter(product_id__in=product_ids - left, choice={})
    bare = list(plain.values_list("product_id", flat=True))
    Variant.objects.filter(product_id__in=bare, choice={}).update(is_active=True)
    Product.objects.filter(id__in=bare).update(options=[], version=F("version") + 1)
