"""Debit notes and commission: written, filed in their row, booked, and never lost on their way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tijara.domains.books.actions import book_debit_loss, book_debit_note
from tijara.domains.books.queries import account_ledger, book_of_seller, report, today_in
from tijara.domains.books.shapes import Period, ReportName
from tijara.domains.invoicing.actions import (
    DebitInvalid,
    NothingInvoiced,
    decide_debit_loss,
    issue_commission_invoices,
    issue_debit_note,
    print_commissions,
    propose_debit_loss,
    send_filings,
)
from tijara.domains.invoicing.models import Filing, HeldCommission, Invoice
from tijara.domains.invoicing.queries import (
    commissions_of,
    document_of,
    held_papers,
    invoice,
    pdf_of,
    sheet_of,
    unit_of,
)
from tijara.domains.invoicing.rules import bounds_of
from tijara.domains.invoicing.shapes import DebitToWrite, FilingState, InvoiceKind
from tijara.domains.invoicing.testing import (
    IDENTITY,
    let_filings_wait_no_longer,
    make_invoice,
    make_registered_seller,
    make_taxed_order,
)
from tijara.domains.markets.actions import declare_operator
from tijara.domains.markets.shapes import OperatorPapers
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.models import Message
from tijara.domains.orders.testing import ADDRESS
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay
from tijara.providers.zatca.simulator.faults import Fault

from .conftest import enrol

pytestmark = pytest.mark.django_db(transaction=True)
PAPERS = OperatorPapers(
    name_ar="شركة السوق",
    vat_number="311111111100003",
    commercial_register="1010101010",
    address_ar="طريق الملك فهد، الرياض",
)
BANK = {
    "bank_name": "الراجحي",
    "bank_holder": "سوق عكاظ",
    "bank_iban": "SA03 8000 0000 6080 1016 7519",
}
NIGHT = bounds_of(now().date().replace(day=1), "Asia/Riyadh")[1] + timedelta(days=3)


def note(**changes) -> DebitToWrite:
    """Ten riyals more for the goods, 2.30 for the delivery."""
    more = {0: Money(1000, "SAR"), 1: Money(230, "SAR")}
    return replace(DebitToWrite(new_id(), more, "سعر الدلّتين كان أقل من الصحيح"), **changes)


def issue(written, told=None):
    seller_id = written.seller_id
    made = issue_debit_note(
        actor=seller_actor(seller_id),
        seller_id=seller_id,
        order_id=written.order_id,
        note=told or note(),
    )
    return invoice(seller_id, made)


def send() -> int:
    let_filings_wait_no_longer()
    return send_filings(actor=SYSTEM)


def assert_proved():
    found = {one.code: one.faults for one in run_proofs() if one.faults}
    assert {
        code: told for code, told in found.items() if code[:8] in ("invoicin", "books.en")
    } == {}


class TestDebitNote:
    def test_says_how_much_more_at_the_invoices_own_rate(self):
        made = issue(make_invoice())
        content = made.content
        assert (made.kind, made.number) == (InvoiceKind.DEBIT_NOTE, "INV-D-000001")
        assert (content.net.minor, content.tax.minor, content.total.minor) == (1070, 160, 1230)
        assert content.about_number == "INV-000001" and len(content.taxes) == 1
        page = sheet_of(made)
        assert "إشعار مدين" in page and content.reason in page and "Debit Note" in page
        assert_proved()

    def test_pressed_twice_it_is_one_and_two_are_two(self):
        written, told = make_invoice(), note()
        assert issue(written, told).id == issue(written, told).id
        assert issue(written).number == "INV-D-000002"
        assert Invoice.objects.filter(kind=InvoiceKind.DEBIT_NOTE).count() == 2
        assert_proved()

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"more": {}}, "more"),
            ({"more": {9: Money(1, "SAR")}}, "more"),
            ({"more": {0: Money(0, "SAR")}}, "line_0"),
            ({"more": {0: Money(5, "KWD")}}, "line_0"),
            ({"more": {0: Money(26201, "SAR")}}, "more"),
            ({"words": " \u200f "}, "words"),
            ({"words": "س" * 201}, "words"),
        ],
    )
    def test_what_can_not_be_asked_is_refused_by_its_field(self, changes, field):
        with pytest.raises(DebitInvalid) as refused:
            issue(make_invoice(), note(**changes))
        assert field in refused.value.fields
        assert not Invoice.objects.filter(kind=InvoiceKind.DEBIT_NOTE).exists()

    def test_is_about_an_invoice_and_by_its_own_seller(self):
        seller_id = make_registered_seller()
        placed = make_taxed_order(seller_id)
        which = {"order_id": placed.order_id, "note": note()}
        with pytest.raises(NothingInvoiced):
            issue_debit_note(actor=seller_actor(seller_id), seller_id=seller_id, **which)
        with pytest.raises(NotAllowed):
            issue_debit_note(actor=seller_actor(make_seller()), seller_id=seller_id, **which)

    def test_is_in_the_sellers_book_and_in_his_return_once(self):
        written = make_invoice()
        seller_id = written.seller_id
        made = issue(written)
        while Relay().deliver_pending():
            pass
        told = {"amount_minor": 1230, "tax_minor": 160, "order_id": written.order_id}
        book_debit_note(actor=SYSTEM, seller_id=seller_id, invoice_id=made.id, **told)
        key = book_of_seller(seller_id)
        today = today_in(key)
        period = Period(today.replace(day=1), today)
        _, owed = account_ledger(key, "receivables", period)
        assert [row.balance.minor for row in owed.items] == [1230]
        sheet = report(key, ReportName.VAT, period)
        (total,) = [row for row in sheet.rows if row.code == "sa_6"]
        assert total.values[2] == written.content.tax.minor + 160
        assert_proved()

    def test_given_up_it_is_a_loss_and_its_tax_stays(self):
        written = make_invoice()
        make_market(payment_methods=(PaymentMethod.BANK_TRANSFER,), **BANK)
        made = issue(written)
        seller_id = made.seller_id
        which = {"seller_id": seller_id, "note_id": made.id}
        propose_debit_loss(actor=seller_actor(seller_id, new_id()), **which)
        decide_debit_loss(actor=seller_actor(seller_id, new_id()), **which, is_agreed=True)
        while Relay().deliver_pending():
            pass
        told = {"order_id": made.order_id, "amount_minor": 1230}
        book_debit_loss(actor=SYSTEM, seller_id=seller_id, invoice_id=made.id, **told)
        key = book_of_seller(seller_id)
        today = today_in(key)
        period = Period(today.replace(day=1), today)
        lost = account_ledger(key, "bad_debts", period)[1]
        owed = account_ledger(key, "receivables", period)[1]
        assert [row.balance.minor for row in lost.items] == [1230]
        assert owed.items[-1].balance.minor == 0
        assert_proved()

    def test_the_buyer_is_told_once_and_why(self):
        told = note()
        written = make_invoice(address=replace(ADDRESS, email="noura@example.com"))
        issue(written, told)
        issue(written, told)
        (letter,) = Message.objects.filter(kind="invoicing.debit_note")
        assert told.words in letter.text and "INV-D-000001" in letter.text

    def test_has_its_document_in_the_row_of_the_unit(self, seller_id, authority):
        written = make_invoice(seller_id)
        made = issue(written)
        assert send() == 2
        told = document_of(seller_id, made.filed.id)
        assert ">383<" in told and written.number in told
        assert "سعر الدلّتين" in told, "the reason (KSA-10)"
        assert_proved()

    @pytest.mark.parametrize("fault", [Fault.ERROR, Fault.SILENT, Fault.LOST, Fault.BUSY])
    def test_an_authority_that_fails_gets_it_once(self, seller_id, authority, fault):
        made = issue(make_invoice(seller_id))
        authority.faults.order(fault)
        for _ in range(3):
            send()
        assert invoice(seller_id, made.id).filed.state is FilingState.ACCEPTED
        assert_proved()


class TestCommission:
    @pytest.fixture
    def market(self, authority):
        market = make_market()
        declare_operator(actor=SYSTEM, market_id=market.id, papers=PAPERS)
        enrol(market.id)
        return market

    def written(self, seller_id):
        make_taxed_order(seller_id)
        issue_commission_invoices(actor=SYSTEM, at=NIGHT)
        return next(iter(commissions_of(seller_id)), None)

    def test_is_cleared_under_the_markets_own_unit(self, market, authority, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        seller_id = make_registered_seller()
        made = self.written(seller_id)
        assert (made.filer, made.filed.needs_clearance) == (market.id, True)
        assert print_commissions(actor=SYSTEM) == 0, "it is printed once it is cleared"
        assert send() == 1
        assert authority.asked[-1] == "/invoices/clearance/single"
        assert unit_of(market.id).counter == 1 and unit_of(seller_id) is None
        told = document_of(market.id, made.filed.id)
        assert IDENTITY.vat_number in told and "شركة السوق" in told
        assert print_commissions(actor=SYSTEM) == 1
        (shown,) = commissions_of(seller_id)
        assert pdf_of(shown) is not None and shown.qr
        assert "فاتورة ضريبية" in sheet_of(shown)
        assert_proved()

    def test_to_a_seller_without_a_number_is_simplified(self, market, authority):
        made = self.written(make_seller())
        assert made.content.company is None and not made.filed.needs_clearance
        assert send() == 1
        assert_proved()

    def test_what_breaks_a_rule_waits_at_the_desk_and_goes_when_mended(self, market, authority):
        seller_id = make_registered_seller(replace(IDENTITY, address="-"))
        declare_operator(
            actor=SYSTEM, market_id=market.id, papers=replace(PAPERS, commercial_register="")
        )
        assert self.written(seller_id) is None
        (held,) = held_papers()
        assert (held.seller_id, held.recipient_id) == (market.id, seller_id)
        assert "BR-KSA-08" in {one.rule for one in held.remarks}
        assert not Filing.objects.exists()
        declare_operator(actor=SYSTEM, market_id=market.id, papers=PAPERS)
        assert issue_commission_invoices(actor=SYSTEM, at=NIGHT) == 1
        assert not HeldCommission.objects.exists() and held_papers() == []
        assert_proved()

    @pytest.mark.parametrize("fault", [Fault.ERROR, Fault.SILENT, Fault.LOST, Fault.GARBAGE])
    def test_an_authority_that_fails_gets_it_once(self, market, authority, fault):
        seller_id = make_registered_seller()
        self.written(seller_id)
        authority.faults.order(fault)
        for _ in range(3):
            send()
        (made,) = commissions_of(seller_id)
        assert made.filed.state in (FilingState.ACCEPTED, FilingState.WARNED)
        assert Filing.objects.count() == 1
        assert_proved()

    def test_a_rejected_one_is_mended_at_the_desk(self, market, authority, staff):
        seller_id = make_registered_seller()
        made = self.written(seller_id)
        authority.faults.order(Fault.REJECT)
        send()
        here = f"/office/sellers/{market.id}/filings/{made.filed.id}"
        page = staff.get(f"/en{here}").content.decode()
        assert "BR-KSA-08" in page and "شركة السوق" in page
        assert staff.get(f"/en/office/sellers/{market.id}/tax-unit").status_code == 200
        paper = staff.get(f"/en/office/sellers/{seller_id}/invoices/{made.id}")
        assert paper.status_code == 200 and made.number in paper.content.decode()
        assert staff.post(f"{here}/correction").status_code == 303
        assert send() == 1
        assert_proved()
