"""Carriers and the lists of what they pay."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Sum

from tijara.domains.fulfilment.queries import carrier_name
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import Carrier, CashParcel, Remittance, RemittanceLine
from ..rules import columns_fault, days_late, guessed_columns, matches
from ..shapes import CarrierView, LineView, RemittanceView, Verdict
from .matching import candidates

COUNTED = Q(mark__isnull=False)


def carriers(market_id: UUID | None = None) -> list[CarrierView]:
    rows = Carrier.objects.filter(market_id=market_id) if market_id else Carrier.objects.all()
    told = rows.order_by("name").values_list(
        "id", "market_id", "name", "remit_days", "columns", "claims_to", "claim_days"
    )
    return [CarrierView(*row) for row in told]


def carrier(carrier_id: UUID) -> CarrierView | None:
    return next((one for one in carriers() if one.id == carrier_id), None)


def remittances(*, page: int = 1, size: int = 20) -> Page[RemittanceView]:
    """The newest first."""
    start = (page - 1) * size
    found = _lists(Remittance.objects.order_by("-brought_at", "-id")[start : start + size + 1])
    return Page(found[:size], page, size, has_next=len(found) > size)


def remittance(remittance_id: UUID) -> RemittanceView | None:
    return next(iter(_lists(Remittance.objects.filter(id=remittance_id))), None)


def is_readable(told: RemittanceView) -> bool:
    """Its columns are known."""
    return not columns_fault(told.columns, told.header)


def columns_guess(told: RemittanceView) -> Mapping[str, str]:
    return guessed_columns(told.header, told.columns)


def remittance_lines(told: RemittanceView) -> list[LineView]:
    """In the order of the file. Before it is booked, what each would do now."""
    rows = list(RemittanceLine.objects.filter(remittance_id=told.id).order_by("place"))
    if told.booked_at is None:
        _foretell(told.carrier_id, [row for row in rows if row.mark])
    known = {
        (one.seller_id, one.id): one
        for one in CashParcel.objects.filter(
            seller_id__in={row.seller_id for row in rows if row.seller_id},
            id__in={row.parcel_id for row in rows if row.parcel_id},
        )
    }
    moment = told.booked_at or now()
    lines = []
    for row in rows:
        parcel = known.get((row.seller_id, row.parcel_id))
        late = days_late(parcel.due_at, moment) if parcel and row.debt_minor else 0
        lines.append(_line(row, told.amount.currency, parcel, late))
    return lines


def _foretell(carrier_id: UUID, rows: Sequence[RemittanceLine]) -> None:
    """Nothing is saved."""
    near = candidates(carrier_id, [row.waybill for row in rows])
    told = matches([(row.waybill, row.amount_minor, row.charge_minor) for row in rows], near)
    for row, (found, outcome) in zip(rows, told, strict=True):
        row.verdict, row.debt_minor = outcome.verdict, outcome.debt_minor
        row.excess_minor = outcome.excess_minor
        if found:
            row.seller_id, row.parcel_id = found.key


def _line(row: RemittanceLine, currency: str, parcel: CashParcel | None, late: int) -> LineView:
    return LineView(
        id=row.id,
        place=row.place,
        waybill=row.waybill,
        amount=Money(row.amount_minor, currency),
        charge=Money(row.charge_minor, currency),
        paid_on=row.paid_on,
        verdict=Verdict(row.verdict),
        fault=row.fault,
        excess=Money(row.excess_minor, currency),
        seller_id=row.seller_id,
        parcel_id=row.parcel_id,
        order_id=parcel.order_id if parcel else None,
        number=parcel.number if parcel else "",
        days_late=late,
        is_explained=row.explained_at is not None or not row.excess_minor,
    )


def _lists(rows: QuerySet) -> list[RemittanceView]:
    found = list(rows)
    wanted = {one.carrier_id for one in found}
    told = Carrier.objects.filter(id__in=wanted).values_list("id", "name")
    names = {carrier_id: carrier_name(name) for carrier_id, name in told}
    sums = {
        row["remittance_id"]: row
        for row in RemittanceLine.objects.filter(remittance_id__in=[one.id for one in found])
        .values("remittance_id")
        .annotate(
            lines=Count("id"),
            amount=Sum(F("amount_minor"), filter=COUNTED),
            charge=Sum(F("charge_minor"), filter=COUNTED),
        )
    }
    return [_list(one, names.get(one.carrier_id, ""), sums.get(one.id, {})) for one in found]


def _list(one: Remittance, carrier: str, sums: Mapping) -> RemittanceView:
    return RemittanceView(
        id=one.id,
        carrier_id=one.carrier_id,
        carrier=carrier,
        market_id=one.market_id,
        file_name=one.file_name,
        brought_at=one.brought_at,
        lines=sums.get("lines", 0),
        amount=Money(sums.get("amount") or 0, one.currency),
        charge=Money(sums.get("charge") or 0, one.currency),
        header=tuple(one.header),
        columns=one.columns,
        bank_reference=one.bank_reference,
        booked_at=one.booked_at,
        closed_at=one.closed_at,
    )
