"""Sell variants, or sell them no longer: an import that is undone takes back what it added."""

from collections.abc import Iterable
from itertools import batched
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import CHUNK, ProductsChanged
from ..models import Variant


@action(power=Power.CATALOGUE_MANAGE)
def sell_variants(*, actor: Actor, variant_ids: Iterable[UUID], is_sold: bool) -> None:
    """What is so already is not touched."""
    ids = list(variant_ids)
    if not ids:
        return
    variants = Variant.objects.filter(id__in=ids, is_active=not is_sold).order_by("id")
    changed = dict(variants.select_for_update().values_list("id", "product_id"))
    Variant.objects.filter(id__in=changed).update(is_active=is_sold)
    for chunk in batched(sorted(set(changed.values())), CHUNK):
        record(OPERATOR_ID, ProductsChanged(chunk))
