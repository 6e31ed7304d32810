"""The sums of a laid trade's accounts, which nobody has posted one by one."""

from tijara.domains.ledger.actions import sum_postings
from tijara.kit.actor import SYSTEM


def run() -> None:
    sum_postings(actor=SYSTEM, anew=True)
