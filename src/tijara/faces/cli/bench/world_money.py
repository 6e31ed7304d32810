"""The money of a bench's order: its journals, its charge, what the gateway said, what went back."""

from datetime import datetime
from uuid import UUID

from psycopg.types.json import Jsonb

from .world_orders import TIME_TO_PAY
from .world_sale import CARD, DELIVERY, Ids, Sale, Tables

OF_SELLER = "seller_payable"


class Book:
    """Writes journals down. `earned` says what each seller is owed by them."""

    def __init__(self, currency: str, tables: Tables, earned: dict[UUID, int]) -> None:
        self._currency, self._tables, self._earned = currency, tables, earned

    def __call__(self, about: tuple, at: datetime, ids: Ids, *moved: tuple[str, str, int]) -> None:
        """`about` is (seller, order or none, kind, what its reference names)."""
        seller_id, order_id, kind, subject = about
        earned = sum(
            amount * ((credit == OF_SELLER) - (debit == OF_SELLER))
            for debit, credit, amount in moved
        )
        journal_id = ids.at(at)
        self._earned[seller_id] = self._earned.get(seller_id, 0) + earned
        self._tables["ledger_journal"].append(
            {
                "seller_id": seller_id,
                "id": journal_id,
                "kind": kind,
                "reference": f"{kind}:{subject}",
                "order_id": order_id,
                "currency": self._currency,
                "earned_minor": earned,
                "occurred_at": at,
            }
        )
        self._tables["ledger_posting"] += [
            {
                "seller_id": seller_id,
                "id": ids.at(at),
                "journal_id": journal_id,
                "debit": debit,
                "credit": credit,
                "amount_minor": amount,
            }
            for debit, credit, amount in moved
            if amount
        ]


def money_rows(sale: Sale, market, ids: Ids, tables: Tables, book: Book) -> None:
    _journals(sale, ids, book)
    if sale.charge_id:
        tables["payments_charge"].append(_charge(sale, market, ids))
    if sale.charge_id and sale.method == CARD:
        tables["payments_attempt"].append(_attempt(sale, ids))
        if sale.is_paid:
            tables["payments_notice"].append(_notice(sale, ids))
    if goes_back(sale):
        _given_back(sale, market.currency, ids, tables, book)


def goes_back(sale: Sale) -> bool:
    return sale.state == "refunded" or (sale.is_paid and sale.state in ("cancelled", "refused"))


def _journals(sale: Sale, ids: Ids, book: Book) -> None:
    def about(kind: str, subject: UUID | None = None) -> tuple:
        return sale.seller_id, sale.id, kind, subject or sale.id

    placed = ("buyer_receivable", "orders_pending", sale.total)
    book(about("order_placed"), sale.placed_at, ids, placed)
    if sale.is_paid:
        paid = (_pocket(sale), "buyer_receivable", sale.total)
        book(about("order_paid"), sale.placed_at, ids, paid)
    undone = ("orders_pending", "buyer_refundable" if sale.is_paid else "buyer_receivable")
    if sale.arrived_at:
        book(about("parcel_delivered", sale.parcel_id), sale.arrived_at, ids, *_earned(sale))
    elif sale.state == "refused":
        journal = about("parcel_refused", sale.parcel_id)
        book(journal, sale.ended_at, ids, (*undone, sale.total))
    elif sale.state == "cancelled":
        book(about("order_cancelled"), sale.ended_at, ids, (*undone, sale.total))


def _pocket(sale: Sale) -> str:
    return "gateway_receivable" if sale.method == CARD else "bank"


def _earned(sale: Sale) -> list[tuple[str, str, int]]:
    return [
        *([] if sale.is_paid else [("carrier_receivable", "buyer_receivable", sale.total)]),
        ("orders_pending", OF_SELLER, sale.share),
        ("orders_pending", "commission_revenue", sale.commission),
        ("orders_pending", "commission_vat", sale.commission_vat),
        ("orders_pending", "payment_fee_revenue", sale.fee),
    ]


def _given_back(sale: Sale, currency: str, ids: Ids, tables: Tables, book: Book) -> None:
    owed_id, at = ids.at(sale.ended_at), sale.ended_at
    is_return = sale.state == "refunded"
    tables["returns_owed"].append(_owed(sale, currency, owed_id))
    tables["payments_refund"].append(_refund(sale, currency))
    if is_return:
        tables["returns_owed_line"] += _owed_lines(sale, owed_id, ids)
        taken_back = [
            (OF_SELLER, "buyer_refundable", sale.share),
            ("commission_revenue", "buyer_refundable", sale.commission),
            ("commission_vat", "buyer_refundable", sale.commission_vat),
            ("payment_fee_revenue", "buyer_refundable", sale.fee),
        ]
        book((sale.seller_id, sale.id, "order_refunded", sale.id), at, ids, *taken_back)
    paid = ("buyer_refundable", _pocket(sale), sale.total)
    book((sale.seller_id, sale.id, "refund_paid", owed_id), sale.back_at, ids, paid)


def _owed(sale: Sale, currency: str, owed_id: UUID) -> dict:
    is_return, is_parcel = sale.state == "refunded", sale.state == "refused"
    reference = f"parcel:{sale.parcel_id}" if is_parcel else f"order:{sale.id}"
    return {
        "seller_id": sale.seller_id,
        "id": owed_id,
        "reference": reference,
        "order_id": sale.id,
        "buyer_id": sale.buyer.id,
        "return_id": None,
        "cause": "returned" if is_return else "undelivered",
        "reason": "other" if is_return else "",
        "is_restocked": False,
        "currency": currency,
        "amount_minor": sale.total,
        "items_minor": sale.items if is_return else 0,
        "delivery_minor": DELIVERY if is_return else 0,
        "fee_minor": sale.fee if is_return else 0,
        "tax_minor": sale.tax if is_return else 0,
        "commission_minor": sale.commission if is_return else 0,
        "commission_vat_minor": sale.commission_vat if is_return else 0,
        "method": sale.method if sale.charge_id else "bank_transfer",
        "payment_refund_id": sale.refund_id,
        "opened_at": sale.ended_at,
        "paid_at": sale.back_at,
    }


def _owed_lines(sale: Sale, owed_id: UUID, ids: Ids) -> list[dict]:
    return [
        {
            "seller_id": sale.seller_id,
            "id": ids.at(sale.ended_at),
            "owed_id": owed_id,
            "order_id": sale.id,
            "line_id": sold.id,
            "quantity": sold.units,
            "items_minor": sold.total,
            "tax_minor": sold.tax,
            "commission_minor": sold.commission,
            "commission_vat_minor": sold.commission_vat,
        }
        for sold in sale.lines
    ]


def _charge(sale: Sale, market, ids: Ids) -> dict:
    is_paid = sale.is_paid
    part = {
        "seller_id": str(sale.seller_id),
        "order_id": str(sale.id),
        "number": sale.number,
        "amount_minor": sale.total,
    }
    return {
        "buyer_id": sale.buyer.id,
        "id": sale.charge_id,
        "checkout_id": sale.checkout_id,
        "market_id": market.id,
        "method": sale.method,
        "state": "paid" if is_paid else "open",
        "currency": market.currency,
        "amount_minor": sale.total,
        "parts": Jsonb([part]),
        "reference": ids.number(),
        "language": "ar",
        "recipient": "",
        "opened_at": sale.placed_at,
        "due_at": sale.placed_at + TIME_TO_PAY,
        "moved_at": sale.placed_at,
        "paid_at": sale.placed_at if is_paid else None,
        "bank_reference": f"FT-{sale.number}" if is_paid and sale.method != CARD else "",
    }


def _attempt(sale: Sale, ids: Ids) -> dict:
    return {
        "buyer_id": sale.buyer.id,
        "id": ids.at(sale.placed_at),
        "charge_id": sale.charge_id,
        "gateway": "moyasar",
        "state": "paid" if sale.is_paid else "open",
        "gateway_id": str(sale.charge_id),
        "payment_id": f"p{sale.checkout_id.hex}"[:36],
        "page": "",
        "reason": "",
        "last_error": "",
        "started_at": sale.placed_at,
        "moved_at": sale.placed_at,
        "check_at": None,
        "checks": 1,
    }


def _notice(sale: Sale, ids: Ids) -> dict:
    notice_id = ids.at(sale.placed_at)
    return {
        "id": notice_id,
        "gateway": "moyasar",
        "digest": notice_id.hex * 2,
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
        "buyer_id": sale.buyer.id,
        "charge_id": sale.charge_id,
    }


def _refund(sale: Sale, currency: str) -> dict:
    return {
        "buyer_id": sale.buyer.id,
        "id": sale.refund_id,
        "once": f"order:{sale.seller_id}:{sale.id}"[:80],
        "charge_id": sale.charge_id,
        "attempt_id": None,
        "seller_id": sale.seller_id,
        "order_id": sale.id,
        "number": sale.number,
        "method": sale.method if sale.charge_id else "bank_transfer",
        "state": "paid",
        "currency": currency,
        "amount_minor": sale.total,
        "reason": "returned" if sale.state == "refunded" else "undelivered",
        "needs_staff": False,
        "bank_reference": "",
        "opened_at": sale.ended_at,
        "paid_at": sale.back_at,
        "tries": 1,
        "retry_at": None,
        "last_error": "",
        "given_before_minor": 0,
    }


def payout_rows(
    paid: tuple[UUID, int, datetime], currency: str, ids: Ids, tables: Tables, book: Book
) -> None:
    """`paid` is (seller, amount, when)."""
    seller_id, amount, at = paid
    payout_id = ids.at(at)
    tables["settlements_payout"].append(
        {
            "seller_id": seller_id,
            "id": payout_id,
            "currency": currency,
            "amount_minor": amount,
            "bank_reference": f"PO-{payout_id.hex[:16]}",
            "paid_on": at.date(),
            "holder": "مؤسسة",
            "masked": "•••• 7519",
            "person_id": None,
            "recorded_at": at,
        }
    )
    book((seller_id, None, "payout", payout_id), at, ids, (OF_SELLER, "bank", amount))
