"""Statements and what is owed, read from the journal."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from tijara.domains.cash.queries import waiting_shares
from tijara.domains.cash_terms.queries import cash_terms
from tijara.domains.ledger.queries import (
    credit_balances,
    credits_by_account,
    seller_statement,
)
from tijara.domains.ledger.shapes import Account, AccountLine
from tijara.domains.markets.queries import market_by_id, markets
from tijara.domains.orders.queries import numbers_of
from tijara.domains.parties.queries import all_sellers, markets_of
from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import BankAccount, Payout
from ..shapes import (
    BankAccountView,
    Payable,
    PayableOrder,
    Payables,
    Statement,
    StatementLine,
)

BOOKED = ("payout", "payout_ordered")
"""Journals of which a payout may tell the bank's reference."""
WHOLE = 50_000
RANKS: dict[PayableOrder, Callable[[Payable], int]] = {
    PayableOrder.OWED: lambda one: one.amount.minor,
    PayableOrder.HELD: lambda one: one.held.minor,
}
"""What a list begins with the most of, within each currency: amounts of two can't be compared."""


def statement(
    seller_id: UUID,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    page: int = 1,
    size: int = 50,
) -> Statement:
    """From `since` until just before `until`; without them, from the first day until now."""
    currency = currency_of(seller_id)
    start = (page - 1) * size
    told = seller_statement(seller_id, since=since, until=until, limit=size + 1, offset=start)
    lines = _told(seller_id, told.lines[:size])
    return Statement(
        opening=Money(told.opening_minor, currency),
        closing=Money(told.closing_minor, currency),
        lines=Page(lines, page, size, has_next=len(told.lines) > size),
    )


def whole_statement(
    seller_id: UUID,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    most: int = WHOLE,
) -> Statement:
    """To be downloaded: its lines at once, the newest `most`. It opens with what there was before
    the first of them, so that opening and lines make the closing also where older ones are left
    out (`has_next`)."""
    told = statement(seller_id, since=since, until=until, size=most)
    if not told.lines.has_next:
        return told
    first = told.lines.items[-1]
    return replace(told, opening=first.balance - first.amount)


def waiting(seller_id: UUID) -> Money:
    """What he has earned by parcels whose cash their carriers have not paid yet."""
    return Money(waiting_of([seller_id]).get(seller_id, 0), currency_of(seller_id))


def waiting_of(seller_ids: Sequence[UUID]) -> dict[UUID, int]:
    """The same for many; none of a seller whose market pays before the cash has come."""
    homes = markets_of(seller_ids)
    ask = [one for one in seller_ids if not cash_terms(homes[one]).pays_before_cash]
    return waiting_shares(ask)


def payable(seller_id: UUID) -> Money:
    """What he may be paid now; below nothing, he owes us."""
    return Money(payable_of([seller_id]).get(seller_id, 0), currency_of(seller_id))


def payable_of(seller_ids: Sequence[UUID]) -> dict[UUID, int]:
    """The same for many, minor units; a seller without postings may be missing."""
    owed, waits = credit_balances(seller_ids, Account.SELLER_PAYABLE), waiting_of(seller_ids)
    return {
        key: free_minor(owed.get(key, 0), waits.get(key, 0)) for key in owed.keys() | waits.keys()
    }


def free_minor(owed_minor: int, waits_minor: int) -> int:
    """What waits may be more than what is left, where a part of it is kept back or was paid."""
    return max(owed_minor - waits_minor, min(owed_minor, 0))


def payables(*, order: PayableOrder = PayableOrder.OWED, page: int = 1, size: int = 50) -> Payables:
    """What each seller is owed, with the sums of all. The journal of every seller is summed."""
    rows = _all_payables()
    places = {one.currency: place for place, one in reversed([*enumerate(markets())])}
    if rank := RANKS.get(order):
        listed = sorted(rows, key=lambda one: (places[one.amount.currency], -rank(one)))
    else:
        listed = rows
    start = (page - 1) * size
    shown = listed[start : start + size]
    return Payables(
        Page(shown, page, size, has_next=len(listed) > start + size),
        _sums((one.amount for one in rows if one.amount.minor > 0), places),
        _sums((-one.amount for one in rows if one.amount.minor < 0), places),
    )


def _all_payables() -> list[Payable]:
    """In the order in which they joined."""
    known = all_sellers()
    ids = [seller.id for seller in known]
    stands = credits_by_account(
        ids, Account.SELLER_PAYABLE, Account.SELLER_HELD, Account.SELLER_RESERVE
    )
    owed, kept, reserves = stands.values()
    banks, waits = bank_accounts(ids), waiting_of(ids)
    money = {one.id: one.currency for one in markets()}
    return [
        Payable(
            seller.id,
            Money(
                free_minor(owed.get(seller.id, 0), waits.get(seller.id, 0)),
                money[seller.market_id],
            ),
            Money(kept.get(seller.id, 0), money[seller.market_id]),
            seller.id in banks,
            Money(waits.get(seller.id, 0), money[seller.market_id]),
            Money(reserves.get(seller.id, 0), money[seller.market_id]),
        )
        for seller in known
    ]


def _sums(amounts: Iterable[Money], places: Mapping[str, int]) -> tuple[Money, ...]:
    found: dict[str, int] = {}
    for one in amounts:
        found[one.currency] = found.get(one.currency, 0) + one.minor
    return tuple(Money(found[one], one) for one in sorted(found, key=lambda one: places[one]))


def bank_accounts(seller_ids: Iterable[UUID]) -> dict[UUID, BankAccountView]:
    rows = BankAccount.objects.filter(seller_id__in=list(seller_ids))
    return {
        row[0]: BankAccountView(*row)
        for row in rows.values_list("seller_id", "holder", "masked", "changed_at")
    }


def _told(seller_id: UUID, lines: Sequence[AccountLine]) -> list[StatementLine]:
    numbers = numbers_of(seller_id, {line.order_id for line in lines if line.order_id})
    paid = [line.reference.partition(":")[2] for line in lines if line.kind in BOOKED]
    rows = Payout.objects.filter(seller_id=seller_id, id__in=paid)
    references = {str(key): said for key, said in rows.values_list("id", "bank_reference")}
    return [
        StatementLine(
            kind=line.kind,
            order_id=line.order_id,
            number=numbers.get(line.order_id, "") if line.order_id else "",
            bank_reference=references.get(line.reference.partition(":")[2], ""),
            occurred_at=line.occurred_at,
            amount=Money(line.amount_minor, line.currency),
            balance=Money(line.balance_minor, line.currency),
            commission=Money(line.moved.get(Account.COMMISSION_REVENUE, 0), line.currency),
            commission_vat=Money(line.moved.get(Account.COMMISSION_VAT, 0), line.currency),
        )
        for line in lines
    ]


def currency_of(seller_id: UUID) -> str:
    """One legal seller sells in one market, so in one currency."""
    return market_by_id(markets_of([seller_id])[seller_id]).currency
