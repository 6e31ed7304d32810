"""Read a gateway's report of what it settles: its lines are kept and matched, nothing is booked."""

from collections.abc import Sequence
from typing import BinaryIO
from uuid import UUID

from tijara.domains.markets.queries import markets
from tijara.domains.payments.queries import known_gateways, report_form
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.lists import LineKind, ListForm
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform import files, lists
from tijara.platform.action import action

from ..models import GatewayForm, GatewayReport
from ..rules import DOCUMENTED, fitting, guessed_form
from .keep_lines import ReportUnreadable, keep_lines


class NoSuchGateway(Refusal):
    code = "clearing.no_such_gateway"
    kind = Kind.MISSING


class ReportKnown(Refusal):
    """This very file was brought before; `report` is its id."""

    code = "clearing.report_known"


@action(power=Power.PAYMENTS_MANAGE, atomic=False)
def read_report(*, actor: Actor, gateway: str, content: BinaryIO, file_name: str = "") -> UUID:
    """The report's id. What is refused leaves nothing behind. One whose form is not known is kept
    without lines until somebody says which column is which (`map_report`)."""
    if gateway not in known_gateways():
        raise NoSuchGateway()
    name = strip_controls(file_name)[-200:]
    return lists.keep_file(content, lambda stored: _kept(actor, gateway, stored, name))


def _kept(actor: Actor, gateway: str, stored: files.StoredFile, file_name: str) -> UUID:
    try:
        header = lists.header_of(stored)
    except lists.ListBroken as broken:
        raise ReportUnreadable(why=broken.why) from broken
    form, home = _form(gateway, header), next(iter(markets()), None)
    if form is None and home is None:
        raise ReportUnreadable(why="no_currency")
    row = GatewayReport(
        gateway=gateway,
        currency=home.currency if home else "",
        file_id=stored.id,
        file_name=file_name,
        file_hash=lists.hash_of(stored),
        header=header,
        columns=form.columns if form else guessed_form(header, {}),
        kinds=dict(form.kinds) if form else {},
        brought_by=actor.person_id,
    )
    known = GatewayReport.objects.filter(gateway=gateway, file_hash=row.file_hash)
    kept_id = lists.keep_once(row, known)
    if kept_id != row.id:
        raise ReportKnown(report=str(kept_id))
    if form:
        keep_lines(actor=SYSTEM, report_id=row.id)
    return row.id


def _form(gateway: str, header: Sequence[str]) -> ListForm | None:
    """As staff have said for this gateway, as its package says, or as another one documents."""
    said = GatewayForm.objects.filter(gateway=gateway).first()
    mine = [ListForm(said.columns, _kinds(said.kinds))] if said else []
    return fitting([*mine, report_form(gateway), *DOCUMENTED], header)


def _kinds(told: dict[str, str]) -> dict[str, LineKind]:
    return {word: LineKind(kind) for word, kind in told.items()}
