"""Take a shop's whole file in: products into the catalogue, prices and stock as his offers."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from django.db import transaction

from tijara.domains.catalogue.queries import forget_categories
from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.kit.tables import Row, Table, TableUnreadable, open_table
from tijara.platform.action import action
from tijara.platform.locks import locked

from ..models import ImportRow, ImportRun
from ..queries import fault_counts
from ..rules import (
    Bundle,
    Families,
    FamilyReader,
    ReadRow,
    RowReader,
    RowRefused,
    SectionNames,
    plan_columns,
    unknown_choices,
)
from ..shapes import ImportChoices, ImportReport
from ..states import PROCESS
from .take_rows import take_rows

CHUNK = 1000
LONGEST_KEPT_CELL = 2000
OWN = "seller:"
"""Before a seller's id: the source of what he brings through the hub."""
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


class ImportGoing(Refusal):
    """Another import of this seller is at work: two at once would overtake each other."""

    code = "offers.import_going"


@dataclass(slots=True)
class Understood:
    """A line: what it says (nothing, where it sells nothing), or why it can't be taken. The lines
    of one bundle are one product's."""

    row: Row
    bundle: Bundle
    read: ReadRow | None = None
    fault: str = ""
    field: str = ""


@dataclass
class Import:
    """One import on its way."""

    run: ImportRun
    reader: RowReader
    families: Families
    choices: ImportChoices
    is_kept: bool
    """Whether its counts are written down: those of a bare dry run are not."""
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
    run_id: UUID | None = None,
    on_progress: Progress = lambda rows: None,
) -> ImportReport:
    """A thousand rows a transaction, the rows of one product together, each with the count of what
    became of them: whatever stops it, every row is either done and counted or neither. Importing
    again changes what changed.

    With a `run_id` it goes on with that run of the wizard, from the line where it was.
    """
    currency = _currency_of(seller_id)
    with locked(f"offers.import:{seller_id}") as is_free:
        if not is_free:
            raise ImportGoing()
        try:
            going, table, resumed_after = _begin(seller_id, file, choices, currency, run_id)
            for bundles in _chunks(_bundles(going, table)):
                _take(going, bundles)
                on_progress(going.run.read)
        except TableUnreadable as broken:
            raise FileUnreadable(why=broken.code) from broken
        _end(going, table)
    return _report(going, table, resumed_after)


def _currency_of(seller_id: UUID) -> str:
    terms = seller_terms([seller_id]).get(seller_id)
    if terms is None:
        raise ImporterUnknown(seller=str(seller_id))
    return market_by_id(terms.market_id).currency


def _begin(
    seller_id: UUID, file: Path, choices: ImportChoices, currency: str, run_id: UUID | None
) -> tuple[Import, Table, int]:
    """Reads the file once for its header, its rows and its categories' names, then opens it anew.

    What the hub brings belongs to its seller: no column of the file makes it another's.
    """
    table = open_table(file, encoding=choices.encoding, separator=choices.separator)
    plan = plan_columns(table.header, choices.columns)
    faults = {choice: "unknown" for choice in unknown_choices(table.header, choices.columns)}
    if plan.fault:
        faults["name"] = plan.fault
    if faults:
        raise ColumnsUnclear(faults, header=table.header)
    sections = SectionNames()
    source = f"{OWN}{seller_id.hex}" if run_id else choices.source or file.name.split(".")[0]
    reader = RowReader(plan, sections, currency, source, is_own=run_id is not None)
    families = Families(plan)
    total = 0
    for row in table.rows():
        total += 1
        if not row.fault:
            sections.learn(*reader.section_cells(row.cells))
            if plan.has_families:
                families.look(row)
    run = _known_run(seller_id, run_id) if run_id else _run(seller_id, file, choices)
    run.total, run.header = total, table.header
    run.encoding, run.separator = table.encoding, table.separator
    is_kept = run_id is not None or not choices.is_dry_run
    if is_kept:
        run.save(update_fields=["total", "header", "encoding", "separator"])
    met = Counter(fault_counts(seller_id, run.id)) if run.line else Counter()
    again = open_table(file, encoding=choices.encoding, separator=choices.separator)
    return Import(run, reader, families, choices, is_kept, faults=met), again, run.line


def _known_run(seller_id: UUID, run_id: UUID) -> ImportRun:
    return ImportRun.objects.get(seller_id=seller_id, id=run_id)


def _run(seller_id: UUID, file: Path, choices: ImportChoices) -> ImportRun:
    """A new run, or the unfinished one of the same file and choices that is to be resumed."""
    fingerprint = _fingerprint(file, choices)
    if choices.resume:
        unfinished = ImportRun.objects.filter(
            seller_id=seller_id, fingerprint=fingerprint, finished_at=None, file_id=None
        )
        if run := unfinished.order_by("-started_at").first():
            return run
    run = ImportRun(
        seller_id=seller_id,
        file_name=file.name[:200],
        fingerprint=fingerprint,
        state=PROCESS.starts[0],
        problem="broken_off",
    )
    if not choices.is_dry_run:
        run.save(force_insert=True)
    return run


def _fingerprint(file: Path, choices: ImportChoices) -> str:
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256")
    told = [dict(choices.columns), choices.first_units, choices.source]
    digest.update(json.dumps(told, sort_keys=True).encode())
    return digest.hexdigest()


def _bundles(going: Import, table: Table) -> Iterator[Bundle]:
    if going.reader.plan.has_families:
        return going.families.bundles(table.rows())
    return (Bundle((row,), row.line) for row in table.rows())


def _chunks(bundles: Iterator[Bundle]) -> Iterator[list[Bundle]]:
    """About a thousand rows each. What one line completes is never parted: an import that broke
    off goes on after a line."""
    chunk: list[Bundle] = []
    size = 0
    for bundle in bundles:
        if size >= CHUNK and bundle.line != chunk[-1].line:
            yield chunk
            chunk, size = [], 0
        chunk.append(bundle)
        size += len(bundle.rows)
    if chunk:
        yield chunk


def _take(going: Import, bundles: list[Bundle]) -> None:
    """One chunk, whole or not at all. Lines that an earlier run did are read for their keys."""
    before, line = going.run.line, bundles[-1].line
    lines = [found for found in _understood(going, bundles) if found.bundle.line > before]
    if not lines:
        return
    with transaction.atomic():
        outcome = _take_in(going, lines)
        refused = sorted((found for found in lines if found.fault), key=lambda each: each.row.line)
        if going.choices.is_dry_run:
            transaction.set_rollback(True)
        else:
            _keep(going, outcome, line, refused)
    if going.choices.is_dry_run:
        forget_categories()
        with transaction.atomic():
            _keep(going, outcome, line, refused)
    going.faults.update(found.fault for found in refused)


def _take_in(going: Import, lines: list[Understood]) -> Counter[str]:
    """What became of the lines. One whose product can't be taken has its fault from then on."""
    read = [(found, found.read) for found in lines if found.read and not found.fault]
    taken = take_rows(
        actor=SYSTEM,
        seller_id=going.run.seller_id,
        run_id=going.run.id,
        rows=[row for _, row in read],
        choices=going.choices,
    )
    of_products = {id(read[place][0].bundle): fault for place, fault in taken.faults.items()}
    for found in lines:
        found.fault = found.fault or of_products.get(id(found.bundle), "")
    rejected = sum(bool(found.fault) for found in lines)
    took = sum(found.read is not None and not found.fault for found in lines)
    told = Counter(rejected=rejected, read=rejected + took, passed=len(lines) - rejected - took)
    return taken.outcome + told


def _keep(going: Import, outcome: Counter[str], line: int, refused: list[Understood]) -> None:
    """Count what became of the chunk, where nobody else has gone on from the same line."""
    run, before = going.run, going.run.line
    for name in (*COUNTS, "passed"):
        setattr(run, name, getattr(run, name) + outcome[name])
    run.line = line
    if not going.is_kept:
        return
    counts = {name: getattr(run, name) for name in (*COUNTS, "passed", "line")}
    mine = ImportRun.objects.filter(seller_id=run.seller_id, id=run.id, line=before)
    if not mine.update(**counts):
        raise ImportGoing()
    _keep_refused(going, refused)


def _understood(going: Import, bundles: list[Bundle]) -> Iterator[Understood]:
    for bundle in bundles:
        keys = set()
        for found in _read(going, bundle):
            if found.read:
                key = (found.read.product.source, found.read.product.source_key)
                keys.add(key)
                if key in going.seen:
                    found.fault, found.field = "repeated_key", "key"
            yield found
        going.seen |= keys


def _read(going: Import, bundle: Bundle) -> Iterator[Understood]:
    first = bundle.rows[0]
    if fault := first.fault or bundle.fault:
        yield Understood(first, bundle, fault=fault)
    elif going.reader.plan.has_families:
        told = FamilyReader(going.reader, going.families).read([row.cells for row in bundle.rows])
        for row, became in zip(bundle.rows, told, strict=True):
            if isinstance(became, RowRefused):
                yield Understood(row, bundle, fault=became.code, field=became.field)
            else:
                yield Understood(row, bundle, became)
    else:
        try:
            yield Understood(first, bundle, going.reader.read(first.cells))
        except RowRefused as refused:
            yield Understood(first, bundle, fault=refused.code, field=refused.field)


def _keep_refused(going: Import, refused: list[Understood]) -> None:
    columns = going.reader.plan.used()
    ImportRow.objects.bulk_create(
        ImportRow(
            seller_id=going.run.seller_id,
            run_id=going.run.id,
            line=found.row.line,
            fault=found.fault,
            column=columns.get(found.field, "")[:120],
            cells=[_storable(cell) for cell in found.row.cells],
        )
        for found in refused
    )


def _storable(cell: str) -> str:
    """JSON in PostgreSQL holds neither NULs nor halves of letters."""
    return cell[:LONGEST_KEPT_CELL].replace("\0", "").encode(errors="replace").decode()


def _end(going: Import, table: Table) -> None:
    """The blank lines are known at the end only."""
    run, is_check = going.run, going.choices.is_dry_run
    run.passed += table.blank
    if not going.is_kept:
        return
    run.state = PROCESS.move("find" if is_check else "finish").after
    run.problem, run.moved_at = "", now()
    run.finished_at = None if is_check else run.moved_at
    run.save(update_fields=["passed", "state", "problem", "moved_at", "finished_at"])


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
        blank=run.passed,
        faults=dict(going.faults.most_common()),
        is_dry_run=going.choices.is_dry_run,
        **{name: getattr(run, name) for name in COUNTS},
    )
