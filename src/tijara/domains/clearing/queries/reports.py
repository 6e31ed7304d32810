"""Gateways' reports and their lines."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from tijara.kit.lists import LineKind
from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import GatewayLine, GatewayReport
from ..rules import after, outcomes
from ..shapes import Ending, LineView, ReportView, Verdict
from .standings import standings

COUNTED = Q(mark__isnull=False)
PAID = Q(kind=LineKind.PAYMENT)


def reports(*, page: int = 1, size: int = 20) -> Page[ReportView]:
    """The newest first."""
    start = (page - 1) * size
    found = _reports(GatewayReport.objects.order_by("-brought_at", "-id")[start : start + size + 1])
    return Page(found[:size], page, size, has_next=len(found) > size)


def report(report_id: UUID) -> ReportView | None:
    return next(iter(_reports(GatewayReport.objects.filter(id=report_id))), None)


def reports_to_book() -> int:
    """Read, and not booked yet; or booked, with lines to explain."""
    return GatewayReport.objects.filter(closed_at=None).count()


def report_lines(told: ReportView) -> list[LineView]:
    """In the order of the file. Before it is booked, what each would do now."""
    rows = list(GatewayLine.objects.filter(report_id=told.id).order_by("place"))
    if told.booked_at is None:
        _foretell(told.gateway, [row for row in rows if row.mark])
    return [_line(row, told) for row in rows]


def _foretell(gateway: str, rows: Sequence[GatewayLine]) -> None:
    """Nothing is saved."""
    near = standings(gateway, [row.reference for row in rows])
    asked = [(LineKind(row.kind), row.reference, row.amount_minor) for row in rows]
    found = outcomes(asked, {name: standing for name, (_, standing) in near.items()})
    for row, (outcome, standing) in zip(rows, found, strict=True):
        row.verdict, row.excess_minor = outcome.verdict, outcome.excess_minor
        row.left_minor = after(standing, outcome).left_minor
        row.charge_id = near[row.reference][0].charge_id if row.reference in near else None


def _line(row: GatewayLine, told: ReportView) -> LineView:
    currency = told.amount.currency
    is_short = row.verdict == Verdict.SHORT
    return LineView(
        id=row.id,
        place=row.place,
        kind=LineKind(row.kind),
        reference=row.reference,
        amount=Money(row.amount_minor, currency),
        fee=Money(row.fee_minor, currency),
        vat=Money(row.vat_minor, currency),
        moment=row.moment,
        verdict=Verdict(row.verdict),
        fault=row.fault,
        left=Money(row.left_minor if is_short else 0, currency),
        excess=Money(row.excess_minor, currency),
        charge_id=row.charge_id,
        ending=Ending(row.ending) if row.ending else None,
        is_open=told.booked_at is not None and bool(row.excess_minor) and row.ended_at is None,
    )


def _reports(rows: QuerySet) -> list[ReportView]:
    found = list(rows)
    lines = GatewayLine.objects.filter(report_id__in=[one.id for one in found])
    sums = {
        row["report_id"]: row
        for row in lines.values("report_id").annotate(
            lines=Count("id"),
            amount=Sum("amount_minor", filter=COUNTED & PAID),
            back=Sum("amount_minor", filter=COUNTED & ~PAID & ~Q(kind=LineKind.FEE)),
            fee=Sum("fee_minor", filter=COUNTED),
            vat=Sum("vat_minor", filter=COUNTED),
        )
    }
    return [_report(one, sums.get(one.id, {})) for one in found]


def _report(one: GatewayReport, sums: Mapping) -> ReportView:
    moneys = {
        name: Money(sums.get(name) or 0, one.currency) for name in ("amount", "back", "fee", "vat")
    }
    return ReportView(
        id=one.id,
        gateway=one.gateway,
        file_name=one.file_name,
        brought_at=one.brought_at,
        lines=sums.get("lines", 0),
        bank_reference=one.bank_reference,
        booked_at=one.booked_at,
        closed_at=one.closed_at,
        header=tuple(one.header),
        columns=one.columns,
        kinds=one.kinds,
        **moneys,
    )
