"""What the simulator settles: the file and the lines of the documentation, from its own book."""

import csv
import io
from typing import Any

from .book import Book, Thing

HEAD = (
    "payment_id", "description", "scheme", "source", "type", "currency", "amount", "net_amount",
    "fee", "vat", "total_fee", "transaction_date", "reference",
)  # fmt: skip
"""The last one stands for the metadata, of which each key has a column."""
FEE_BP = {"mada": 100, "visa": 275}
VAT_BP = 1500
BASIS = 10_000


def settled(book: Book, since: str, until: str) -> list[dict[str, Any]]:
    """A line for what was paid in a time and one for what was given back, amounts in the smallest
    unit; refunds cost nothing here."""
    with book.lock:
        payments = sorted(book.payments.values(), key=lambda one: (one["created_at"], one["id"]))
    lines = [_line(one, "pay", one["amount"], one["created_at"]) for one in payments if _came(one)]
    lines += [
        _line(one, "refund", one["refunded"], one["refunded_at"])
        for one in payments
        if one["refunded"]
    ]
    return [one for one in lines if since <= one["moment"] < until]


def settlement_file(lines: list[dict[str, Any]]) -> str:
    """UTF-8, commas, amounts with two decimals."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(HEAD)
    for line in lines:
        sign = -1 if line["type"] == "refund" else 1
        total = line["fee"] + line["vat"]
        net = sign * line["amount"] - total
        amounts = (line["amount"], net, line["fee"], line["vat"], total)
        told = line["payment"]
        rows.writerow(
            [told["id"], told["description"], told["source"]["company"], "Credit Card",
             line["type"], told["currency"], *(f"{one / 100:.2f}" for one in amounts),
             line["moment"], (told["metadata"] or {}).get("reference", "")]
        )  # fmt: skip
    return written.getvalue()


def _came(payment: Thing) -> bool:
    return payment["status"] in ("paid", "captured", "refunded")


def _line(payment: Thing, kind: str, amount: int, moment: str) -> dict[str, Any]:
    rate = FEE_BP.get(payment["source"].get("company", ""), 0) if kind == "pay" else 0
    fee = (amount * rate + BASIS // 2) // BASIS
    vat = (fee * VAT_BP + BASIS // 2) // BASIS
    told = {"payment": payment, "type": kind, "amount": amount, "moment": moment}
    return told | {"fee": fee, "vat": vat}
