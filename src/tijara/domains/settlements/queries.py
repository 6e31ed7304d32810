"""Statements, payouts and what is owed, all read from the journal; the proofs about them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, Sum
from psycopg.sql import SQL, Literal

from tijara.domains.cash.queries import waiting_shares
from tijara.domains.cash_terms.queries import cash_terms
from tijara.domains.ledger.queries import credit_balance, credit_balances, seller_statement
from tijara.domains.ledger.shapes import OF_SELLER, Account, AccountLine
from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.queries import numbers_of
from tijara.domains.parties.queries import markets_of, sellers
from tijara.kit.money import Money
from tijara.kit.page import Page
from tijara.platform.audits import Findings, compared, proof

from .models import BankAccount, Payout, PayoutRun, PayoutTransfer
from .rules import PROVED_KINDS
from .shapes import (
    BankAccountView,
    Payable,
    PayoutView,
    RunState,
    RunView,
    Statement,
    StatementLine,
    TransferState,
    TransferView,
)

PAYOUT = (
    "seller_id", "id", "amount_minor", "currency", "bank_reference", "paid_on", "holder", "masked",
    "recorded_at",
)  # fmt: skip
RUN = (
    "id", "market_id", "code", "state", "pay_on", "prepared_at", "prepared_by", "approved_at",
    "approved_by", "currency",
)  # fmt: skip
TRANSFER = (
    "seller_id", "id", "run_id", "amount_minor", "currency", "holder", "masked", "state", "reason",
    "moved_at",
)  # fmt: skip
OPEN = (TransferState.PROPOSED, TransferState.ORDERED)
ORDERED = TransferState.ORDERED
DECIDED = (TransferState.PAID, TransferState.FAILED, TransferState.RETURNED)
BOOKED = ("payout", "payout_ordered")
"""Journals of which a payout may tell the bank's reference."""
WHOLE = 50_000


def statement(
    seller_id: UUID,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    page: int = 1,
    size: int = 50,
) -> Statement:
    """From `since` until just before `until`; without them, from the first day until now."""
    currency = _currency(seller_id)
    start = (page - 1) * size
    told = seller_statement(seller_id, since=since, until=until, limit=size + 1, offset=start)
    lines = _told(seller_id, told.lines[:size])
    return Statement(
        opening=Money(told.opening_minor, currency),
        closing=Money(told.closing_minor, currency),
        lines=Page(lines, page, size, has_next=len(told.lines) > size),
    )


def whole_statement(
    seller_id: UUID, *, since: datetime | None = None, until: datetime | None = None
) -> Statement:
    """All its lines at once, to be downloaded."""
    return statement(seller_id, since=since, until=until, size=WHOLE)


def held(seller_id: UUID) -> Money:
    """What he has earned and is not his yet: its deals have not settled."""
    return Money(credit_balance(seller_id, Account.SELLER_HELD), _currency(seller_id))


def waiting(seller_id: UUID) -> Money:
    """What he has earned by parcels whose cash their carriers have not paid yet."""
    return Money(waiting_of([seller_id]).get(seller_id, 0), _currency(seller_id))


def waiting_of(seller_ids: Sequence[UUID]) -> dict[UUID, int]:
    """The same for many; none of a seller whose market pays before the cash has come."""
    homes = markets_of(seller_ids)
    ask = [one for one in seller_ids if not cash_terms(homes[one]).pays_before_cash]
    return waiting_shares(ask)


def payable(seller_id: UUID) -> Money:
    """What he may be paid now; below nothing, he owes us."""
    return Money(payable_of([seller_id]).get(seller_id, 0), _currency(seller_id))


def payable_of(seller_ids: Sequence[UUID]) -> dict[UUID, int]:
    """The same for many, minor units; a seller without postings may be missing."""
    owed, waits = credit_balances(seller_ids, Account.SELLER_PAYABLE), waiting_of(seller_ids)
    return {key: owed.get(key, 0) - waits.get(key, 0) for key in owed.keys() | waits.keys()}


def payables(*, page: int = 1, size: int = 50) -> Page[Payable]:
    """What each seller is owed, in the order in which they joined."""
    listed = sellers(page=page, size=size)
    ids = [seller.id for seller in listed.items]
    owed, banks = credit_balances(ids, Account.SELLER_PAYABLE), bank_accounts(ids)
    kept, waits = credit_balances(ids, Account.SELLER_HELD), waiting_of(ids)
    rows = [
        Payable(
            seller.id,
            Money(
                owed.get(seller.id, 0) - waits.get(seller.id, 0),
                market_by_id(seller.market_id).currency,
            ),
            Money(kept.get(seller.id, 0), market_by_id(seller.market_id).currency),
            seller.id in banks,
            Money(waits.get(seller.id, 0), market_by_id(seller.market_id).currency),
        )
        for seller in listed.items
    ]
    return Page(rows, listed.number, listed.size, listed.has_next)


def bank_accounts(seller_ids: Iterable[UUID]) -> dict[UUID, BankAccountView]:
    rows = BankAccount.objects.filter(seller_id__in=list(seller_ids))
    return {
        row[0]: BankAccountView(*row)
        for row in rows.values_list("seller_id", "holder", "masked", "changed_at")
    }


def payout(seller_id: UUID, payout_id: UUID) -> PayoutView | None:
    rows = Payout.objects.filter(seller_id=seller_id, id=payout_id).values_list(*PAYOUT)
    return next((_payout(*row) for row in rows), None)


def payouts_of_seller(seller_id: UUID, *, page: int = 1, size: int = 30) -> Page[PayoutView]:
    """The newest first."""
    return _page(Payout.objects.filter(seller_id=seller_id), page, size)


def all_payouts(*, page: int = 1, size: int = 30) -> Page[PayoutView]:
    """Of all sellers, the newest first: for staff."""
    return _page(Payout.objects.all(), page, size)


def run(run_id: UUID) -> RunView | None:
    return next(iter(_runs(PayoutRun.objects.filter(id=run_id))), None)


def runs(*, page: int = 1, size: int = 20) -> Page[RunView]:
    """Of all markets, the newest first."""
    start = (page - 1) * size
    listed = _runs(PayoutRun.objects.order_by("-prepared_at", "-id")[start : start + size + 1])
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def runs_waiting() -> int:
    """For another one of the staff to approve."""
    return PayoutRun.objects.filter(state=RunState.PREPARED).count()


def transfers_of_run(run_id: UUID, *, page: int = 1, size: int = 50) -> Page[TransferView]:
    """The largest amounts first."""
    start = (page - 1) * size
    rows = PayoutTransfer.objects.filter(run_id=run_id).order_by("-amount_minor", "id")
    listed = [_transfer(*row) for row in rows.values_list(*TRANSFER)[start : start + size + 1]]
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def latest_transfers(seller_id: UUID, *, most: int = 10) -> list[TransferView]:
    """What has left a seller's account for his bank, and what became of it; the newest first."""
    rows = PayoutTransfer.objects.filter(seller_id=seller_id, state__in=(ORDERED, *DECIDED))
    found = rows.order_by("-moved_at").values_list(*TRANSFER)[:most]
    return [_transfer(*row) for row in found]


def _runs(rows) -> list[RunView]:
    found = list(rows.values_list(*RUN))
    counted = (
        PayoutTransfer.objects.filter(run_id__in=[row[0] for row in found])
        .exclude(state=TransferState.LEFT_OUT)
        .values_list("run_id")
        .annotate(count=Count("id"), sum=Sum("amount_minor"), open=Count("id", Q(state__in=OPEN)))
    )
    told = {run_id: told for run_id, *told in counted}
    return [_run(row, *told.get(row[0], (0, 0, 0))) for row in found]


def _run(row: Sequence[Any], count: int, total: int, still_open: int) -> RunView:
    run_id, market_id, code, state, pay_on, *people, currency = row
    prepared_at, prepared_by, approved_at, approved_by = people
    return RunView(
        id=run_id,
        market_id=market_id,
        code=code,
        state=RunState(state),
        pay_on=pay_on,
        prepared_at=prepared_at,
        prepared_by=prepared_by,
        approved_at=approved_at,
        approved_by=approved_by,
        count=count,
        total=Money(total, currency),
        open=still_open,
    )


def _transfer(
    seller_id: UUID, transfer_id: UUID, run_id: UUID, minor: int, currency: str, *rest
) -> TransferView:
    holder, masked, state, *last = rest
    whole = (Money(minor, currency), holder, masked, TransferState(state), *last)
    return TransferView(seller_id, transfer_id, run_id, *whole)


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


def _currency(seller_id: UUID) -> str:
    """One legal seller sells in one market, so in one currency."""
    return market_by_id(markets_of([seller_id])[seller_id]).currency


def _page(rows, page: int, size: int) -> Page[PayoutView]:
    start = (page - 1) * size
    found = rows.order_by("-recorded_at", "-id").values_list(*PAYOUT)[start : start + size + 1]
    listed = [_payout(*row) for row in found]
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def _payout(
    seller_id: UUID, payout_id: UUID, amount_minor: int, currency: str, *rest
) -> PayoutView:
    return PayoutView(seller_id, payout_id, Money(amount_minor, currency), *rest)


@proof("every payout is in the journal as it was recorded, and the journal tells of no other")
def payouts_proof() -> Findings:
    return compared(
        SQL("""
            SELECT coalesce('payout ' || p.bank_reference, j.reference),
                   p.amount_minor IS NOT DISTINCT FROM j.amount AND j.postings = 1
            FROM settlements_payout p
            FULL JOIN (
                SELECT j.seller_id, j.reference, count(*) AS postings,
                       sum(s.amount_minor) FILTER (
                           WHERE s.debit IN ('seller_payable', 'payouts_on_their_way')
                             AND s.credit = 'bank') AS amount
                FROM ledger_journal j
                JOIN ledger_posting s ON s.seller_id = j.seller_id AND s.journal_id = j.id
                WHERE j.kind = 'payout' GROUP BY 1, 2) j
              ON j.seller_id = p.seller_id AND j.reference = 'payout:' || p.id
        """)
    )


@proof("every transfer to a bank is in the journal as far as it has come, and no other is")
def transfers_proof() -> Findings:
    return compared(
        SQL("""
            SELECT coalesce('transfer ' || t.id, j.subject),
                   coalesce(j.told, '') IS NOT DISTINCT FROM CASE t.state
                       WHEN 'ordered' THEN 'payout_ordered' || t.amount
                       WHEN 'paid' THEN 'payout' || t.amount || ' payout_ordered' || t.amount
                       WHEN 'failed' THEN
                           'payout_failed' || t.amount || ' payout_ordered' || t.amount
                       WHEN 'returned' THEN 'payout' || t.amount || ' payout_ordered' || t.amount
                           || ' payout_returned' || t.amount
                       ELSE '' END
            FROM (SELECT seller_id, id, state, ' ' || amount_minor AS amount
                  FROM settlements_transfer) t
            FULL JOIN (
                SELECT j.seller_id, split_part(j.reference, ':', 2) AS subject,
                       string_agg(j.kind || ' ' || s.amount_minor, ' ' ORDER BY j.kind) AS told
                FROM ledger_journal j
                JOIN ledger_posting s ON s.seller_id = j.seller_id AND s.journal_id = j.id
                WHERE j.kind IN ('payout_ordered', 'payout_failed', 'payout_returned')
                   OR j.kind = 'payout' AND s.debit = 'payouts_on_their_way'
                GROUP BY 1, 2) j
              ON j.seller_id = t.seller_id AND j.subject = t.id::text
        """)
    )


@proof("every journal is of a kind that a proof knows")
def kinds_proof() -> Findings:
    """Each proof looks only at the kinds that it knows: here it shows what none of them sees."""
    return compared(
        SQL("""
            SELECT kind || ' ' || reference, kind = ANY({known}) FROM ledger_journal
        """).format(known=Literal(list(PROVED_KINDS)))
    )


@proof("what the statements say that sellers are owed is what the journal says")
def statements_proof() -> Findings:
    """Over every seller: the last balance of his statement, as it is drawn, is his account's."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seller_id, sum(amount_minor * ((credit = ANY(%(of)s))::int"
            " - (debit = ANY(%(of)s))::int))::bigint FROM ledger_posting"
            " WHERE credit = ANY(%(of)s) OR debit = ANY(%(of)s) GROUP BY seller_id",
            {"of": [str(one) for one in OF_SELLER]},
        )
        owed = cursor.fetchall()
    wrong = []
    for seller_id, amount in owed:
        newest = seller_statement(seller_id, limit=1).lines
        if [line.balance_minor for line in newest] != [amount] and (newest or amount):
            wrong.append(f"seller {seller_id}")
    return Findings(len(owed), wrong)
