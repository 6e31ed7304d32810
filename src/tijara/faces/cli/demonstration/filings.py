"""A seller and the market at the tax authority: played by its simulator while this is loaded.

They are withdrawn afterwards, and what waits is kept from the real one (`far_authorities`).
"""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from tijara.domains.invoicing.actions import (
    enrol_unit,
    file_invoice,
    heal_filings,
    issue_commission_invoices,
    issue_debit_note,
    send_filings,
    withdraw_unit,
)
from tijara.domains.invoicing.queries import invoices_of_seller, issuer_of, unit_of
from tijara.domains.invoicing.shapes import (
    DebitToWrite,
    InvoiceKind,
    UnitFacts,
    UnitState,
)
from tijara.domains.markets.queries import market
from tijara.faces.cli import gateway_simulator
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.money import Money
from tijara.platform.supervisor.supervisor import python

from . import content

MODULE = "tijara.providers.zatca.simulator"
ADDRESS = "TIJARA_ZATCA_ADDRESS"
READY_WITHIN = 10.0
REJECTED = 2
"""Which of the store's documents the authority finds fault with."""
INVOICED = (InvoiceKind.TAX_INVOICE, InvoiceKind.FULL_INVOICE)
TOLD = (*INVOICED, InvoiceKind.CREDIT_NOTE)
ENROLLED, SECONDS_LATER = timedelta(days=24), timedelta(seconds=4)
HEALED_AFTER = timedelta(minutes=35)


def load_filings() -> int:
    """How many documents went to the authority and were answered. Where nothing is played, or it
    was loaded before, the market's commission is written without it.

    The store's papers of the last weeks are told one by one, at their hours. One of them had its
    register's number typed wrongly: it is rejected, and goes out anew by itself. The last one is
    written when the authority is gone, and waits.
    """
    told, here = content.read("filings"), market(content.read("market")["market"]["slug"])
    seller_id = content.id_of("seller", told["store"])
    if os.environ.get(gateway_simulator.IS_SIMULATED) != "1" or _is_loaded(seller_id):
        issue_commission_invoices(actor=SYSTEM, at=now())
        return 0
    first, last = told["note"]
    with _authority() as authority:
        with going_from(now() - ENROLLED):
            _enrol(seller_id, UnitFacts(**told["place"]))
        sent = _tell_papers(seller_id, told["mistyped"])
        _enrol(here.id, UnitFacts(**told["place"]))
        _write_note(seller_id, 0, first)
        issue_commission_invoices(actor=SYSTEM, at=now())
        sent += _send_all()
        authority.terminate()
        authority.wait()
        _write_note(seller_id, 1, last)
        _send_all()
        for owner_id in (seller_id, here.id):
            withdraw_unit(actor=SYSTEM, seller_id=owner_id)
    return sent


def _tell_papers(seller_id: UUID, mistyped: str) -> int:
    """Those that were given out since the store is enrolled, each as it came."""
    since, sent = now() - ENROLLED, 0
    rows = [row for row in invoices_of_seller(seller_id, size=200).items if row.kind in TOLD]
    rows = [row for row in rows if row.issued_at > since and not row.filed]
    rows.sort(key=lambda row: row.issued_at)
    issuer = issuer_of(seller_id)
    for place, row in enumerate(rows, 1):
        wrong = replace(issuer, registration_number=mistyped) if place == REJECTED else None
        with going_from(row.issued_at + SECONDS_LATER):
            file_invoice(actor=SYSTEM, seller_id=seller_id, invoice_id=row.id, issuer=wrong)
            sent += _send_all()
        with going_from(min(row.issued_at + HEALED_AFTER, now())):
            heal_filings(actor=SYSTEM)
            sent += _send_all()
    return sent


def _is_loaded(seller_id: UUID) -> bool:
    """To its end, which withdraws him. Debit notes alone say nothing: ways back have theirs."""
    rows = invoices_of_seller(seller_id, size=200).items
    return unit_of(seller_id) is None and any(row.filed for row in rows)


def _enrol(owner_id: UUID, facts: UnitFacts) -> None:
    unit = unit_of(owner_id)
    if unit is None or unit.state is not UnitState.READY:
        enrol_unit(
            actor=SYSTEM,
            seller_id=owner_id,
            authority="zatca",
            facts=facts,
            fields={"environment": "simulation"},
            given={"code": content.read("filings")["code"]},
        )


def _write_note(seller_id: UUID, place: int, told: dict) -> None:
    """About the latest invoices of the store, one each."""
    rows = [row for row in invoices_of_seller(seller_id, size=200).items if row.kind in INVOICED]
    row = rows[place]
    more = {0: Money(content.price(told["more"]).minor, row.total.currency)}
    note = DebitToWrite(content.id_of("debit_note", str(place)), more, told["words"])
    issue_debit_note(actor=SYSTEM, seller_id=seller_id, order_id=row.order_id, note=note)


def _send_all() -> int:
    done = 0
    while sent := send_filings(actor=SYSTEM):
        done += sent
    return done


@contextmanager
def _authority() -> Iterator[subprocess.Popen]:
    """While it lasts it is asked at an address of this machine, where nobody answers any more once
    the simulator has ended."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    before = os.environ.get(ADDRESS)
    os.environ[ADDRESS] = f"http://127.0.0.1:{port}"
    asked = python("-m", MODULE, "--port", str(port), "--reject", str(REJECTED))
    process = subprocess.Popen(asked, stdin=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield process
    finally:
        process.terminate()
        process.wait()
        os.environ.pop(ADDRESS)
        if before is not None:
            os.environ[ADDRESS] = before


def _wait_for(port: int) -> None:
    ends = time.monotonic() + READY_WITHIN
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1.0).close()
        except OSError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.02)
        else:
            return
