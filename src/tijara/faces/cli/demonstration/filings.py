"""A seller and the market at the tax authority: played by its simulator while this is loaded.

They are withdrawn when it has answered, so that a demonstration never asks the real one.
"""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from tijara.domains.invoicing.actions import (
    correct_filing,
    enrol_unit,
    issue_commission_invoices,
    issue_debit_note,
    send_filings,
    withdraw_unit,
)
from tijara.domains.invoicing.queries import all_filings, invoices_of_seller, unit_of
from tijara.domains.invoicing.shapes import (
    DebitToWrite,
    FilingState,
    InvoiceKind,
    UnitFacts,
    UnitState,
)
from tijara.domains.markets.queries import market
from tijara.faces.cli import gateway_simulator
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.platform.supervisor.supervisor import python

from . import content

MODULE = "tijara.providers.zatca.simulator"
ADDRESS = "TIJARA_ZATCA_ADDRESS"
READY_WITHIN = 10.0
REJECTED = 2
"""Which of the documents the authority finds fault with, so that one is mended."""
INVOICED = (InvoiceKind.TAX_INVOICE, InvoiceKind.FULL_INVOICE)


def load_filings() -> int:
    """How many documents went to the authority and were answered. Where nothing is played, or it
    was loaded before, the market's commission is written without it."""
    told, here = content.read("filings"), market(content.read("market")["market"]["slug"])
    seller_id = content.id_of("seller", told["store"])
    if os.environ.get(gateway_simulator.IS_SIMULATED) != "1" or _is_loaded(seller_id):
        issue_commission_invoices(actor=SYSTEM, at=now())
        return 0
    with _authority():
        for owner_id in (seller_id, here.id):
            _enrol(owner_id, UnitFacts(**told["place"]))
        _write_notes(seller_id, told["note"])
        issue_commission_invoices(actor=SYSTEM, at=now())
        sent = _send_all()
        _mend()
        sent += _send_all()
        for owner_id in (seller_id, here.id):
            withdraw_unit(actor=SYSTEM, seller_id=owner_id)
    return sent


def _is_loaded(seller_id: UUID) -> bool:
    """To its end, which withdraws him."""
    rows = invoices_of_seller(seller_id, size=200).items
    has_note = any(row.kind is InvoiceKind.DEBIT_NOTE for row in rows)
    return has_note and unit_of(seller_id) is None


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


def _write_notes(seller_id: UUID, notes: list[dict]) -> None:
    """About the latest invoices of the store, one each."""
    rows = [row for row in invoices_of_seller(seller_id, size=200).items if row.kind in INVOICED]
    for place, (row, told) in enumerate(zip(rows, notes, strict=False)):
        more = {0: Money(content.price(told["more"]).minor, row.total.currency)}
        note = DebitToWrite(content.id_of("debit_note", str(place)), more, told["words"])
        issue_debit_note(actor=SYSTEM, seller_id=seller_id, order_id=row.order_id, note=note)


def _send_all() -> int:
    done = 0
    while sent := send_filings(actor=SYSTEM):
        done += sent
    return done


def _mend() -> None:
    for one in all_filings(state=FilingState.REJECTED).items:
        correct_filing(actor=SYSTEM, seller_id=one.seller_id, filing_id=one.id)


@contextmanager
def _authority() -> Iterator[None]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    before = os.environ.get(ADDRESS)
    os.environ[ADDRESS] = f"http://127.0.0.1:{port}"
    asked = python("-m", MODULE, "--port", str(port), "--reject", str(REJECTED))
    process = subprocess.Popen(asked, stdin=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield
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
