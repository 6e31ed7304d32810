"""Put some of an import's changes back as they were before it."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F, OuterRef, Subquery

from tijara.domains.catalogue.actions import publish_products, sell_variants
from tijara.domains.inventory.actions import adjust_stock
from tijara.domains.inventory.queries import sold_stocks, stock_levels
from tijara.domains.inventory.shapes import StockChange
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import CHUNK, OffersChanged
from ..models import ImportChange, Offer
from ..shapes import ChangeFate

Fates = dict[UUID, ChangeFate]


@action(power=Power.SYSTEM)
def restore_offers(*, actor: Actor, seller_id: UUID, run_id: UUID) -> int:
    """How many changes were looked at, the last first; 0 when none is left. Each is looked at
    once, in the commit that puts it back: a crash in between repeats nothing.
    """
    waiting = ImportChange.objects.select_for_update().filter(
        seller_id=seller_id, run_id=run_id, fate=""
    )
    changes = list(waiting.order_by("-id")[:CHUNK])
    if not changes:
        return 0
    fates = _take_off(seller_id, run_id, [change for change in changes if change.is_new_offer])
    fates |= _put_back(seller_id, run_id, [change for change in changes if not change.is_new_offer])
    _withdraw(seller_id, [change for change in changes if fates[change.id] is ChangeFate.UNDONE])
    for change in changes:
        change.fate = fates[change.id]
    ImportChange.objects.bulk_update(changes, ["fate"])
    if touched := sorted({change.product_id for change in changes if change.offer_id}):
        record(seller_id, OffersChanged(seller_id, tuple(touched)))
    return len(changes)


def _take_off(seller_id: UUID, run_id: UUID, changes: Sequence[ImportChange]) -> Fates:
    """New offers leave the shelf with the units that came; one that was sold from since stays."""
    stock_ids = [change.stock_id for change in changes if change.stock_id]
    sold = sold_stocks(seller_id, stock_ids)
    levels = stock_levels(seller_id, stock_ids)
    fates: Fates = {}
    going = []
    for change in changes:
        if change.stock_id in sold:
            fates[change.id] = ChangeFate.SOLD
        elif change.stock_id and levels[change.stock_id].held:
            fates[change.id] = ChangeFate.HELD
        else:
            fates[change.id] = ChangeFate.UNDONE
            going.append(change)
    leaving = [
        StockChange(change.stock_id, -min(change.units, levels[change.stock_id].on_hand))
        for change in going
        if change.stock_id
    ]
    done = adjust_stock(actor=SYSTEM, seller_id=seller_id, changes=leaving, reference_id=run_id)
    held = {change.stock_id for change in leaving if change.units} - done
    fates |= {change.id: ChangeFate.HELD for change in going if change.stock_id in held}
    off = [change.offer_id for change in going if change.stock_id not in held]
    Offer.objects.filter(seller_id=seller_id, id__in=off).update(is_active=False)
    return fates


def _put_back(seller_id: UUID, run_id: UUID, changes: Sequence[ImportChange]) -> Fates:
    """Old prices, where nobody has set another since; counted units as they were."""
    counted = [change for change in changes if change.units and change.stock_id]
    moves = [StockChange(change.stock_id, -change.units) for change in counted if change.stock_id]
    done = adjust_stock(actor=SYSTEM, seller_id=seller_id, changes=moves, reference_id=run_id)
    held = {change.id for change in counted if change.stock_id not in done}
    repriced = {change.offer_id: change for change in changes if change.price_minor is not None}
    offers = Offer.objects.select_for_update().filter(seller_id=seller_id, id__in=repriced)
    versions = dict(offers.order_by("id").values_list("id", "version"))
    changed = {change.id for id, change in repriced.items() if versions.get(id) != change.version}
    before = ImportChange.objects.filter(
        seller_id=seller_id, run_id=run_id, offer_id=OuterRef("id")
    )
    back = [id for id, change in repriced.items() if change.id not in changed]
    Offer.objects.filter(seller_id=seller_id, id__in=back).update(
        price_minor=Subquery(before.values("price_minor")[:1]),
        was_minor=Subquery(before.values("was_minor")[:1]),
        version=F("version") + 1,
        updated_at=now(),
    )
    return (
        dict.fromkeys((change.id for change in changes), ChangeFate.UNDONE)
        | dict.fromkeys(held, ChangeFate.HELD)
        | dict.fromkeys(changed, ChangeFate.CHANGED)
    )


def _withdraw(seller_id: UUID, changes: Sequence[ImportChange]) -> None:
    """Products and variants that came with the import, and that nobody offers any more, are shown
    no longer."""
    brought = {change.product_id for change in changes if change.is_new_product}
    offered = Offer.objects.filter(product_id__in=brought, is_active=True)
    others = set(offered.values_list("product_id", flat=True))
    publish_products(actor=SYSTEM, product_ids=brought - others, is_published=False)
    added = {change.new_variant_id for change in changes if change.new_variant_id}
    offered = Offer.objects.filter(variant_id__in=added, is_active=True)
    sold = set(offered.values_list("variant_id", flat=True))
    sell_variants(actor=SYSTEM, variant_ids=added - sold, is_sold=False)
