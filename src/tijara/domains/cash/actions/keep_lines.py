"""Keep the lines of a carrier's list as they can be read from its file."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.money import EXPONENTS
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.kit.tables import Table, TableUnreadable, open_table
from tijara.platform import files
from tijara.platform.action import action

from ..models import Remittance, RemittanceLine
from ..rules import mark_of, read_line
from ..shapes import ReadLine, Verdict

MOST_LINES = 2000
MOST_LETTERS = 8 << 20


class ListUnreadable(Refusal):
    """It is no table, or one with too many lines; `why` is a code."""

    code = "cash.list_unreadable"
    kind = Kind.INVALID


@action(power=Power.SYSTEM)
def keep_lines(*, actor: Actor, remittance_id: UUID) -> None:
    """As its columns are taken; the lines of another reading go. A line that another line of this
    carrier has said is kept as its repetition."""
    row = Remittance.objects.get(id=remittance_id)
    stored = files.find(OPERATOR_ID, row.file_id)
    if stored is None:
        raise ListUnreadable(why="gone")
    table = _opened(stored)
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


def _opened(stored: files.StoredFile) -> Table:
    try:
        return open_table(stored.path, MOST_LETTERS)
    except TableUnreadable as broken:
        raise ListUnreadable(why=broken.code) from broken
