"""What is owed by debit notes, and the ways in which it can be paid here."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from psycopg.sql import SQL

from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import markets_of
from tijara.domains.payments.queries import payment_options
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.money import Money
from tijara.platform.audits import Findings, compared, proof

from ..models import DebitClaim
from ..shapes import DebitClaimView, DebitState

CLAIM = (
    "seller_id", "id", "order_id", "buyer_id", "amount_minor", "currency", "state", "asked_at",
    "due_at", "ask_id", "method", "ended_at", "proposed_by", "remind_at", "reminders",
)  # fmt: skip
LIKED = (PaymentMethod.CARD, PaymentMethod.BANK_TRANSFER)


def debit_way(seller_id: UUID, amount: Money) -> PaymentMethod | None:
    """How a buyer may pay so much to this seller's market; None: only to the seller himself."""
    market = market_by_id(markets_of([seller_id])[seller_id])
    open_ways = {one.method for one in payment_options(market, amount) if not one.refused_because}
    return next((one for one in LIKED if one in open_ways), None)


def debit_claim(seller_id: UUID, note_id: UUID) -> DebitClaimView | None:
    return next(iter(_views(DebitClaim.objects.filter(seller_id=seller_id, id=note_id))), None)


def open_claims_of_order(seller_id: UUID, order_id: UUID) -> list[DebitClaimView]:
    rows = DebitClaim.objects.filter(seller_id=seller_id, order_id=order_id, state=DebitState.OPEN)
    return _views(rows)


def with_open_claims(keys: Sequence[tuple[UUID, UUID]]) -> set[UUID]:
    """Which of these orders, (seller, order), more is asked for of."""
    sellers, ids = {seller for seller, _ in keys}, [order for _, order in keys]
    rows = DebitClaim.objects.filter(seller_id__in=sellers, order_id__in=ids, state=DebitState.OPEN)
    return set(rows.values_list("order_id", flat=True))


def claims_to_remind(at: datetime, limit: int) -> Sequence[tuple[UUID, UUID]]:
    """(seller id, note id) of what is overdue, and to be written about by now."""
    rows = DebitClaim.objects.filter(state=DebitState.OPEN, remind_at__lte=at)
    return list(rows.order_by("remind_at").values_list("seller_id", "id")[:limit])


def _views(rows: QuerySet) -> list[DebitClaimView]:
    return [_view(*row) for row in rows.order_by("asked_at", "id").values_list(*CLAIM)]


def _view(*row) -> DebitClaimView:
    seller_id, id, order_id, buyer_id, minor, currency, state, *rest = row
    amount = Money(minor, currency)
    return DebitClaimView(seller_id, id, order_id, buyer_id, amount, DebitState(state), *rest)


@proof("every debit note that was paid here is in the journal, and no other")
def debit_claims_proof() -> Findings:
    return compared(
        SQL("""
            SELECT coalesce('note ' || c.id, j.reference),
                   coalesce(j.amount, 0)
                       = CASE WHEN c.state = 'paid' THEN c.amount_minor ELSE 0 END
               AND (c.id IS NULL OR c.amount_minor = i.total_minor)
            FROM invoicing_debit_claim c
            LEFT JOIN invoicing_invoice i ON i.seller_id = c.seller_id AND i.id = c.id
            FULL JOIN (
                SELECT j.seller_id, j.reference, sum(p.amount_minor) AS amount
                FROM ledger_journal j
                JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
                WHERE j.kind = 'debit_note_paid' AND p.credit = 'seller_payable'
                GROUP BY 1, 2) j
              ON j.seller_id = c.seller_id AND j.reference = 'debit_note_paid:' || c.id
        """)
    )
