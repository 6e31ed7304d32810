"""Take a shop's whole file in: products into the catalogue, prices and stock as his offers."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import batched
from pathlib import Path
from uuid import UUID

from django.db import transaction

from tijara.domains.catalogue.actions import import_products
from tijara.domains.catalogue.queries import forget_categories
from tijara.domains.inventory.actions import receive_stock
from tijara.domains.inventory.shapes import Receipt
from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.kit.tables import Row, Table, TableUnreadable, open_table
from tijara.platform.action import action

from ..models import ImportRow, ImportRun, Offer
from ..queries import fault_counts
from ..rules import ReadRow, RowReader, SectionNames, plan_columns
from ..rules.columns import unknown_choices
from ..rules.rows import RowRefused
from ..shapes import ImportChoices, ImportReport, OfferDraft
from .put_offers import put_offers

CHUNK = 1000
LONGEST_KEPT_CELL = 2000
COUNTS = ("read", "created", "updated", "unchanged", "rejected", "unpriced")
Progress = Callable[[int], None]


class FileUnreadable(Refusal):
    """It is no table, or breaks off. What was read before is in, and can be resumed."""

    code = "offers.file_unreadable"
    kind = Kind.INVALID


class ColumnsUnclear(Invalid):
    """No column holds the products' names, or a choice names a column that is not there."""

    code = "offers.columns_unclear"


class ImporterUnknown(Refusal):
    """There is no such seller to import for."""

    code = "offers.importer_unknown"
    kind = Kind.MISSING


@dataclass
class Import:
    """One import on its way."""

    run: ImportRun
    reader: RowReader
    choices: ImportChoices
    seen: set[tuple[str, str]] = field(default_factory=set)
    """Keys met so far: a second row of the same key in one file is an error of the file."""
    faults: Counter[str] = field(default_factory=Counter)


@action(power=Power.OFFERS_MANAGE, atomic=False)
def import_catalogue(
    *,
    actor: Actor,
    seller_id: UUID,
    file: Path,
    choices: ImportChoices,
    on_progress: Progress = lambda rows: None,
) -> ImportReport:
    """A thousand rows a transaction, each with the count of what became of them: whatever stops
    it, every row is either done and counted or neither. Importing again changes what changed.
    """
    currency = _currency_of(seller_id)
    try:
        going, table, resumed_after = _begin(seller_id, file, choices, currency)
        for rows in batched(table.rows(), CHUNK):
            _take(going, list(rows))
            on_progress(going.run.read)
    except TableUnreadable as broken:
        raise FileUnreadable(why=broken.code) from broken
    run = going.run
    run.finished_at = now()
    if not choices.is_dry_run:
        run.save(update_fields=["finished_at"])
    return _report(going, table, resumed_after)


def _currency_of(seller_id: UUID) -> str:
    terms = seller_terms([seller_id]).get(seller_id)
    if terms is None:
        raise ImporterUnknown(seller=str(seller_id))
    return market_by_id(terms.market_id).currency


def _begin(
    seller_id: UUID, file: Path, choices: ImportChoices, currency: str
) -> tuple[Import, Table, int]:
    """Reads the file once for its header and its categories' names, then opens it anew."""
    table = open_table(file)
    plan = plan_columns(table.header, choices.columns)
    faults = {choice: "unknown" for choice in unknown_choices(table.header, choices.columns)}
    if plan.fault:
        faults["name"] = plan.fault
    if faults:
        raise ColumnsUnclear(faults, header=table.header)
    sections = SectionNames()
    reader = RowReader(plan, sections, currency, choices.source or file.name.split(".")[0])
    for row in table.rows():
        if not row.fault:
            sections.learn(*reader.section_cells(row.cells))
    run = _run(seller_id, file, choices)
    met = Counter(fault_counts(seller_id, run.id)) if run.line else Counter()
    return Import(run, reader, choices, faults=met), open_table(file), run.line


def _run(seller_id: UUID, file: Path, choices: ImportChoices) -> ImportRun:
    """A new run, or the unfinished one of the same file and choices that is to be resumed."""
    fingerprint = _fingerprint(file, choices)
    if choices.resume:
        unfinished = ImportRun.objects.filter(
            seller_id=seller_id, fingerprint=fingerprint, finished_at=None
        )
        if run := unfinished.order_by("-started_at").first():
            return run
    run = ImportRun(seller_id=seller_id, file_name=file.name[:200], fingerprint=fingerprint)
    if not choices.is_dry_run:
        run.save(force_insert=True)
    return run


def _fingerprint(file: Path, choices: ImportChoices) -> str:
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256")
    told = [dict(choices.columns), choices.first_units, choices.source]
    digest.update(json.dumps(told, sort_keys=True).encode())
    return digest.hexdigest()


def _take(going: Import, rows: list[Row]) -> None:
    """One chunk, whole or not at all. Lines that an earlier run did are read for their keys."""
    before = going.run.line
    understood = [found for found in _understood(going, rows) if found[0].line > before]
    refused = [(row, fault) for row, _, fault in understood if fault]
    taken = [read for _, read, fault in understood if read and not fault]
    if not understood:
        return
    with transaction.atomic():
        outcome = Counter(rejected=len(refused), **_write(going, taken))
        outcome["read"] = len(understood)
        outcome["unpriced"] = sum(read.price is None for read in taken)
        _keep(going, outcome, rows[-1].line, refused)
    going.faults.update(fault for _, fault in refused)
    if going.choices.is_dry_run:
        forget_categories()


def _keep(going: Import, outcome: Counter[str], line: int, refused: list[tuple[Row, str]]) -> None:
    """Count what became of the chunk, in its own transaction; of a dry run nothing stays."""
    for name in COUNTS:
        setattr(going.run, name, getattr(going.run, name) + outcome[name])
    going.run.line = line
    if going.choices.is_dry_run:
        transaction.set_rollback(True)
    else:
        going.run.save(update_fields=[*COUNTS, "line"])
        _keep_refused(going.run, refused)


def _understood(going: Import, rows: list[Row]) -> Iterator[tuple[Row, ReadRow | None, str]]:
    for row in rows:
        if row.fault:
            yield row, None, row.fault
            continue
        try:
            read = going.reader.read(row.cells)
        except RowRefused as refused:
            yield row, None, refused.code
            continue
        key = (read.product.source, read.product.source_key)
        yield row, read, "repeated_key" if key in going.seen else ""
        going.seen.add(key)


def _write(going: Import, rows: list[ReadRow]) -> dict[str, int]:
    """How many rows were created, updated and left unchanged."""
    if not rows:
        return {}
    seller_id = going.run.seller_id
    imported = import_products(
        actor=SYSTEM,
        drafts=[replace(read.product, brought_by=going.run.seller_id) for read in rows],
    )
    priced = [(read, product) for read, product in zip(rows, imported, strict=True) if read.price]
    stock_ids = _stocks(going, priced)
    offers = put_offers(
        actor=SYSTEM,
        seller_id=seller_id,
        offers=[
            OfferDraft(
                variant_id=product.variant_id,
                product_id=product.product_id,
                stock_id=stock_ids[product.variant_id],
                price=read.price,
                was=read.was,
            )
            for read, product in priced
            if read.price
        ],
    )
    new = {offer.variant_id for offer in offers if offer.is_new}
    changed = {offer.variant_id for offer in offers if offer.is_changed}
    created = sum(product.is_new or product.variant_id in new for product in imported)
    updated = sum(
        (product.is_changed or product.variant_id in changed)
        and not (product.is_new or product.variant_id in new)
        for product in imported
    )
    return {
        "created": created,
        "updated": updated,
        "unchanged": len(imported) - created - updated,
    }


def _stocks(going: Import, priced: list) -> dict[UUID, UUID]:
    """Stock ids by variant. New ones are opened with the row's units, or with the first units;
    the stock of an offer that stands is not touched: it has been counted and sold from since.
    """
    seller_id = going.run.seller_id
    variant_ids = [product.variant_id for _, product in priced]
    standing = Offer.objects.filter(
        seller_id=seller_id, variant_id__in=variant_ids, condition="new"
    )
    stock_ids = dict(standing.values_list("variant_id", "stock_id"))
    receipts = []
    for read, product in priced:
        if product.variant_id not in stock_ids:
            units = going.choices.first_units if read.units is None else read.units
            stock_ids[product.variant_id] = new_id()
            receipts.append(Receipt(stock_ids[product.variant_id], product.variant_id, units))
    if receipts:
        receive_stock(actor=SYSTEM, seller_id=seller_id, receipts=receipts, reference_id=new_id())
    return stock_ids


def _keep_refused(run: ImportRun, refused: list[tuple[Row, str]]) -> None:
    ImportRow.objects.bulk_create(
        ImportRow(
            seller_id=run.seller_id,
            run_id=run.id,
            line=row.line,
            fault=fault,
            cells=[_storable(cell) for cell in row.cells],
        )
        for row, fault in refused
    )


def _storable(cell: str) -> str:
    """JSON in PostgreSQL holds neither NULs nor halves of letters."""
    return cell[:LONGEST_KEPT_CELL].replace("\0", "").encode(errors="replace").decode()


def _report(going: Import, table: Table, resumed_after: int) -> ImportReport:
    run, plan = going.run, going.reader.plan
    return ImportReport(
        run_id=run.id,
        file_name=run.file_name,
        encoding=table.encoding,
        separator=table.separator,
        columns=plan.used(),
        ignored=plan.ignored,
        resumed_after=resumed_after,
        blank=table.blank,
        faults=dict(going.faults.most_common()),
        is_dry_run=going.choices.is_dry_run,
        **{name: getattr(run, name) for name in COUNTS},
    )
