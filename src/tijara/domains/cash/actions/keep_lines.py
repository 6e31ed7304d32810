"""Keep the lines of a carrier's list as they can be read from its file."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.money import EXPONENTS
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform import files, lists
from tijara.platform.action import action

from ..models import Remittance, RemittanceLine
from ..rules import mark_of, read_line
from ..shapes import ReadLine, Verdict


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
    standing = RemittanceLine.objects.filter(remittance=row)
    standing.delete()
    try:
        lines = [
            read_line(place, told, EXPONENTS[row.currency])
            if told is not None
            else ReadLine(place, "", 0, 0, None, "unreadable")
            for place, told in lists.rows_of(stored, row.columns)
        ]
    except lists.ListBroken as broken:
        raise ListUnreadable(why=broken.why) from broken
    lists.keep_first([_row(row, line) for line in lines], standing, repeated=Verdict.REPEATED)


def _row(row: Remittance, line: ReadLine) -> RemittanceLine:
    return RemittanceLine(
        remittance=row,
        carrier_id=row.carrier_id,
        place=line.place,
        mark=None if line.fault else mark_of(line),
        waybill=line.waybill,
        amount_minor=line.amount_minor,
        charge_minor=line.charge_minor,
        paid_on=line.paid_on,
        fault=line.fault,
        verdict=Verdict.UNREADABLE if line.fault else "",
    )
