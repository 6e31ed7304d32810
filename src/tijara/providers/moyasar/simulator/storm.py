"""Pay everything that is open at once, and tell of it in the worst way: for tests and the bench."""

import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import cycle, islice

from .api import is_payable
from .book import Thing
from .cards import APPROVED, OUTCOMES
from .faults import Fault
from .till import Till

HANDS = 4
CARD = next(number for number, outcome in OUTCOMES.items() if outcome is APPROVED)
LEFT_UNPAID = 20
"""One of so many invoices is not paid: forged notices say that it is."""


def break_loose(till: Till, *, each: int, forged_percent: int, seed: int) -> dict[str, float]:
    """Each paid invoice is told of `each` times, all shuffled; so many of all are forged."""
    payable = [one for one in till.book.invoices.values() if is_payable(one)]
    unpaid = payable[::LEFT_UNPAID]
    paid = [one for place, one in enumerate(payable) if place % LEFT_UNPAID]
    till.faults.order(Fault.NOTICE_NEVER, len(paid))
    notices = [body for one in paid for body in [_pay(till, one)] * each]
    number = len(notices) * forged_percent // (100 - forged_percent)
    forged = [_forge(till, one) for one in islice(cycle(unpaid or paid), number)]
    everything = _shuffled(notices + forged, seed)
    began = time.monotonic()
    with ThreadPoolExecutor(HANDS) as hands:
        answers = list(hands.map(till.teller.post, everything))
    return {
        "invoices": len(payable),
        "paid": len(paid),
        "notices": len(everything),
        "forged": len(forged),
        "taken": sum(200 <= status < 300 for status in answers),
        "seconds": time.monotonic() - began,
    }


def _shuffled(bodies: list[bytes], seed: int) -> list[bytes]:
    marks = [sha256(f"{seed}:{place}".encode()).digest() for place in range(len(bodies))]
    return [body for _, body in sorted(zip(marks, bodies, strict=True))]


def _pay(till: Till, invoice: Thing) -> bytes:
    payment = till.take_card(invoice, CARD, "Storm")
    if payment is None:
        raise RuntimeError("an invoice closed before it could be paid")
    return till.teller.body_of("payment_paid", till.answer_bank(payment, confirms=True))


def _forge(till: Till, invoice: Thing) -> bytes:
    """By somebody who knows the form of a notice and an invoice's id, and not the token."""
    till.faults.order(Fault.NOTICE_FORGED)
    payment = {"id": "0" * 36, "status": "paid", "invoice_id": invoice["id"]}
    amount = {"amount": invoice["amount"], "currency": invoice["currency"]}
    return till.teller.body_of("payment_paid", payment | amount)
