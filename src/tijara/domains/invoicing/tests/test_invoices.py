"""Invoices: one for what was delivered, numbered without a gap, frozen, printed once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import override_settings

from tijara.domains.invoicing.actions import (
    NotDelivered,
    issue_credit_note,
    issue_invoice,
    issue_missing_invoices,
    print_invoices,
    want_print,
)
from tijara.domains.invoicing.models import Invoice, InvoicePrint, Series
from tijara.domains.invoicing.queries import (
    all_invoices,
    invoice,
    invoices_of_order,
    invoices_of_seller,
    pdf_of,
    qr_picture,
    sheet_of,
)
from tijara.domains.invoicing.rules import facts_of_sheet
from tijara.domains.invoicing.shapes import InvoiceKind
from tijara.domains.invoicing.testing import (
    IDENTITY,
    make_invoice,
    make_registered_seller,
    make_taxed_order,
)
from tijara.domains.markets.actions import change_look
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import DeliveryAddress, OrderState
from tijara.domains.parties.actions import declare_identity
from tijara.domains.parties.shapes import LegalIdentity
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.domains.returns.actions import refund_order, refund_return
from tijara.domains.returns.shapes import RefundReason, ReturnState
from tijara.domains.returns.testing import make_return
from tijara.kit.accents import accent_of
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay
from tijara.platform.pictures.tests.samples import picture

HOSTILE = '<img src=x onerror="alert(1)">"\'</td><script>'


def issue(seller_id, placed):
    return issue_invoice(actor=SYSTEM, seller_id=seller_id, order_id=placed.order_id)


def faults():
    return {
        one.code: one.faults
        for one in run_proofs()
        if one.code.startswith("invoicing.") and one.faults
    }


@pytest.mark.django_db
class TestInvoice:
    def test_says_who_sold_what_to_whom_with_its_tax(self):
        written = make_invoice()
        content = written.content
        assert (written.kind, written.number) == (InvoiceKind.TAX_INVOICE, "INV-000001")
        assert content.issuer.vat_number == IDENTITY.vat_number
        assert content.issuer.address == IDENTITY.address
        assert content.buyer_name == "نورة السبيعي"
        assert [line.subject for line in content.lines] == ["item", "delivery", "fee"]
        assert (content.net.minor, content.tax.minor, content.total.minor) == (22782, 3418, 26200)
        assert qr_picture(written).startswith("data:image/svg+xml")
        assert faults() == {}

    def test_is_written_once_for_an_order(self):
        seller_id = make_registered_seller()
        placed = make_taxed_order(seller_id)
        assert issue(seller_id, placed) == issue(seller_id, placed)
        assert Series.objects.get(seller_id=seller_id).last == 1

    def test_nothing_is_invoiced_before_it_is_delivered(self):
        seller_id = make_registered_seller()
        placed = make_taxed_order(seller_id, OrderState.SHIPPED)
        with pytest.raises(NotDelivered):
            issue(seller_id, placed)
        assert not Series.objects.exists()

    def test_keeps_saying_what_it_said_when_the_seller_changes(self):
        seller_id = make_registered_seller()
        before = make_invoice(seller_id)
        changed = LegalIdentity("اسم جديد", "399999999900003", "", "عنوان جديد")
        declare_identity(actor=SYSTEM, seller_id=seller_id, identity=changed)
        after = make_invoice(seller_id)
        assert invoice(seller_id, before.id).content.issuer.legal_name == IDENTITY.legal_name
        assert after.content.issuer.legal_name == "اسم جديد"

    def test_can_not_be_changed_or_taken_away(self):
        written = make_invoice()
        for change in (
            lambda rows: rows.update(total_minor=1),
            lambda rows: rows.delete(),
        ):
            with pytest.raises(ProgrammingError), transaction.atomic():
                change(Invoice.objects.filter(seller_id=written.seller_id, id=written.id))

    def test_without_a_vat_number_it_is_a_receipt_of_its_own_series(self):
        seller_id = make_seller()
        written = make_invoice(seller_id)
        assert (written.kind, written.number) == (InvoiceKind.RECEIPT, "INV-R-000001")
        assert (written.content.tax.minor, written.qr) == (0, "")
        assert written.content.net == written.content.total
        assert faults() == {}

    def test_of_a_currency_with_three_decimals(self):
        written = make_invoice(currency="KWD")
        assert written.content.total.to_decimal_string() == "26.200"
        assert facts_of_sheet(written)["total"] == "26.200"

    def test_only_the_house_writes_invoices(self):
        seller_id = make_registered_seller()
        placed = make_taxed_order(seller_id)
        with pytest.raises(NotAllowed):
            issue_invoice(
                actor=seller_actor(seller_id), seller_id=seller_id, order_id=placed.order_id
            )

    def test_another_sellers_is_not_found(self):
        written, other = make_invoice(), make_registered_seller()
        assert invoice(other, written.id) is None
        assert invoices_of_order(other, written.order_id) == []
        assert invoices_of_seller(other).items == []

    def test_lists_find_an_invoice_by_its_number_and_its_orders(self):
        seller_id = make_registered_seller()
        first, second = make_invoice(seller_id), make_invoice(seller_id)
        assert [row.number for row in invoices_of_seller(seller_id).items] == [
            second.number,
            first.number,
        ]
        (found,) = invoices_of_seller(seller_id, text=first.content.order_number[:5]).items
        assert (found.id, found.total) == (first.id, first.content.total)
        assert [row.id for row in all_invoices(text="INV-000002").items] == [second.id]


def take_back(seller_id, order_id):
    """All that was delivered; the refund's id."""
    return refund_order(
        actor=SYSTEM,
        seller_id=seller_id,
        order_id=order_id,
        reason=RefundReason.DAMAGED,
        restock=False,
    )


@pytest.mark.django_db
class TestCreditNote:
    def test_takes_an_invoice_back_whole_and_once(self):
        written = make_invoice()
        refund_id = take_back(written.seller_id, written.order_id)
        given = {"actor": SYSTEM, "seller_id": written.seller_id, "order_id": written.order_id}
        notes = [issue_credit_note(**given, refund_id=refund_id) for _ in range(2)]
        assert notes[0] == notes[1]
        first, note = invoices_of_order(written.seller_id, written.order_id)
        assert (first.id, note.number) == (written.id, "INV-C-000001")
        assert note.content.about_number == written.number
        assert (note.content.total, note.content.tax) == (
            written.content.total,
            written.content.tax,
        )
        assert faults() == {}

    def test_of_an_order_without_an_invoice_writes_that_first(self):
        seller_id = make_registered_seller()
        placed = make_taxed_order(seller_id)
        refund_id = take_back(seller_id, placed.order_id)
        issue_credit_note(
            actor=SYSTEM, seller_id=seller_id, order_id=placed.order_id, refund_id=refund_id
        )
        kinds = [one.kind for one in invoices_of_order(seller_id, placed.order_id)]
        assert kinds == [InvoiceKind.TAX_INVOICE, InvoiceKind.CREDIT_NOTE]

    def test_of_parts_each_has_its_own_and_together_they_are_the_invoice(self):
        seller_id = make_registered_seller()
        placed = make_taxed_order(seller_id)
        order = order_view(seller_id, placed.order_id)
        told = make_return(order, state=ReturnState.INSPECTED)
        refund_return(actor=seller_actor(seller_id), seller_id=seller_id, return_id=told.id)
        take_back(seller_id, order.id)
        while Relay().deliver_pending():
            pass
        whole, first, second = invoices_of_order(seller_id, order.id)
        assert [line.quantity for line in first.content.lines] == [1]
        assert first.content.total.minor == 11500
        assert first.content.total + second.content.total == whole.content.total
        assert first.content.tax + second.content.tax == whole.content.tax
        assert faults() == {}


@pytest.mark.django_db
class TestWhenItIsWritten:
    def test_delivery_brings_it(self):
        seller_id = make_registered_seller()
        placed = make_taxed_order(seller_id)
        while Relay().deliver_pending():
            pass
        (written,) = invoices_of_order(seller_id, placed.order_id)
        assert written.content.order_number == placed.number
        assert faults() == {}

    def test_the_proof_sees_a_delivered_order_without_one_and_the_hourly_job_mends_it(self):
        seller_id = make_registered_seller()
        make_taxed_order(seller_id)
        assert faults() == {}
        with connection.cursor() as cursor:
            cursor.execute("UPDATE outbox_event SET delivered_at = now()")
        assert set(faults()) == {"invoicing.issued_proof"}
        assert issue_missing_invoices(actor=SYSTEM) == 1
        assert faults() == {}

    def test_the_proofs_see_a_gap_and_a_sum_that_is_not_what_was_delivered(self):
        written = make_invoice()
        Series.objects.filter(seller_id=written.seller_id).update(last=7)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE fulfilment_shipment SET tax_minor = tax_minor - 1")
        assert {"invoicing.serials_proof", "invoicing.sums_proof"} <= set(faults())


@pytest.mark.django_db
class TestSheet:
    def test_anyones_words_are_words(self):
        identity = LegalIdentity(HOSTILE, "310122393500003", "", HOSTILE)
        seller_id = make_registered_seller(identity)
        address = DeliveryAddress(HOSTILE, "+966551234567", "sa-riyadh", district=HOSTILE)
        written = make_invoice(
            seller_id, address=address, line={"name_ar": HOSTILE, "name_en": HOSTILE}
        )
        sheet = sheet_of(written)
        assert "<img src=x" not in sheet and "<script" not in sheet
        assert sheet.count("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;") >= 6

    def test_shows_tax_only_of_a_seller_who_may(self):
        assert "ضريبة القيمة المضافة" in sheet_of(make_invoice())
        receipt = sheet_of(make_invoice(make_seller()))
        assert "إيصال" in receipt and "Net total" not in receipt and "VAT no." not in receipt

    def test_wears_the_market_that_it_was_sold_in(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        written = make_invoice()
        assert "تجارة" in sheet_of(written) and "data:image/webp" not in sheet_of(written)
        logo = BytesIO(picture("PNG", (400, 100)))
        house = make_market(name_ar="عود <b>الجزيرة</b>")
        change_look(actor=SYSTEM, market_id=house.id, accent="#14606b", logo=logo)
        sheet = sheet_of(written)
        assert "عود &lt;b&gt;الجزيرة" in sheet and "data:image/webp;base64," in sheet
        assert accent_of("#14606b").day.band in sheet and "تجارة" not in sheet
        with override_settings(MEDIA_ROOT=tmp_path):
            assert print_invoices(actor=SYSTEM) == 1

    def test_is_printed_once_and_kept_for_its_seller(self, tmp_path):
        written = make_invoice()
        with override_settings(MEDIA_ROOT=tmp_path):
            assert print_invoices(actor=SYSTEM) == 1
            assert print_invoices(actor=SYSTEM) == 0
            printed = invoice(written.seller_id, written.id)
            pdf = pdf_of(printed)
            assert pdf.path.read_bytes().startswith(b"%PDF-")
            assert pdf.owner_id == written.seller_id

    def test_without_a_printer_it_waits(self):
        written = make_invoice()
        with override_settings(DOCUMENT_PRINTER=""):
            assert print_invoices(actor=SYSTEM) == 0
        assert InvoicePrint.objects.get().attempts == 0
        assert pdf_of(written) is None

    def test_an_old_one_is_printed_when_somebody_wants_it(self, tmp_path):
        written = make_invoice()
        InvoicePrint.objects.update(wanted_at=now() - timedelta(days=8))
        with override_settings(MEDIA_ROOT=tmp_path):
            assert print_invoices(actor=SYSTEM) == 0
            want_print(actor=SYSTEM, invoice=written)
            assert print_invoices(actor=SYSTEM) == 1
            want_print(actor=SYSTEM, invoice=written)
            assert print_invoices(actor=SYSTEM) == 0, "what is printed stays"

    def test_a_printer_that_is_not_there_is_asked_again_later(self, tmp_path):
        written = make_invoice()
        with override_settings(DOCUMENT_PRINTER="nobody"):
            assert print_invoices(actor=SYSTEM) == 0
            assert print_invoices(actor=SYSTEM) == 0
        waiting = InvoicePrint.objects.get()
        assert (waiting.attempts, waiting.file_id) == (1, None)
        assert "UnknownProvider" in waiting.last_error and waiting.retry_at
        want_print(actor=SYSTEM, invoice=written)
        with override_settings(MEDIA_ROOT=tmp_path):
            assert print_invoices(actor=SYSTEM) == 1


@pytest.mark.django_db(transaction=True)
class TestRaces:
    def test_numbers_have_no_gap_when_many_are_written_at_once_and_some_fail(self):
        seller_id = make_registered_seller()
        orders = [make_taxed_order(seller_id) for _ in range(12)]

        def write(number):
            try:
                with transaction.atomic():
                    issue(seller_id, orders[number % 12])
                    if number % 5 == 4:
                        raise ZeroDivisionError
            except ZeroDivisionError:
                pass
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as crowd:
            list(crowd.map(write, range(36)))
        serials = Invoice.objects.filter(seller_id=seller_id).values_list("serial", flat=True)
        assert sorted(serials) == list(range(1, 13))
        assert faults() == {}

    def test_eight_who_write_one_orders_invoice_write_one(self):
        seller_id = make_registered_seller()
        placed = make_taxed_order(seller_id)

        def write(_):
            try:
                return issue(seller_id, placed)
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as crowd:
            assert len(set(crowd.map(write, range(8)))) == 1
        assert Invoice.objects.count() == 1

    def test_two_printers_never_print_one_invoice_twice(self, tmp_path):
        make_invoice()
        make_invoice()

        def press(_):
            try:
                return print_invoices(actor=SYSTEM)
            finally:
                connection.close()

        with override_settings(MEDIA_ROOT=tmp_path), ThreadPoolExecutor(2) as two:
            assert sum(two.map(press, range(2))) == 2
        assert len(list(tmp_path.rglob("*.pdf"))) == 2
