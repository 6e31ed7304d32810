"""Read a gateway's report of what it settles: its lines are kept and matched, nothing is booked."""

from collections.abc import Iterable
from typing import BinaryIO
from uuid import UUID

from tijara.domains.markets.queries import markets
from tijara.domains.payments.queries import known_gateways, report_form
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.lists import LineKind, ListForm
from tijara.kit.money import EXPONENTS
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform import files, lists
from tijara.platform.action import action

from ..models import GatewayLine, GatewayReport
from ..rules import NEEDED, mark_of_line, read_line
from ..shapes import ReadLine, Verdict


class NoSuchGateway(Refusal):
    code = "clearing.no_such_gateway"
    kind = Kind.MISSING


class ReportUnreadable(Refusal):
    """It is no table, or not in this gateway's form; `why` is a code."""

    code = "clearing.report_unreadable"
    kind = Kind.INVALID


class ReportKnown(Refusal):
    """This very file was brought before; `report` is its id."""

    code = "clearing.report_known"


@action(power=Power.PAYMENTS_MANAGE, atomic=False)
def read_report(*, actor: Actor, gateway: str, content: BinaryIO, file_name: str = "") -> UUID:
    """The report's id. What is refused leaves nothing behind."""
    if gateway not in known_gateways():
        raise NoSuchGateway()
    name = strip_controls(file_name)[-200:]
    return lists.keep_file(content, lambda stored: _kept(actor, gateway, stored, name))


def _kept(actor: Actor, gateway: str, stored: files.StoredFile, file_name: str) -> UUID:
    form = report_form(gateway)
    try:
        header = lists.header_of(stored)
        columns = {field: name for field, name in form.columns.items() if name in header}
        if any(field not in columns for field in NEEDED):
            raise ReportUnreadable(why="another_form")
        rows = list(lists.rows_of(stored, columns))
    except lists.ListBroken as broken:
        raise ReportUnreadable(why=broken.why) from broken
    row = GatewayReport(
        gateway=gateway,
        currency=_currency(told.get("currency", "") for _, told in rows if told),
        file_id=stored.id,
        file_name=file_name,
        file_hash=lists.hash_of(stored),
        brought_by=actor.person_id,
    )
    known = GatewayReport.objects.filter(gateway=gateway, file_hash=row.file_hash)
    kept_id = lists.keep_once(row, known)
    if kept_id != row.id:
        raise ReportKnown(report=str(kept_id))
    lines = [_read(place, told, form, row.currency) for place, told in rows]
    standing = GatewayLine.objects.filter(report=row)
    lists.keep_first([_row(row, one) for one in lines], standing, repeated=Verdict.REPEATED)
    return row.id


def _currency(said: Iterable[str]) -> str:
    """The first that a line names; where none does, the first market's."""
    names = [strip_controls(one).upper() for one in said]
    known = [name for name in names if name in EXPONENTS] + [one.currency for one in markets()]
    if not known:
        raise ReportUnreadable(why="no_currency")
    return known[0]


def _read(place: int, told: dict[str, str] | None, form: ListForm, currency: str) -> ReadLine:
    if told is None:
        return ReadLine(place, LineKind.FEE, fault="unreadable")
    return read_line(place, told, form, currency, EXPONENTS[currency])


def _row(row: GatewayReport, line: ReadLine) -> GatewayLine:
    return GatewayLine(
        report=row,
        gateway=row.gateway,
        place=line.place,
        mark=None if line.fault else mark_of_line(line),
        kind=line.kind,
        reference=line.reference,
        amount_minor=line.amount_minor,
        fee_minor=line.fee_minor,
        vat_minor=line.vat_minor,
        net_minor=line.net_minor,
        moment=line.moment,
        fault=line.fault,
        verdict=Verdict.UNREADABLE if line.fault else "",
    )
