"""Moyasar's hosted invoice: the payer types his card on their page, never on ours.

One invoice is one payment of ours; its id is our `gateway_id`, the paid payment's id our
`payment_id`. What an invoice's notice or return says is believed in nothing: `fetch` asks.
"""

import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tijara.domains.payments.shapes import (
    BadNotice,
    Created,
    Failure,
    GatewayPayment,
    GatewaySilent,
    Hint,
    KeysAnswer,
    PaymentRequest,
    Redirect,
)
from tijara.kit.lists import LineKind, ListForm
from tijara.kit.money import Money

from .amounts import NotCarried, from_wire, to_wire
from .wire import Answer, NoAnswer, Wire

ID = re.compile(r"[0-9A-Za-z-]{8,80}")
NOBODYS = "00000000-0000-4000-8000-000000000000"
"""An invoice that was never made: who may ask for it is told that it is not there."""
HAS_MONEY = frozenset({"paid", "captured", "refunded"})
REPORT = ListForm(
    columns={
        "kind": "type",
        "reference": "payment_id",
        "amount": "amount",
        "fee": "fee",
        "vat": "vat",
        "net": "net_amount",
        "currency": "currency",
        "moment": "transaction_date",
    },
    kinds={
        "pay": LineKind.PAYMENT,
        "payment": LineKind.PAYMENT,
        "refund": LineKind.REFUND,
        "void": LineKind.REFUND,
        "chargeback": LineKind.TAKEN,
        "fee": LineKind.FEE,
        "platform_duties": LineKind.FEE,
        "other_duties": LineKind.FEE,
        "chargeback_penalty": LineKind.FEE,
        "installment": LineKind.FEE,
    },
)
"""The settlement file of its documentation; the wire says "payment" where the file says "pay"."""
NOBODY_PAYS_ANY_MORE = frozenset({"expired", "canceled", "voided", "refunded"})
FAILURES = {
    "51": Failure.FUNDS,
    "54": Failure.EXPIRED,
    "61": Failure.LIMIT,
    "65": Failure.LIMIT,
    "41": Failure.BLOCKED,
    "43": Failure.BLOCKED,
}
"""By the response code of the card's bank (ISO 8583)."""


@dataclass(frozen=True, slots=True)
class MoyasarSettings:
    secret_key: str
    notice_token: str = field(metadata={"is_ours": True})
    """The secret that was given with the webhook's address: it comes back in every notice."""
    address: str = "https://api.moyasar.com/v1"
    pages: str = "https://*.moyasar.com"
    """Where the hosted pages are: a source of a Content-Security-Policy."""
    test_cards: str = ""
    timeout_seconds: float = 15.0


class MoyasarGateway:
    Settings = MoyasarSettings
    report = REPORT

    def __init__(self, settings: MoyasarSettings) -> None:
        self.pages = (settings.pages,)
        self.test_cards = tuple(filter(None, settings.test_cards.split(",")))
        self._token = settings.notice_token.encode()
        self._wire = Wire(settings.address, settings.secret_key, settings.timeout_seconds)

    def carries(self, amount: Money) -> bool:
        try:
            return to_wire(amount) > 0
        except NotCarried:
            return False

    def create(self, request: PaymentRequest) -> Created | GatewaySilent:
        try:
            amount = to_wire(request.amount)
        except NotCarried as error:
            return GatewaySilent(f"can't be carried: {error}", is_final=True)
        expires_at = request.expires_at.astimezone(UTC).isoformat(timespec="milliseconds")
        body = {
            "amount": amount,
            "currency": request.amount.currency,
            "description": request.description,
            "success_url": request.return_address,
            "back_url": request.back_address,
            "expired_at": expires_at.replace("+00:00", "Z"),
            "metadata": {"reference": request.reference},
        }
        told = self._ask("POST", "/invoices", body)
        if isinstance(told, GatewaySilent):
            return told
        invoice_id, page = str(told.get("id", "")), str(told.get("url", ""))
        if not ID.fullmatch(invoice_id) or not self._is_page(page):
            return GatewaySilent("an invoice without an id or a page")
        return Created(invoice_id, Redirect(_in_language(page, request.language)))

    def fetch(self, gateway_id: str) -> GatewayPayment | GatewaySilent:
        if not ID.fullmatch(gateway_id):
            return GatewaySilent("no id of an invoice", is_final=True)
        told = self._ask("GET", f"/invoices/{gateway_id}")
        return told if isinstance(told, GatewaySilent) else _payment(told)

    def refund(
        self, gateway_id: str, payment_id: str, amount: Money
    ) -> GatewayPayment | GatewaySilent:
        if not ID.fullmatch(payment_id):
            return GatewaySilent("no id of a payment", is_final=True)
        try:
            wire = to_wire(amount)
        except NotCarried as error:
            return GatewaySilent(f"can't be carried: {error}", is_final=True)
        told = self._ask("POST", f"/payments/{payment_id}/refund", {"amount": wire})
        return told if isinstance(told, GatewaySilent) else self.fetch(gateway_id)

    def try_keys(self) -> KeysAnswer:
        try:
            status = self._wire.ask("GET", f"/invoices/{NOBODYS}", None).status
        except NoAnswer:
            return KeysAnswer.SILENT
        if status in (401, 403):
            return KeysAnswer.REFUSED
        return KeysAnswer.ACCEPTED if status in (200, 404) else KeysAnswer.SILENT

    def read_notice(self, body: bytes, headers: Mapping[str, str]) -> Hint | BadNotice:
        """The token proves who sent it, as far as a password in a letter does."""
        try:
            told = json.loads(body)
        except (ValueError, RecursionError):
            return BadNotice(is_forged=False, why="no JSON")
        if not isinstance(told, dict):
            return BadNotice(is_forged=False, why="no JSON object")
        token = told.get("secret_token")
        given = token.encode("utf-8", "replace") if isinstance(token, str) else b""
        if not hmac.compare_digest(given, self._token):
            return BadNotice(is_forged=True, why="without our token")
        data = told.get("data")
        invoice_id = data.get("invoice_id") if isinstance(data, dict) else None
        if not isinstance(invoice_id, str) or not ID.fullmatch(invoice_id):
            return BadNotice(is_forged=False, why="it names no invoice")
        return Hint(str(told.get("type", "")), invoice_id)

    def _ask(
        self, method: str, path: str, body: dict[str, Any] | None = None
    ) -> dict[str, Any] | GatewaySilent:
        """Errors of the caller are final; silence and errors of the gateway are not."""
        try:
            answer = self._wire.ask(method, path, body)
        except NoAnswer as error:
            return GatewaySilent(str(error))
        return answer.body if 200 <= answer.status < 300 else _refusal(answer)

    def _is_page(self, address: str) -> bool:
        """The buyer is sent to the gateway's pages and nowhere else."""
        parts, source = urlsplit(address), urlsplit(self.pages[0])
        if parts.scheme != source.scheme or parts.username:
            return False
        if source.netloc.startswith("*."):
            return parts.netloc.endswith(source.netloc[1:])
        return parts.netloc == source.netloc


def _refusal(answer: Answer) -> GatewaySilent:
    """401 is a wrong key of ours and 429 a busy gateway: neither is the payment's fault."""
    is_final = 400 <= answer.status < 500 and answer.status not in (401, 403, 408, 429)
    return GatewaySilent(answer.words, is_final)


def _payment(invoice: dict[str, Any]) -> GatewayPayment | GatewaySilent:
    """An invoice and the tries to pay it, as one payment."""
    tries = [one for one in invoice.get("payments") or [] if isinstance(one, dict)]
    paid = next((one for one in tries if one.get("status") in HAS_MONEY), None)
    metadata = invoice.get("metadata")
    try:
        amount = from_wire((paid or invoice).get("amount"), (paid or invoice).get("currency"))
        given_back = paid.get("refunded") or 0 if paid else 0
        refunded = from_wire(given_back, amount.currency)
    except NotCarried as error:
        return GatewaySilent(f"an amount that can't be read: {error}")
    return GatewayPayment(
        gateway_id=str(invoice.get("id", "")),
        reference=str(metadata.get("reference", "")) if isinstance(metadata, dict) else "",
        amount=amount,
        is_paid=paid is not None and refunded < amount,
        is_over=invoice.get("status") in NOBODY_PAYS_ANY_MORE,
        payment_id=str(paid.get("id", "")) if paid else "",
        refunded=refunded,
        failure="" if paid else _failure(tries),
    )


def _failure(tries: list[dict[str, Any]]) -> str:
    """Of the latest try that failed; the gateway lists them in no promised order."""
    failed = [one for one in tries if one.get("status") == "failed"]
    if not failed:
        return ""
    source = max(failed, key=lambda one: str(one.get("created_at", ""))).get("source")
    told = source if isinstance(source, dict) else {}
    code = str(told.get("response_code") or "")
    if code in FAILURES:
        return FAILURES[code]
    words = str(told.get("message") or "").lower()
    return Failure.NOT_CONFIRMED if "3-d secure" in words or "3ds" in words else Failure.DECLINED


def _in_language(page: str, language: str) -> str:
    parts = urlsplit(page)
    query = [pair for pair in parse_qsl(parts.query) if pair[0] != "lang"]
    lang = "ar" if language == "ar" else "en"
    return urlunsplit(parts._replace(query=urlencode([*query, ("lang", lang)])))
