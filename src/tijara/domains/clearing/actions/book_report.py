"""Book a gateway's report: the bank shows its sum, and every line of it says what it settled.

One commit, under the report's lock and its gateway's: cut off anywhere, nothing is booked; asked
twice, it is once; of two reports of one gateway the second sees what the first has settled.
"""

from collections.abc import Sequence
from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.lists import LineKind
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import GatewayLine, GatewayReport
from ..queries import standings
from ..rules import after, cancelled, outcomes, rest_transfers, shares_of
from ..shapes import Ending, Outcome, Standing, Verdict
from .close_report import close_report
from .post_shares import post_shares

SHORTEST, LONGEST = 3, 60
BOOKED = [
    "verdict", "settled_minor", "refunded_minor", "left_minor", "excess_minor", "charge_id",
]  # fmt: skip
SETTLED = "gateway_settled"


class NoSuchReport(Refusal):
    code = "clearing.no_such_report"
    kind = Kind.MISSING


class AlreadyBooked(Refusal):
    code = "clearing.already_booked"


class LinesUnread(Refusal):
    """Lines of it can't be read: it can't be said what it settles."""

    code = "clearing.lines_unread"


class NotWhatTheBankShows(Invalid):
    """`fields` says which; the report pays `net`."""

    code = "clearing.not_what_the_bank_shows"


@action(power=Power.PAYMENTS_MANAGE)
def book_report(
    *, actor: Actor, report_id: UUID, bank_reference: str, received: Money | None
) -> None:
    row = GatewayReport.objects.select_for_update().filter(id=report_id).first()
    if row is None:
        raise NoSuchReport()
    if row.booked_at is not None:
        raise AlreadyBooked()
    one_at_a_time(f"clearing.{row.gateway}")
    rows = GatewayLine.objects.filter(report=row, mark__isnull=False)
    lines = list(rows.order_by("place"))
    reference = strip_controls(bank_reference)
    _check(row, lines, reference, received)
    near = standings(row.gateway, [line.reference for line in lines])
    asked = [(LineKind(one.kind), one.reference, one.amount_minor) for one in lines]
    found = outcomes(asked, {name: standing for name, (_, standing) in near.items()})
    for line, (outcome, standing) in zip(lines, found, strict=True):
        line.charge_id = near[line.reference][0].charge_id if line.reference in near else None
        _book(line, outcome, standing, row.currency)
    GatewayLine.objects.bulk_update(lines, BOOKED, batch_size=500)
    row.bank_reference, row.booked_at, row.booked_by = reference, now(), actor.person_id
    row.save()
    _offset(row.gateway, actor)
    close_report(actor=actor, report_id=row.id)


def _check(
    row: GatewayReport, lines: Sequence[GatewayLine], reference: str, received: Money | None
) -> None:
    unread = GatewayLine.objects.filter(report=row, verdict=Verdict.UNREADABLE)
    if not lines or unread.exists():
        raise LinesUnread()
    net, faults = Money(sum(line.net_minor for line in lines), row.currency), {}
    if not SHORTEST <= len(reference) <= LONGEST:
        faults["bank_reference"] = "too_long" if len(reference) > LONGEST else "required"
    if received != net:
        faults["received"] = "not_the_sum"
    if faults:
        raise NotWhatTheBankShows(faults, net=net.to_decimal_string())


def _book(line: GatewayLine, outcome: Outcome, standing: Standing, currency: str) -> None:
    """Posted in the books of the sellers whose money it moves; what is nobody's in our own."""
    line.verdict, line.settled_minor = outcome.verdict, outcome.settled_minor
    line.refunded_minor, line.excess_minor = outcome.refunded_minor, outcome.excess_minor
    line.left_minor = after(standing, outcome).left_minor
    shares = shares_of(outcome, standing, line.fee_minor, line.vat_minor)
    post_shares(actor=SYSTEM, kind=SETTLED, line_id=line.id, shares=shares, currency=currency)
    fee, vat = (0, 0) if shares else (line.fee_minor, line.vat_minor)
    rest = [one for one in rest_transfers(outcome, fee, vat) if one.amount_minor]
    if rest:
        post_journal(
            actor=SYSTEM,
            seller_id=OPERATOR_ID,
            kind=SETTLED,
            reference_id=line.id,
            currency=currency,
            transfers=rest,
        )


def _offset(gateway: str, actor: Actor) -> None:
    """What came twice and went back explains itself, whichever reports its lines stand in."""
    rows = GatewayLine.objects.filter(
        gateway=gateway, ended_at=None, mark__isnull=False, report__booked_at__isnull=False
    ).exclude(excess_minor=0)
    ids = cancelled(list(rows.values_list("id", "reference", "excess_minor")))
    ended = GatewayLine.objects.filter(id__in=ids)
    reports = set(ended.values_list("report_id", flat=True))
    ended.update(ending=Ending.OFFSET, ended_at=now(), ended_by=actor.person_id)
    for report_id in GatewayReport.objects.filter(id__in=reports, closed_at=None).values_list(
        "id", flat=True
    ):
        close_report(actor=actor, report_id=report_id)
