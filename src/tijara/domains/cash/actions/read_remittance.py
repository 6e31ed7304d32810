"""Read a carrier's list of what he pays: its lines are kept and matched, and nothing is booked."""

from collections.abc import Iterable, Mapping
from hashlib import file_digest
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.money import EXPONENTS
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.kit.tables import Table, TableUnreadable, open_table
from tijara.platform import files
from tijara.platform.action import action

from ..models import Carrier, Remittance, RemittanceLine
from ..rules import columns_fault, guessed_columns, mark_of, read_line
from ..shapes import ReadLine, Verdict

ACCEPTED = frozenset(
    {files.FileKind.TEXT, files.FileKind.GZIP, files.FileKind.XLSX, files.FileKind.DATA}
)
MOST_BYTES, MOST_LINES = 4 << 20, 2000
MOST_LETTERS = 8 << 20


class NoSuchCarrier(Refusal):
    code = "cash.no_such_carrier"
    kind = Kind.MISSING


class ListUnreadable(Refusal):
    """It is no table, or one with too many lines; `why` is a code."""

    code = "cash.list_unreadable"
    kind = Kind.INVALID


class ListKnown(Refusal):
    """This very file was brought before; `list` is its id."""

    code = "cash.list_known"


@action(power=Power.PAYMENTS_MANAGE, atomic=False)
def read_remittance(
    *, actor: Actor, carrier_id: UUID, content: BinaryIO, file_name: str = ""
) -> UUID:
    """The list's id. What is refused leaves nothing behind; the same file again is refused with
    the id of the list that it is."""
    carrier = Carrier.objects.filter(id=carrier_id).first()
    if carrier is None:
        raise NoSuchCarrier()
    stored = files.store(OPERATOR_ID, content, accepted=ACCEPTED, most_bytes=MOST_BYTES)
    try:
        with transaction.atomic():
            return _kept(actor, carrier, stored, strip_controls(file_name)[-200:])
    except BaseException:
        files.remove(OPERATOR_ID, stored.id)
        raise


def _kept(actor: Actor, carrier: Carrier, stored: files.StoredFile, file_name: str) -> UUID:
    with stored.path.open("rb") as file:
        told = file_digest(file, "sha256").hexdigest()
    known = Remittance.objects.filter(carrier_id=carrier.id, file_hash=told)
    table = open_list(stored)
    row = Remittance(
        carrier_id=carrier.id,
        market_id=carrier.market_id,
        currency=market_by_id(carrier.market_id).currency,
        file_id=stored.id,
        file_name=file_name,
        file_hash=told,
        header=table.header,
        columns=guessed_columns(table.header, carrier.columns),
        brought_by=actor.person_id,
    )
    # Of two who bring it at once the second waits here, and finds the first one's list.
    Remittance.objects.bulk_create([row], ignore_conflicts=True)
    kept_id = known.values_list("id", flat=True).get()
    if kept_id != row.id:
        raise ListKnown(list=str(kept_id))
    if not columns_fault(row.columns, row.header):
        keep_lines(row, table)
    return row.id


def open_list(stored: files.StoredFile) -> Table:
    try:
        return open_table(stored.path, MOST_LETTERS)
    except TableUnreadable as broken:
        raise ListUnreadable(why=broken.code) from broken


def keep_lines(row: Remittance, table: Table) -> None:
    """The list's lines, as its columns are taken; those of another reading go. A line that
    another line of this carrier has said is kept as its repetition."""
    RemittanceLine.objects.filter(remittance=row).delete()
    lines = list(_read(table, row.columns, EXPONENTS[row.currency]))
    marks = {mark_of(line): line.place for line in reversed(lines) if not line.fault}
    rows = [_row(row, line, marks) for line in lines]
    # By their marks: two lists with the same lines wait for one another, not crosswise.
    first = sorted((one for one in rows if one.mark), key=lambda one: one.mark)
    RemittanceLine.objects.bulk_create(first, ignore_conflicts=True, batch_size=500)
    kept = set(RemittanceLine.objects.filter(remittance=row).values_list("place", flat=True))
    others = [one for one in rows if one.place not in kept]
    for one in others:
        if one.mark:
            one.mark, one.verdict = None, Verdict.REPEATED
    RemittanceLine.objects.bulk_create(others, batch_size=500)


def _row(row: Remittance, line: ReadLine, marks: Mapping[str, int]) -> RemittanceLine:
    """Within a list the first of two equal lines counts."""
    mark = None if line.fault else mark_of(line)
    is_first = mark is not None and marks[mark] == line.place
    verdict = Verdict.UNREADABLE if line.fault else "" if is_first else Verdict.REPEATED
    return RemittanceLine(
        remittance=row,
        carrier_id=row.carrier_id,
        place=line.place,
        mark=mark if is_first else None,
        waybill=line.waybill,
        amount_minor=line.amount_minor,
        charge_minor=line.charge_minor,
        paid_on=line.paid_on,
        fault=line.fault,
        verdict=verdict,
    )


def _read(table: Table, columns: Mapping[str, str], exponent: int) -> Iterable[ReadLine]:
    places = {field: table.header.index(name) for field, name in columns.items() if name}
    try:
        for number, row in enumerate(table.rows(), 1):
            if number > MOST_LINES:
                raise ListUnreadable(why="too_many_lines")
            cells = dict(enumerate(row.cells))
            told = {field: cells.get(place, "") for field, place in places.items()}
            if row.fault in ("", "too_few_columns"):
                yield read_line(row.line, told, exponent)
            else:
                yield ReadLine(row.line, "", 0, 0, None, "unreadable")
    except TableUnreadable as broken:
        raise ListUnreadable(why=broken.code) from broken
