"""What is kept of a laid trade: sums of its accounts and sales, and what waits."""

from tijara.domains.clearing.actions import keep_waiting
from tijara.domains.ledger.actions import sum_postings
from tijara.domains.orders.actions import sum_sales
from tijara.kit.actor import SYSTEM


def run() -> None:
    sum_postings(actor=SYSTEM, anew=True)
    sum_sales(actor=SYSTEM, anew=True)
    keep_waiting(actor=SYSTEM, anew=True)
