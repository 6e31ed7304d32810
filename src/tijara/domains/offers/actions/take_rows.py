"""Take some rows of a file in: products, stock and offers, and what undoing them will need."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from tijara.domains.catalogue.actions import (
    import_products,
    publish_products,
    sell_variants,
)
from tijara.domains.catalogue.queries import variants_with_skus
from tijara.domains.catalogue.shapes import ImportedProduct, ProductDraft
from tijara.domains.inventory.actions import adjust_stock, receive_stock
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.inventory.shapes import Receipt, StockChange
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import ImportChange, Offer
from ..rules import ReadRow, SoldBySku, known_goods, named_drafts, skus_of
from ..shapes import ChangeFate, ImportChoices, OfferDraft, PutOffer
from .put_offers import put_offers

TERMS = (
    "id", "stock_id", "price_minor", "was_minor", "version", "is_active", "handling_days",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Taken:
    """How many rows were created, updated and left unchanged, and how many stand on no shelf
    because nobody said their price. `faults`: places of rows whose product could not be taken, with
    why."""

    outcome: Counter[str] = field(default_factory=Counter)
    faults: Mapping[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Brought:
    """A row's variant in the catalogue."""

    product_id: UUID
    variant_id: UUID
    is_new_product: bool
    is_new: bool
    """To the catalogue, or back after an import was undone that had added it to a product."""
    is_changed: bool


@dataclass(slots=True)
class Line:
    """A row with a price, or of an offer that stands: a sheet of counts may tell none. What stood,
    and what becomes of its stock."""

    read: ReadRow
    product: Brought
    standing: tuple | None
    stock_id: UUID
    units: int = 0
    is_back: bool = False
    """An earlier import that was undone had taken it off the shelf."""


@action(power=Power.SYSTEM)
def take_rows(
    *,
    actor: Actor,
    seller_id: UUID,
    run_id: UUID,
    rows: Sequence[ReadRow],
    choices: ImportChoices,
) -> Taken:
    """About twenty statements, whatever the number of rows; the rows of one product have the same
    draft of it."""
    if not rows:
        return Taken()
    brought, faults = _bring(seller_id, rows)
    rows = [row for place, row in enumerate(rows) if place not in faults]
    undone = _undone(seller_id, {each.product_id for each in brought})
    returning = {change.new_variant_id for change in undone}
    for each in brought:
        each.is_new = each.is_new or each.variant_id in returning
    lines = _lines(seller_id, rows, brought, {change.offer_id for change in undone})
    _move_stock(seller_id, run_id, lines, choices)
    put = _put(seller_id, lines)
    if undone:
        _put_back(seller_id, lines, undone)
        came = {each.variant_id for each in brought}
        sell_variants(actor=SYSTEM, variant_ids=came & returning, is_sold=True)
    if not choices.is_dry_run:
        _keep_changes(seller_id, run_id, brought, lines, put)
    return Taken(_counted(brought, lines, put), faults)


def _bring(seller_id: UUID, rows: Sequence[ReadRow]) -> tuple[list[Brought], dict[int, str]]:
    """Each row's variant; and the places of those whose product could not be taken."""
    drafts = {id(row.product): row.product for row in rows}
    sold = _sold_by_sku(seller_id, drafts.values())
    known = {id: product for id, draft in drafts.items() if (product := known_goods(draft, sold))}
    rest = {id: draft for id, draft in drafts.items() if id not in known}
    imported = import_products(actor=SYSTEM, drafts=named_drafts(seller_id, rest.values(), sold))
    by_draft = known | dict(zip(rest, imported, strict=True))
    found = [by_draft[id(row.product)] for row in rows]
    faults = {place: product.fault for place, product in enumerate(found) if product.fault}
    brought = [
        _brought(product, row.place)
        for row, product in zip(rows, found, strict=True)
        if not product.fault
    ]
    return brought, faults


def _sold_by_sku(seller_id: UUID, drafts: Iterable[ProductDraft]) -> SoldBySku:
    """What this seller sells already under the SKUs of a file, however it came to be there."""
    skus = {sku for draft in drafts for sku in skus_of(draft)}
    found = variants_with_skus(skus) if skus else []
    offered = Offer.objects.filter(
        seller_id=seller_id, variant_id__in=[each.variant_id for each in found]
    )
    mine = set(offered.values_list("variant_id", flat=True)) if found else set()
    sold: SoldBySku = {}
    for each in found:
        if each.variant_id in mine:
            sold.setdefault(each.sku, []).append(each)
    return sold


def _brought(product: ImportedProduct, place: int | None) -> Brought:
    if place is None:
        told = product.variant_id, product.is_new, product.is_new, product.is_changed
    else:
        variant = product.variants[place]
        told = variant.id, product.is_new, variant.is_new, variant.is_changed
    return Brought(product.product_id, *told)


def _undone(seller_id: UUID, product_ids: set[UUID]) -> list[ImportChange]:
    """What undone imports took away of these products."""
    changes = ImportChange.objects.filter(
        seller_id=seller_id, product_id__in=product_ids, fate=ChangeFate.UNDONE
    )
    is_new = Q(is_new_offer=True) | Q(is_new_product=True) | Q(new_variant_id__isnull=False)
    new = changes.filter(is_new)
    return list(new.only("product_id", "offer_id", "is_new_product", "new_variant_id"))


def _lines(
    seller_id: UUID,
    rows: Sequence[ReadRow],
    imported: Sequence[Brought],
    taken_off: set[UUID | None],
) -> list[Line]:
    variant_ids = [product.variant_id for product in imported]
    offers = Offer.objects.filter(seller_id=seller_id, variant_id__in=variant_ids, condition="new")
    standing = {row[0]: row[1:] for row in offers.values_list("variant_id", *TERMS)}
    lines = []
    for read, product in zip(rows, imported, strict=True):
        before = standing.get(product.variant_id)
        if read.price is not None or before is not None:
            is_taken_off = before is not None and before[0] in taken_off and not before[5]
            is_back = is_taken_off and read.price is not None
            stock_id = before[1] if before else new_id()
            lines.append(Line(read, product, before, stock_id, is_back=is_back))
    return lines


def _move_stock(seller_id: UUID, run_id: UUID, lines: list[Line], choices: ImportChoices) -> None:
    """New stocks are opened with the row's units, or with the first units. The stock of an offer
    that stands was counted and sold from since: it is counted anew only where that was asked for.
    """
    receipts = []
    for line in lines:
        if line.standing is None or line.is_back:
            told = line.read.units
            line.units = choices.first_units if told is None else told
            receipts.append(_receipt(line))
    if receipts:
        receive_stock(actor=SYSTEM, seller_id=seller_id, receipts=receipts, reference_id=new_id())
    if choices.sets_stock:
        _count_anew(seller_id, run_id, [line for line in lines if line.standing])


def _receipt(line: Line) -> Receipt:
    cost = line.read.cost
    return Receipt(line.stock_id, line.product.variant_id, line.units, cost.minor if cost else None)


def _count_anew(seller_id: UUID, run_id: UUID, lines: list[Line]) -> None:
    told = [line for line in lines if line.read.units is not None and not line.is_back]
    levels = stock_levels(seller_id, [line.stock_id for line in told])
    for line in told:
        line.units = (line.read.units or 0) - levels[line.stock_id].on_hand
    changes = [StockChange(line.stock_id, line.units) for line in told]
    done = adjust_stock(actor=SYSTEM, seller_id=seller_id, changes=changes, reference_id=run_id)
    for line in told:
        if line.stock_id not in done:
            line.units = 0


def _put(seller_id: UUID, lines: list[Line]) -> dict[UUID, PutOffer]:
    """What became of each offer, by variant."""
    put = put_offers(
        actor=SYSTEM,
        seller_id=seller_id,
        offers=[
            OfferDraft(
                variant_id=line.product.variant_id,
                product_id=line.product.product_id,
                stock_id=line.stock_id,
                price=line.read.price,
                was=line.read.was,
                handling_days=line.standing[6] if line.standing else 1,
            )
            for line in lines
            if line.read.price
        ],
    )
    return {offer.variant_id: offer for offer in put}


def _put_back(seller_id: UUID, lines: list[Line], undone: list[ImportChange]) -> None:
    """What an undone import had taken off the shelf returns with a new one. (The receipt of its
    stock tells the index.) Variants that don't come with this one wait for one that brings them."""
    standing = {line.standing[0]: line.is_back for line in lines if line.standing}
    back = [offer_id for offer_id, is_back in standing.items() if is_back]
    Offer.objects.filter(seller_id=seller_id, id__in=back).update(is_active=True)
    product_ids = {change.product_id for change in undone}
    publish_products(actor=SYSTEM, product_ids=product_ids, is_published=True)
    met = [change.id for change in undone if change.offer_id in (None, *standing)]
    changes = ImportChange.objects.filter(seller_id=seller_id, id__in=met)
    changes.update(fate=ChangeFate.RETURNED)


def _keep_changes(
    seller_id: UUID,
    run_id: UUID,
    imported: Sequence[Brought],
    lines: list[Line],
    put: dict[UUID, PutOffer],
) -> None:
    by_variant = {line.product.variant_id: line for line in lines}
    changes = [
        _change(seller_id, run_id, product, by_variant.get(product.variant_id), put)
        for product in imported
    ]
    ImportChange.objects.bulk_create(
        change
        for change in changes
        if change.is_new_product
        or change.new_variant_id
        or change.is_new_offer
        or change.price_minor is not None
        or change.units
    )


def _change(
    seller_id: UUID,
    run_id: UUID,
    product: Brought,
    line: Line | None,
    put: dict[UUID, PutOffer],
) -> ImportChange:
    change = ImportChange(
        seller_id=seller_id,
        run_id=run_id,
        product_id=product.product_id,
        is_new_product=product.is_new_product,
    )
    if product.is_new and not product.is_new_product:
        change.new_variant_id = product.variant_id
    if line is None:
        return change
    change.stock_id, change.units = line.stock_id, line.units
    offer = put.get(product.variant_id)
    if offer is None:
        change.offer_id = line.standing[0] if line.standing else None
        return change
    change.offer_id = offer.offer_id
    change.is_new_offer = offer.is_new or line.is_back
    change.is_new_product = product.is_new_product or (line.is_back and not product.is_new)
    change.version = 1 if offer.is_new else None
    if line.standing and offer.is_changed:
        change.price_minor, change.was_minor, version = line.standing[2:5]
        change.version = version + 1
    return change


def _counted(
    imported: Sequence[Brought], lines: list[Line], put: dict[UUID, PutOffer]
) -> Counter[str]:
    moved = {line.product.variant_id for line in lines if line.units and line.standing}
    back = {line.product.variant_id for line in lines if line.is_back}
    outcome: Counter[str] = Counter(unpriced=len(imported) - len(lines))
    for product in imported:
        offer = put.get(product.variant_id)
        if product.is_new or (offer and offer.is_new) or product.variant_id in back:
            outcome["created"] += 1
        elif product.is_changed or (offer and offer.is_changed) or product.variant_id in moved:
            outcome["updated"] += 1
        else:
            outcome["unchanged"] += 1
    return outcome
