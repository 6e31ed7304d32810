"""What a payer's browser asks for, and the desk where faults are ordered."""

import re
from dataclasses import dataclass
from typing import Any

from .api import Api
from .book import Thing
from .faults import Fault
from .hours import HOURS
from .pages import STYLE, bank_page, invoice_page, wrong_number
from .settlements import settled, settlement_file
from .storm import break_loose
from .till import Till, way_home

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class Shown:
    """`location` sends the browser on."""

    body: str = ""
    status: int = 200
    location: str = ""
    kind: str = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Site:
    api: Api
    till: Till

    def show(self, method: str, path: str, query: dict[str, str], form: dict[str, str]) -> Shown:
        lang = "en" if query.get("lang") == "en" else "ar"
        if path == "/style.css":
            return Shown(STYLE, kind="text/css; charset=utf-8")
        if found := re.fullmatch(r"/invoices/([\w-]+)(/card)?", path):
            invoice = self.api.book.invoices.get(found[1])
            if invoice and found[2] and method == "POST":
                return self._card(invoice, form, lang)
            if invoice and not found[2]:
                return Shown(self._invoice(invoice, lang))
        if found := re.fullmatch(r"/secure/([\w-]+)", path):
            payment = self.api.book.payments.get(found[1])
            if payment:
                return self._bank(method, payment, form, lang)
        return Shown("nothing here", 404)

    def _invoice(self, invoice: Thing, lang: str, failed: str = "", typed: str = "") -> str:
        state = self.api.told(invoice)["status"]
        return invoice_page(invoice, state, lang, failed, typed)

    def _card(self, invoice: Thing, form: dict[str, str], lang: str) -> Shown:
        number = re.sub(r"\D", "", form.get("number", "").translate(DIGITS))
        if len(number) != 16:
            typed = form.get("number", "")
            return Shown(self._invoice(invoice, lang, wrong_number(lang), typed), 422)
        payment = self.till.take_card(invoice, number, form.get("name", ""))
        if payment is None:
            return Shown(self._invoice(invoice, lang), 409)
        if payment["status"] == "failed":
            return Shown(self._invoice(invoice, lang, payment["source"]["message"]), 402)
        return Shown(status=303, location=f"/secure/{payment['id']}?lang={lang}")

    def _bank(self, method: str, payment: Thing, form: dict[str, str], lang: str) -> Shown:
        if method != "POST" and payment["status"] == "initiated":
            return Shown(bank_page(payment, lang))
        if method == "POST":
            confirms = form.get("answer") == "confirm"
            payment = self.till.answer_bank(payment, confirms=confirms)
        invoice = self.api.book.invoices[payment["invoice_id"]]
        if payment["status"] == "failed":
            return Shown(self._invoice(invoice, lang, payment["source"]["message"]), 402)
        return Shown(status=303, location=way_home(invoice, payment))

    def order(self, path: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """/simulator/faults, …/storm, …/forget, …/clock, …/settlement: for tests, the bench and a
        demonstration's history, with the key."""
        if path == "/simulator/faults" and body.get("fault") in Fault:
            self.api.faults.order(Fault(body["fault"]), int(body.get("times", 1)))
            return 200, {"ordered": body["fault"]}
        if path == "/simulator/clock":
            HOURS.behind_seconds = max(0.0, float(body.get("behind_seconds", 0)))
            return 200, {"behind_seconds": HOURS.behind_seconds}
        if path == "/simulator/forget":
            self.api.faults.forget()
            self.api.teller.forget()
            self.api.book.forget()
            return 200, {}
        if path == "/simulator/settlement":
            since, until = str(body.get("since", "")), str(body.get("until", "9"))
            return 200, {"file": settlement_file(settled(self.api.book, since, until))}
        if path == "/simulator/storm":
            told = break_loose(
                self.till,
                each=int(body.get("each", 3)),
                forged_percent=int(body.get("forged_percent", 10)),
                seed=int(body.get("seed", 7)),
            )
            return 200, told
        return 404, {"type": "record_not_found", "message": "no such order", "errors": None}
