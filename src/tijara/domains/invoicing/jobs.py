"""Print invoices and send their documents as they come; hourly, write those that are missing of
the last weeks and of one of those before."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.rounds import spans_of_hour
from tijara.platform.jobs.pumps import pump

from .actions import (
    heal_filings,
    issue_commission_invoices,
    issue_missing_invoices,
    print_claims,
    print_commissions,
    print_invoices,
    print_labels,
    remind_of_debits,
    send_filings,
)


@pump(rest_seconds=2)
def print_waiting_invoices() -> int:
    return print_invoices(actor=SYSTEM)


@pump(rest_seconds=10)
def print_waiting_labels() -> int:
    return print_labels(actor=SYSTEM)


@pump(rest_seconds=10)
def print_waiting_claims() -> int:
    return print_claims(actor=SYSTEM)


@pump(rest_seconds=60)
def print_waiting_commissions() -> int:
    return print_commissions(actor=SYSTEM)


@pump(rest_seconds=5)
def send_waiting_filings() -> int:
    return send_filings(actor=SYSTEM)


@app.periodic(cron="*/5 * * * *")
@app.task(name="invoicing.heal_filings", queueing_lock="invoicing.heal_filings")
def heal_filings_that_were_rejected(timestamp: int) -> None:
    heal_filings(actor=SYSTEM)


@app.periodic(cron="17 * * * *")
@app.task(name="invoicing.issue_missing_invoices", queueing_lock="invoicing.issue_missing_invoices")
def issue_invoices_that_are_missing(timestamp: int) -> None:
    for span in spans_of_hour(now()):
        issue_missing_invoices(actor=SYSTEM, span=span)


@app.periodic(cron="40 2 * * *")
@app.task(
    name="invoicing.issue_commission_invoices",
    queueing_lock="invoicing.issue_commission_invoices",
)
def issue_invoices_for_commission(timestamp: int) -> None:
    """Each night: the first of a month writes, the others find it written."""
    issue_commission_invoices(actor=SYSTEM, at=now())


@app.periodic(cron="35 9 * * *")
@app.task(name="invoicing.remind_of_debits", queueing_lock="invoicing.remind_of_debits")
def remind_buyers_of_debit_notes(timestamp: int) -> None:
    while remind_of_debits(actor=SYSTEM):
        pass
