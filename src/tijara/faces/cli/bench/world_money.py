"""The money of a bench's order: its journals, its charge and what the gateway said."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from psycopg.types.json import Jsonb

from tijara.kit.ids import new_id, new_number

ENDED_UNPAID = ("cancelled", "refused")


def money_rows(sale, market) -> dict[str, list[dict]]:
    journals = list(_journals(sale, market.currency))
    rows = {
        "ledger_journal": [journal for journal, _ in journals],
        "ledger_posting": [posting for _, postings in journals for posting in postings],
    }
    if sale.charge_id is None:
        return rows
    rows["payments_charge"] = [_charge(sale, market)]
    if sale.method == "card":
        rows["payments_attempt"] = [_attempt(sale)]
        rows["payments_notice"] = [_notice(sale)]
    if sale.state in ("refunded", "cancelled"):
        rows["payments_refund"] = [_refund(sale, market.currency)]
    return rows


def _journals(sale, currency: str) -> Iterator[tuple[dict, list[dict]]]:
    told = _Book(sale, currency)
    yield told("order_placed", sale.placed_at, ("buyer_receivable", "orders_pending", sale.total))
    if sale.charge_id and sale.state != "pending":
        where = "gateway_receivable" if sale.method == "card" else "bank"
        yield told("order_paid", sale.placed_at, (where, "buyer_receivable", sale.total))
    last = sale.moves[-1][2] if sale.moves else sale.placed_at
    if sale.state in ("delivered", "refunded"):
        commission = sale.items // 10
        vat = sale.items * 15 // 1000
        yield told(
            "parcel_delivered",
            last,
            ("orders_pending", "seller_payable", sale.total - commission - vat - sale.fee),
            ("orders_pending", "commission_revenue", commission),
            ("orders_pending", "commission_vat", vat),
            *([("orders_pending", "payment_fee_revenue", sale.fee)] if sale.fee else []),
        )
    elif sale.state in ENDED_UNPAID:
        owed = "buyer_refundable" if sale.charge_id else "buyer_receivable"
        yield told("order_cancelled", last, ("orders_pending", owed, sale.total))


class _Book:
    def __init__(self, sale, currency: str) -> None:
        self.sale, self.currency = sale, currency

    def __call__(self, kind: str, at: datetime, *moved: tuple[str, str, int]) -> tuple:
        journal = {
            "seller_id": self.sale.seller_id,
            "id": new_id(),
            "kind": kind,
            "reference": f"{kind}:{self.sale.id}",
            "order_id": self.sale.id,
            "currency": self.currency,
            "occurred_at": at,
            "earned_minor": sum(
                max(amount, 1) for _, credit, amount in moved if credit == "seller_payable"
            ),
        }
        return journal, [self._posting(journal["id"], *one) for one in moved]

    def _posting(self, journal_id: UUID, debit: str, credit: str, amount: int) -> dict:
        return {
            "seller_id": self.sale.seller_id,
            "id": new_id(),
            "journal_id": journal_id,
            "debit": debit,
            "credit": credit,
            "amount_minor": max(amount, 1),
        }


def _charge(sale, market) -> dict:
    is_paid = sale.state != "pending"
    part = {
        "seller_id": str(sale.seller_id),
        "order_id": str(sale.id),
        "number": sale.number,
        "amount_minor": sale.total,
    }
    return {
        "buyer_id": sale.buyer_id,
        "id": sale.charge_id,
        "checkout_id": sale.checkout_id,
        "market_id": market.id,
        "method": sale.method,
        "state": "paid" if is_paid else "open",
        "currency": market.currency,
        "amount_minor": sale.total,
        "parts": Jsonb([part]),
        "reference": new_number(),
        "language": "ar",
        "recipient": "",
        "opened_at": sale.placed_at,
        "due_at": sale.placed_at + timedelta(days=2),
        "moved_at": sale.placed_at,
        "paid_at": sale.placed_at if is_paid else None,
        "bank_reference": "",
    }


def _attempt(sale) -> dict:
    return {
        "buyer_id": sale.buyer_id,
        "id": new_id(),
        "charge_id": sale.charge_id,
        "gateway": "moyasar",
        "state": "paid" if sale.state != "pending" else "open",
        "gateway_id": str(sale.charge_id),
        "payment_id": f"p{sale.charge_id.hex}"[:36],
        "page": "",
        "reason": "",
        "last_error": "",
        "started_at": sale.placed_at,
        "moved_at": sale.placed_at,
        "check_at": None,
        "checks": 1,
    }


def _notice(sale) -> dict:
    return {
        "id": new_id(),
        "gateway": "moyasar",
        "digest": new_id().hex * 2,
        "body": "{}",
        "kind": "payment_paid",
        "gateway_id": str(sale.charge_id),
        "state": "done",
        "note": "",
        "times": 1,
        "received_at": sale.placed_at,
        "last_at": sale.placed_at,
        "tries": 1,
        "retry_at": None,
        "processed_at": sale.placed_at,
        "buyer_id": sale.buyer_id,
        "charge_id": sale.charge_id,
    }


def _refund(sale, currency: str) -> dict:
    at = sale.moves[-1][2]
    return {
        "buyer_id": sale.buyer_id,
        "id": new_id(),
        "once": f"bench:{sale.id}",
        "charge_id": sale.charge_id,
        "attempt_id": None,
        "seller_id": sale.seller_id,
        "order_id": sale.id,
        "number": sale.number,
        "method": sale.method,
        "state": "paid",
        "currency": currency,
        "amount_minor": sale.total,
        "reason": "returned" if sale.state == "refunded" else "undelivered",
        "needs_staff": False,
        "bank_reference": "",
        "opened_at": at,
        "paid_at": at,
        "tries": 1,
        "retry_at": None,
        "last_error": "",
        "given_before_minor": 0,
    }
