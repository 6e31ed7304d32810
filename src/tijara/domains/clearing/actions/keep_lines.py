"""Keep the lines of a gateway's report as they can be read from its file."""

from collections.abc import Iterable
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.lists import LineKind, ListForm
from tijara.kit.money import EXPONENTS
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform import files, lists
from tijara.platform.action import action

from ..models import GatewayLine, GatewayReport
from ..rules import mark_of_line, read_line
from ..shapes import ReadLine, Verdict


class ReportUnreadable(Refusal):
    """It is no table, or one with too many lines; `why` is a code."""

    code = "clearing.report_unreadable"
    kind = Kind.INVALID


@action(power=Power.SYSTEM)
def keep_lines(*, actor: Actor, report_id: UUID) -> None:
    """As its form says; the lines of another reading go. A line that another report of this gateway
    has said is kept as its repetition."""
    row = GatewayReport.objects.get(id=report_id)
    stored = files.find(OPERATOR_ID, row.file_id)
    if stored is None:
        raise ReportUnreadable(why="gone")
    standing = GatewayLine.objects.filter(report=row)
    standing.delete()
    try:
        rows = list(lists.rows_of(stored, row.columns))
    except lists.ListBroken as broken:
        raise ReportUnreadable(why=broken.why) from broken
    said = (told.get("currency", "") for _, told in rows if told)
    row.currency = _currency(said) or row.currency
    if not row.currency:
        raise ReportUnreadable(why="no_currency")
    row.save(update_fields=["currency"])
    form = ListForm(row.columns, {word: LineKind(kind) for word, kind in row.kinds.items()})
    lines = [_read(place, told, form, row.currency) for place, told in rows]
    lists.keep_first([_row(row, one) for one in lines], standing, repeated=Verdict.REPEATED)


def _currency(said: Iterable[str]) -> str:
    """The first that a line names; empty, where none does."""
    names = (strip_controls(one).upper() for one in said)
    return next((name for name in names if name in EXPONENTS), "")


def _read(place: int, told: dict[str, str] | None, form: ListForm, currency: str) -> ReadLine:
    if told is None:
        return ReadLine(place, LineKind.FEE, fault="unreadable")
    return read_line(place, told, form, currency, EXPONENTS[currency])


def _row(row: GatewayReport, line: ReadLine) -> GatewayLine:
    counts = not line.fault and line.kind is not LineKind.NOTHING
    passed = Verdict.UNREADABLE if line.fault else Verdict.PASSED
    return GatewayLine(
        report=row,
        gateway=row.gateway,
        place=line.place,
        mark=mark_of_line(line) if counts else None,
        kind=line.kind,
        reference=line.reference,
        amount_minor=line.amount_minor,
        fee_minor=line.fee_minor,
        vat_minor=line.vat_minor,
        net_minor=line.net_minor,
        moment=line.moment,
        fault=line.fault,
        verdict="" if counts else passed,
    )
