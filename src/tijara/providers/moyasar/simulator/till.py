"""What happens when a payer has typed his card, and when his bank has asked him."""

from dataclasses import dataclass
from urllib.parse import urlencode

from .api import is_payable
from .book import Book, Thing
from .cards import APPROVED, NO_SECURE, NOT_CONFIRMED, company_of, masked, outcome_of
from .faults import Fault, Faults
from .notices import Teller


@dataclass(frozen=True, slots=True)
class Till:
    book: Book
    faults: Faults
    teller: Teller

    def take_card(self, invoice: Thing, number: str, name: str) -> Thing | None:
        """The payment that waits for 3-D Secure, or has failed without it; None: nothing to pay.
        The number itself is forgotten here."""
        with self.book.lock:
            if not is_payable(self.book.invoices[invoice["id"]]):
                return None
            source = {
                "type": "creditcard",
                "company": company_of(number),
                "name": name[:60],
                "number": masked(number),
                "gateway_id": "simulator",
                "reference_number": None,
                "message": None,
                "response_code": None,
                "outcome": list(_told(number)),
            }
            payment = self.book.open_payment(invoice, source)
            if outcome_of(number) is NO_SECURE:
                return self._fail(payment, NO_SECURE.code, NO_SECURE.message)
            return payment

    def answer_bank(self, payment: Thing, *, confirms: bool) -> Thing:
        """What the payer said on his bank's page. Said twice, the first word stands."""
        with self.book.lock:
            payment = self.book.payments[payment["id"]]
            invoice = self.book.invoices[payment["invoice_id"]]
            if payment["status"] != "initiated":
                return payment
            if not confirms:
                return self._fail(payment, NOT_CONFIRMED.code, NOT_CONFIRMED.message)
            code, message = payment["source"]["outcome"]
            if code != APPROVED.code:
                return self._fail(payment, code, message)
            if not is_payable(invoice):
                return self._fail(payment, "05", "the invoice is over")
            return self._pay(invoice, payment)

    def _pay(self, invoice: Thing, payment: Thing) -> Thing:
        source = payment["source"] | {"message": APPROVED.message, "response_code": APPROVED.code}
        paid = payment | {"status": "paid", "source": source}
        if self.faults.befalls(Fault.WRONG_AMOUNT):
            paid |= {"amount": payment["amount"] - 100}
        if self.faults.befalls(Fault.WRONG_CURRENCY):
            paid |= {"currency": "USD"}
        self.book.keep("payment", paid)
        self.book.keep("invoice", invoice | {"status": "paid"})
        self.teller.tell("payment_paid", paid)
        return paid

    def _fail(self, payment: Thing, code: str, message: str) -> Thing:
        source = payment["source"] | {"message": message, "response_code": code}
        failed = self.book.keep("payment", payment | {"status": "failed", "source": source})
        self.teller.tell("payment_failed", failed)
        return failed


def way_home(invoice: Thing, payment: Thing) -> str:
    """The merchant's return address, with the hints that the vendor puts on it."""
    query = urlencode(
        {
            "id": payment["id"],
            "status": payment["status"],
            "message": payment["source"]["message"] or "",
            "invoice_id": invoice["id"],
        }
    )
    address = invoice["success_url"] or invoice["back_url"] or "/"
    return f"{address}{'&' if '?' in address else '?'}{query}"


def _told(number: str) -> tuple[str, str]:
    found = outcome_of(number)
    return found.code, found.message
