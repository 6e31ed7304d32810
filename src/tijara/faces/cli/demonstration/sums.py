"""Sums that are kept, and what waits, told anew: of a past that was laid, or lived after the clock
had gone on."""

from tijara.domains.clearing.actions import keep_waiting
from tijara.domains.ledger.actions import sum_postings
from tijara.domains.orders.actions import sum_sales
from tijara.kit.actor import SYSTEM


def run() -> None:
    sum_postings(actor=SYSTEM, anew=True)
    sum_sales(actor=SYSTEM, anew=True)
    keep_waiting(actor=SYSTEM, anew=True)
