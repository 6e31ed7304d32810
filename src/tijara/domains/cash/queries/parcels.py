"""The cash of parcels: by age, by seller, by claim."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Count, F, QuerySet, Sum

from tijara.domains.fulfilment.queries import carrier_name
from tijara.domains.ledger.queries import held_of
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import Carrier, CashMove, CashParcel, Claim
from ..rules import EDGES, days_late
from ..shapes import (
    OWED,
    Ageing,
    CashParcelView,
    CashPlace,
    CashState,
    ClaimReason,
    ClaimState,
    ClaimView,
)

AGES = """
    SELECT p.carrier_id, c.name, p.currency, p.age, sum(p.owed)::bigint, count(*)
    FROM (
        SELECT carrier_id, currency, amount_minor - paid_minor AS owed,
               CASE WHEN due_at > %(now)s THEN 0
                    ELSE 1 + width_bucket(
                        (extract(epoch FROM %(now)s - due_at) / 86400)::float8,
                        ARRAY[7, 14, 30]::float8[]) END AS age
        FROM cash_parcel WHERE state = ANY(%(owed)s)) p
    JOIN cash_carrier c ON c.id = p.carrier_id
    WHERE %(market)s::uuid IS NULL OR c.market_id = %(market)s::uuid
    GROUP BY 1, 2, 3, 4
"""
PARCEL = (
    "seller_id", "id", "order_id", "number", "carrier_id", "waybill", "state", "currency",
    "amount_minor", "paid_minor", "share_minor", "collected_at", "due_at", "is_proved",
)  # fmt: skip
WAITING = """
    SELECT seller_id, order_id, sum(waiting_minor)::bigint FROM cash_parcel
    WHERE seller_id = ANY(%s) AND waiting_minor > 0 GROUP BY seller_id, order_id
"""


def ageing(market_id: UUID | None = None) -> list[Ageing]:
    """Who owes most first."""
    given = {"now": now(), "owed": [str(one) for one in OWED], "market": market_id}
    with connection.cursor() as cursor:
        cursor.execute(AGES, given)
        rows = cursor.fetchall()
    found: dict[tuple[UUID, str], tuple[str, list[int], int]] = {}
    for carrier_id, name, currency, age, minor, many in rows:
        said, minors, parcels = found.setdefault(
            (carrier_id, currency), (carrier_name(name), [0] * (len(EDGES) + 1), 0)
        )
        minors[age] += minor
        found[carrier_id, currency] = (said, minors, parcels + many)
    told = [
        Ageing(carrier_id, name, currency, tuple(minors), parcels)
        for (carrier_id, currency), (name, minors, parcels) in found.items()
    ]
    return sorted(told, key=lambda one: -sum(one.minors))


def owed_parcels(
    *, carrier_id: UUID | None = None, age: int | None = None, page: int = 1, size: int = 30
) -> Page[CashParcelView]:
    """Of all sellers, what is most overdue first: for staff."""
    rows = CashParcel.objects.filter(state__in=OWED)
    rows = rows.filter(carrier_id=carrier_id) if carrier_id else rows
    if age is not None:
        since, until = _bounds(age)
        rows = rows.filter(due_at__gt=since) if since else rows
        rows = rows.filter(due_at__lte=until) if until else rows
    return _page(rows.order_by("due_at", "id"), page, size)


def parcels_of_seller(
    seller_id: UUID, *, states: Sequence[CashState] = (), page: int = 1, size: int = 30
) -> Page[CashParcelView]:
    """The newest first."""
    rows = CashParcel.objects.filter(seller_id=seller_id)
    rows = rows.filter(state__in=list(states)) if states else rows
    return _page(rows.order_by("-opened_at", "-id"), page, size)


def cash_of_seller(seller_id: UUID) -> list[CashPlace]:
    """What of his cash is where, by state; of what is owed, what is left of it."""
    rows = CashParcel.objects.filter(seller_id=seller_id).values("state", "currency")
    told = rows.annotate(many=Count("id"), minor=Sum(F("amount_minor") - F("paid_minor")),
                         whole=Sum("amount_minor"))  # fmt: skip
    return [
        CashPlace(
            CashState(row["state"]),
            row["many"],
            Money(row["minor"] if row["state"] in OWED else row["whole"], row["currency"]),
        )
        for row in told
    ]


def cash_of_order(seller_id: UUID, order_id: UUID) -> list[CashParcelView]:
    rows = CashParcel.objects.filter(seller_id=seller_id, order_id=order_id)
    return views_of(rows.order_by("opened_at", "id"))


def waits_for_cash(seller_id: UUID, order_id: UUID) -> bool:
    """Whether something of what its seller earned with an order is kept until its cash has come."""
    rows = CashParcel.objects.filter(seller_id=seller_id, order_id=order_id, waiting_minor__gt=0)
    return rows.exists()


def parcel_of(seller_id: UUID, parcel_id: UUID) -> CashParcelView | None:
    rows = CashParcel.objects.filter(seller_id=seller_id, id=parcel_id)
    return next(iter(views_of(rows)), None)


def steps_of(seller_id: UUID, parcel_id: UUID) -> list[tuple[CashState, str, datetime]]:
    """(state, who, when), in their order."""
    rows = CashMove.objects.filter(seller_id=seller_id, parcel_id=parcel_id)
    told = rows.order_by("moved_at", "id").values_list("after", "actor_kind", "moved_at")
    return [(CashState(after), kind, at) for after, kind, at in told]


def claims(*, is_unanswered: bool = False, page: int = 1, size: int = 30) -> Page[ClaimView]:
    """Those that are open, the newest first; or only those whose answer is overdue."""
    rows = _unanswered() if is_unanswered else Claim.objects.filter(ended_at=None)
    rows = rows.order_by("-opened_at", "-id")
    start = (page - 1) * size
    found = list(rows[start : start + size + 1])
    return Page(claims_among(found[:size]), page, size, has_next=len(found) > size)


def claim_of(seller_id: UUID, parcel_id: UUID) -> ClaimView | None:
    rows = Claim.objects.filter(seller_id=seller_id, id=parcel_id)
    return next(iter(claims_among(list(rows))), None)


def work_in_cash() -> int:
    """How many parcels are late or short and nobody has asked for: what staff should look at."""
    states = [CashState.LATE, CashState.SHORT]
    return CashParcel.objects.filter(state__in=states).count()


def claims_unanswered() -> int:
    """How many carriers should have answered by now, with money or with words."""
    return _unanswered().count()


def _unanswered() -> QuerySet:
    return Claim.objects.filter(state=ClaimState.OPEN, ended_at=None, answer_by__lte=now())


def write_offs_waiting() -> int:
    """How many one of the staff would write off, and another has not answered."""
    return Claim.objects.filter(state=ClaimState.PROPOSED, ended_at=None).count()


def waiting_shares(seller_ids: Iterable[UUID]) -> dict[UUID, int]:
    """What of each seller's earnings waits for its cash, beyond what its deals hold anyway; minor
    units. One statement, and one for each seller who waits."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, [list(seller_ids)])
        rows = cursor.fetchall()
    waits: dict[UUID, dict[UUID, int]] = {}
    for seller_id, order_id, minor in rows:
        waits.setdefault(seller_id, {})[order_id] = minor
    found = {}
    for seller_id, orders in waits.items():
        held = held_of(seller_id, orders)
        found[seller_id] = sum(max(0, minor - held.get(id, 0)) for id, minor in orders.items())
    return {seller_id: minor for seller_id, minor in found.items() if minor}


def _bounds(age: int) -> tuple[datetime | None, datetime | None]:
    """Due after, due at the latest."""
    moment = now()
    edges = [moment - timedelta(days=days) for days in EDGES]
    newest = None if age == 0 else edges[age - 1]
    oldest = edges[age] if age < len(edges) else None
    return oldest, newest


def _page(rows: QuerySet, page: int, size: int) -> Page[CashParcelView]:
    start = (page - 1) * size
    found = views_of(rows[start : start + size + 1])
    return Page(found[:size], page, size, has_next=len(found) > size)


def views_of(rows: QuerySet) -> list[CashParcelView]:
    told = list(rows.values_list(*PARCEL))
    names = dict(Carrier.objects.filter(id__in={row[4] for row in told}).values_list("id", "name"))
    moment = now()
    return [_view(names, moment, *row) for row in told]


def _view(names: dict[UUID, str], moment: datetime, *row) -> CashParcelView:
    seller_id, id, order_id, number, carrier_id, waybill, state, currency, amount, paid = row[:10]
    share, collected_at, due, is_proved = row[10:]
    is_owed = state in OWED
    return CashParcelView(
        seller_id=seller_id,
        id=id,
        order_id=order_id,
        number=number,
        carrier_id=carrier_id,
        carrier=carrier_name(names.get(carrier_id, "")),
        waybill=waybill,
        state=CashState(state),
        amount=Money(amount, currency),
        left=Money(amount - paid if is_owed else 0, currency),
        share=Money(share, currency),
        collected_at=collected_at,
        due_at=due,
        is_proved=is_proved,
        days_late=days_late(due, moment) if is_owed else 0,
    )


def claims_among(rows: Iterable[Claim]) -> list[ClaimView]:
    rows = list(rows)
    parcels = {
        (one.seller_id, one.id): one
        for one in views_of(
            CashParcel.objects.filter(
                seller_id__in={row.seller_id for row in rows}, id__in=[row.id for row in rows]
            )
        )
    }
    return [_claim(row, parcels[row.seller_id, row.id]) for row in rows]


def _claim(row: Claim, parcel: CashParcelView) -> ClaimView:
    return ClaimView(
        seller_id=row.seller_id,
        parcel_id=row.id,
        order_id=parcel.order_id,
        number=parcel.number,
        carrier=parcel.carrier,
        waybill=parcel.waybill,
        reason=ClaimReason(row.reason),
        state=ClaimState(row.state),
        amount=parcel.left,
        note=row.note,
        opened_at=row.opened_at,
        proposed_by=row.proposed_by,
        letter_id=row.letter_id,
        answer_by=row.answer_by,
        answer=row.answer,
        is_unanswered=row.state == ClaimState.OPEN
        and row.answer_by is not None
        and row.answer_by <= now(),
    )
