"""The wire of the documentation: /v1/invoices and /v1/payments, for whoever has the key."""

import re
import time
from datetime import datetime
from typing import Any

from .book import Book, Thing, moment
from .faults import Fault, Faults
from .hours import HOURS
from .notices import Teller

SLOW_SECONDS = 2.0
LEAST = 100
CURRENCIES = frozenset(
    ("SAR", "AED", "EGP", "QAR", "MAD", "DZD", "USD", "EUR")
    + ("KWD", "BHD", "OMR", "JOD", "TND", "IQD", "JPY")
)
ANSWER_LOST = -1
"""Instead of a status: the line is cut and nothing is said."""
Reply = tuple[int, dict[str, Any]]


class Api:
    def __init__(self, book: Book, faults: Faults, teller: Teller, address: str) -> None:
        self.book = book
        self.faults = faults
        self.teller = teller
        self.address = address

    def answer(self, method: str, path: str, body: dict[str, Any]) -> Reply:
        if self.faults.befalls(Fault.SLOW):
            time.sleep(SLOW_SECONDS)
        if (method, path) == ("POST", "/v1/invoices"):
            return self._create(body)
        if found := re.fullmatch(r"/v1/invoices/([\w-]+)(/cancel)?", path):
            return self._invoice(method, *found.groups())
        if found := re.fullmatch(r"/v1/payments/([\w-]+)(/refund|/void)?", path):
            return self._payment(method, found[1], found[2] or "", body)
        return _missing("Object")

    def told(self, invoice: Thing) -> Thing:
        """An invoice as the wire shows it: over when its time is over."""
        return _aged(invoice) | {
            "amount_format": f"{invoice['amount'] / 100:.2f} {invoice['currency']}",
            "url": f"{self.address}/invoices/{invoice['id']}?lang=en",
            "logo_url": None,
            "payments": self.book.payments_of(invoice["id"]),
        }

    def _create(self, body: dict[str, Any]) -> Reply:
        wrong = _faults_of(body)
        if wrong:
            return 400, _error("invalid_request_error", "Validation Failed", wrong)
        invoice = self.book.open_invoice(
            {
                "amount": body["amount"],
                "currency": str(body.get("currency", "SAR")).upper(),
                "description": str(body["description"])[:255],
                "callback_url": body.get("callback_url"),
                "success_url": body.get("success_url"),
                "back_url": body.get("back_url"),
                "expired_at": body.get("expired_at"),
                "metadata": body.get("metadata"),
            }
        )
        if self.faults.befalls(Fault.CREATE_500):
            return 500, _error("api_error", "Something went wrong")
        if self.faults.befalls(Fault.CREATE_SILENT):
            return ANSWER_LOST, {}
        return 201, self.told(invoice)

    def _invoice(self, method: str, invoice_id: str, act: str | None) -> Reply:
        invoice = self.book.invoices.get(invoice_id)
        if invoice is None:
            return _missing("Invoice")
        if method == "GET" and act is None:
            if self.faults.befalls(Fault.FETCH_500):
                return 500, _error("api_error", "Something went wrong")
            return 200, self.told(invoice)
        if method == "PUT" and act and invoice["status"] == "initiated":
            return 200, self.told(self.book.keep("invoice", invoice | {"status": "canceled"}))
        return 405, _error("api_error", "Not allowed")

    def _payment(self, method: str, payment_id: str, act: str, body: dict[str, Any]) -> Reply:
        with self.book.lock:
            payment = self.book.payments.get(payment_id)
            if payment is None:
                return _missing("Payment")
            if method == "GET" and not act:
                return 200, payment
            if method == "POST" and act == "/refund":
                return self._refund(payment, body.get("amount", payment["amount"]))
            if method == "POST" and act == "/void" and payment["status"] == "paid":
                voided = payment | {"status": "voided", "voided_at": moment()}
                self.teller.tell("payment_voided", self.book.keep("payment", voided))
                return 200, voided
        return 400, _error("invalid_request_error", "The payment's status does not allow it")

    def _refund(self, payment: Thing, amount: Any) -> Reply:
        left = payment["amount"] - payment["refunded"]
        if payment["status"] not in ("paid", "captured", "refunded"):
            return 400, _error("invalid_request_error", "Only a paid payment can be refunded")
        if not isinstance(amount, int) or not 0 < amount <= left:
            wrong = {"amount": ["is more than what is left of the payment"]}
            return 400, _error("invalid_request_error", "Validation Failed", wrong)
        given = payment | {
            "status": "refunded",
            "refunded": payment["refunded"] + amount,
            "refunded_at": moment(),
        }
        self.teller.tell("payment_refunded", self.book.keep("payment", given))
        if self.faults.befalls(Fault.REFUND_500):
            return 500, _error("api_error", "Something went wrong")
        if self.faults.befalls(Fault.REFUND_SILENT):
            return ANSWER_LOST, {}
        return 200, given


def _aged(invoice: Thing) -> Thing:
    ends = invoice.get("expired_at")
    if invoice["status"] == "initiated" and ends and _time_of(ends) <= HOURS.seconds():
        return invoice | {"status": "expired"}
    return invoice


def is_payable(invoice: Thing) -> bool:
    return _aged(invoice)["status"] == "initiated"


def _time_of(words: str) -> float:
    return datetime.fromisoformat(words.replace("Z", "+00:00")).timestamp()


def _faults_of(body: dict[str, Any]) -> dict[str, list[str]]:
    wrong = {}
    amount = body.get("amount")
    if not isinstance(amount, int) or isinstance(amount, bool) or amount < LEAST:
        wrong["amount"] = [f"must be a whole number, {LEAST} at least"]
    if str(body.get("currency", "SAR")).upper() not in CURRENCIES:
        wrong["currency"] = ["is not supported"]
    if not body.get("description"):
        wrong["description"] = ["can't be blank"]
    for name in ("success_url", "back_url", "callback_url"):
        if body.get(name) and not str(body[name]).startswith(("http://", "https://")):
            wrong[name] = ["is not a valid URL"]
    return wrong


def _error(kind: str, message: str, errors: dict[str, list[str]] | None = None) -> dict[str, Any]:
    return {"type": kind, "message": message, "errors": errors}


def _missing(thing: str) -> Reply:
    return 404, _error("record_not_found", f"{thing} not found")
