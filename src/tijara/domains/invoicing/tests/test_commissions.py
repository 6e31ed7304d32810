"""The market's invoice to a seller: what the journal says was taken in a month, once, in a row."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.invoicing.actions import (
    issue_commission_invoice,
    issue_commission_invoices,
    print_commissions,
)
from tijara.domains.invoicing.models import CommissionInvoice, CommissionSeries
from tijara.domains.invoicing.queries import (
    commission_invoice,
    commission_serials_proof,
    commissions_of,
    pdf_of,
    sheet_of,
)
from tijara.domains.invoicing.rules import bounds_of, month_before
from tijara.domains.invoicing.shapes import InvoiceKind
from tijara.domains.invoicing.testing import make_registered_seller, make_taxed_order
from tijara.domains.markets.actions import declare_operator
from tijara.domains.markets.shapes import OperatorPapers
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.testing import make_seller
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now

MONTH = now().date().replace(day=1)
PAPERS = OperatorPapers(
    name_ar="شركة السوق", vat_number="311111111100003", commercial_register="1010101010"
)


def operator() -> None:
    declare_operator(actor=SYSTEM, market_id=make_market().id, papers=PAPERS)


def issue(seller_id, month=MONTH):
    return issue_commission_invoice(actor=SYSTEM, seller_id=seller_id, month=month)


@pytest.mark.django_db
class TestCommission:
    def test_says_what_the_journal_says(self):
        operator()
        seller_id = make_registered_seller()
        for _ in range(2):
            make_taxed_order(seller_id)
        written = commission_invoice(seller_id, issue(seller_id))
        content = written.content
        assert (written.kind, written.number) == (InvoiceKind.COMMISSION, "INV-F-000001")
        assert (content.net.minor, content.tax.minor) == (4600, 690)
        assert (content.lines[0].tax_bp, content.issuer.vat_number) == (1500, PAPERS.vat_number)
        assert content.buyer_name and content.order_number == f"{MONTH:%Y-%m}"
        page = sheet_of(written)
        assert "فاتورة عمولة" in page and "شركة السوق" in page and "52.90" in page

    def test_is_written_once_for_a_month(self):
        operator()
        seller_id = make_registered_seller()
        make_taxed_order(seller_id)
        assert issue(seller_id) == issue(seller_id)
        assert CommissionSeries.objects.get(kind="commission").last == 1

    def test_a_month_without_commission_has_none(self):
        operator()
        seller_id = make_registered_seller()
        make_taxed_order(seller_id)
        assert issue(seller_id, month_before(MONTH)) is None
        assert issue(make_seller()) is None
        assert not CommissionInvoice.objects.exists()

    def test_an_operator_without_a_vat_number_shows_no_tax(self):
        seller_id = make_registered_seller()
        make_taxed_order(seller_id)
        content = commission_invoice(seller_id, issue(seller_id)).content
        assert (content.net.minor, content.tax.minor) == (2645, 0)

    def test_another_seller_never_sees_it(self):
        operator()
        seller_id = make_registered_seller()
        make_taxed_order(seller_id)
        made = issue(seller_id)
        stranger = make_seller()
        assert commission_invoice(stranger, made) is None and commissions_of(stranger) == []

    def test_the_night_writes_last_months_once(self):
        operator()
        seller_id = make_registered_seller()
        make_taxed_order(seller_id)
        _, until = bounds_of(MONTH, "Asia/Riyadh")
        night = until + timedelta(days=3)
        assert issue_commission_invoices(actor=SYSTEM, at=night - timedelta(days=40)) == 0
        assert issue_commission_invoices(actor=SYSTEM, at=night) == 1
        assert issue_commission_invoices(actor=SYSTEM, at=night) == 0

    def test_is_printed(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        operator()
        seller_id = make_registered_seller()
        make_taxed_order(seller_id)
        made = issue(seller_id)
        assert print_commissions(actor=SYSTEM) == 1
        assert print_commissions(actor=SYSTEM) == 0
        assert pdf_of(commission_invoice(seller_id, made)) is not None


@pytest.mark.django_db(transaction=True)
def test_races_leave_no_gap():
    operator()
    sellers = [make_registered_seller() for _ in range(4)]
    for seller_id in sellers:
        make_taxed_order(seller_id)

    def write(seller_id):
        try:
            return issue(seller_id)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as rivals:
        list(rivals.map(write, [*sellers, *sellers]))
    serials = sorted(CommissionInvoice.objects.values_list("serial", flat=True))
    assert serials == [1, 2, 3, 4]
    assert commission_serials_proof().faults == []
