"""What is kept back of sellers' money, on what terms, and what sellers owe us."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet

from tijara.domains.ledger.queries import credit_balance
from tijara.domains.ledger.shapes import Account
from tijara.domains.orders.queries import numbers_of
from tijara.domains.parties.queries import joined_since, markets_of
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import Demand, ReservePart, ReserveTermsRow
from ..shapes import DemandState, DemandView, ReserveKind, ReservePartView, ReserveTerms
from .statements import currency_of

TERMS = ("rate_bp", "days", "fixed_minor", "newcomer_days")
PART = (
    "seller_id", "id", "kind", "order_id", "amount_minor", "left_minor", "currency", "held_at",
    "release_at",
)  # fmt: skip
DEMAND = (
    "seller_id", "id", "code", "amount_minor", "currency", "due_on", "state", "opened_at",
    "ended_at",
)  # fmt: skip


def reserve_terms_of_market(market_id: UUID) -> ReserveTerms | None:
    return _first(ReserveTermsRow.objects.filter(market_id=market_id, seller_id=None))


def own_reserve_terms(seller_id: UUID) -> ReserveTerms | None:
    """Those that were written for him alone."""
    return _first(ReserveTermsRow.objects.filter(seller_id=seller_id))


def reserve_terms_of(seller_ids: Iterable[UUID]) -> dict[UUID, ReserveTerms]:
    """The terms that hold for each now; a seller of whom nothing is kept back is not in it."""
    ids = list(seller_ids)
    homes = markets_of(ids)
    rows = ReserveTermsRow.objects.filter(market_id__in=set(homes.values()))
    told = {
        (market_id, seller_id): ReserveTerms(*terms)
        for market_id, seller_id, *terms in rows.values_list("market_id", "seller_id", *TERMS)
    }
    found = {}
    for each in ids:
        terms = told.get((homes[each], each))
        if terms is None:
            terms = told.get((homes[each], None))
            if terms and terms.newcomer_days and not _is_new(each, terms):
                terms = None
        if terms:
            found[each] = terms
    return found


def reserve_parts(seller_id: UUID, *, page: int = 1, size: int = 20) -> Page[ReservePartView]:
    """What is kept back now, what is released first before the rest; the fixed part last."""
    start = (page - 1) * size
    rows = ReservePart.objects.filter(seller_id=seller_id, left_minor__gt=0)
    told = list(rows.order_by("release_at", "id").values_list(*PART)[start : start + size + 1])
    numbers = numbers_of(seller_id, {row[3] for row in told if row[3]})
    found = [_part(numbers, *row) for row in told]
    return Page(found[:size], page, size, has_next=len(found) > size)


def owed_by(seller_id: UUID) -> Money:
    """What a seller owes us; nothing, where we owe him."""
    balance = credit_balance(seller_id, Account.SELLER_PAYABLE)
    return Money(max(0, -balance), currency_of(seller_id))


def open_demand(seller_id: UUID) -> DemandView | None:
    rows = Demand.objects.filter(seller_id=seller_id, state=DemandState.OPEN)
    return next(iter(_demands(rows)), None)


def demands(seller_id: UUID, *, most: int = 10) -> list[DemandView]:
    """The newest first."""
    rows = Demand.objects.filter(seller_id=seller_id).order_by("-opened_at")
    return _demands(rows[:most])


def _demands(rows: QuerySet) -> list[DemandView]:
    return [
        DemandView(seller, id, code, Money(minor, currency), due_on, DemandState(state), *rest)
        for seller, id, code, minor, currency, due_on, state, *rest in rows.values_list(*DEMAND)
    ]


def _part(
    numbers: dict[UUID, str],
    seller_id: UUID,
    id: UUID,
    kind: str,
    order_id: UUID | None,
    *told,
) -> ReservePartView:
    amount, left, currency, held_at, release_at = told
    number = numbers.get(order_id, "") if order_id else ""
    moneys = (Money(amount, currency), Money(left, currency))
    return ReservePartView(
        seller_id, id, ReserveKind(kind), order_id, number, *moneys, held_at, release_at
    )


def _first(rows: QuerySet) -> ReserveTerms | None:
    return next((ReserveTerms(*row) for row in rows.values_list(*TERMS)), None)


def _is_new(seller_id: UUID, terms: ReserveTerms) -> bool:
    since = now() - timedelta(days=terms.newcomer_days)
    return bool(joined_since([seller_id], since))
