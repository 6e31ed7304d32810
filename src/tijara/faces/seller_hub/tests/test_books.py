"""A store's books at its desk: reports, entries by hand, closed months, cost, and what is left."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from tijara.domains.books.queries import book_of_seller, closes, today_in
from tijara.domains.books.shapes import ReportName
from tijara.domains.books.testing import (
    book_all,
    make_costed_order,
    write_input_tax,
    write_rent,
)
from tijara.domains.inventory.queries import worth_of
from tijara.domains.inventory.testing import make_stock
from tijara.domains.invoicing.actions import issue_invoice
from tijara.domains.invoicing.testing import IDENTITY
from tijara.domains.parties.actions import declare_identity
from tijara.domains.parties.shapes import Role
from tijara.domains.parties.testing import make_seller
from tijara.faces.seller_hub.tests.test_money import shop_of
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.ui.desks.books.front import last_months

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def kept(shop):
    """It has sold an order whose goods cost 120.00, and paid rent."""
    shop.order = make_costed_order(shop.seller_id)
    write_rent(shop.seller_id, 2000)
    book_all()
    return shop


class TestReports:
    def test_the_front_page_leads_to_all_of_them(self, kept):
        page = kept.read("/hub/books")
        for name in ReportName:
            assert f"/hub/books/reports/{name}?" in page
        assert "/hub/books/margins" in page

    @pytest.mark.parametrize("name", list(ReportName))
    @pytest.mark.parametrize("start", ["", "/en", "/fr"])
    def test_each_is_a_page_and_two_files(self, kept, name, start):
        assert "<table" in kept.read(f"{start}/hub/books/reports/{name}")
        text = kept.browser.get(f"{start}/hub/books/reports/{name}.csv").content
        assert text.startswith("\ufeff".encode())
        book = load_workbook(
            BytesIO(kept.browser.get(f"{start}/hub/books/reports/{name}.xlsx").content)
        )
        assert bool(book.active.sheet_view.rightToLeft) is (start == "")

    def test_amounts_in_a_workbook_are_numbers(self, kept):
        answer = kept.browser.get("/hub/books/reports/profit.xlsx")
        sheet = load_workbook(BytesIO(answer.content)).active
        left = [row for row in sheet.iter_rows() if row[1].value == "صافي الربح"]
        assert left[0][2].value == pytest.approx(250 - 120 - 26.45 - 20)
        assert left[0][2].number_format.startswith("#,##0.00")

    def test_an_account_leads_to_its_entries_and_they_to_their_order(self, kept):
        ledger = kept.read("/hub/books/accounts/sales")
        href = ledger.split('href="/hub/books/entries/')[1].split('"')[0]
        assert f"/hub/orders/{kept.order.id}" in kept.read(f"/hub/books/entries/{href}")
        assert kept.browser.get("/hub/books/accounts/sales.xlsx").status_code == 200
        assert kept.browser.get("/hub/books/accounts/nonsense").status_code == 404
        assert kept.browser.get("/hub/books/reports/nonsense").status_code == 404

    def test_a_document_is_asked_for_once(self, kept):
        form = {"report": "profit", "id": str(new_id())}
        for _ in range(2):
            answer = kept.post("/hub/books/exports", **form)
            assert answer.status_code == 303
        page = kept.read("/hub/books/reports/profit")
        assert page.count('id="documents"') == 1 and page.count('<li class="row between">') == 1

    def test_a_clerk_keeps_no_books(self, kept):
        clerk = shop_of(kept.seller_id, Role.CLERK)
        assert clerk.browser.get("/hub/books").status_code == 403
        assert clerk.browser.get("/hub/books/margins").status_code == 403
        assert "profit" not in clerk.read(f"/hub/orders/{kept.order.id}")


class TestTaxBars:
    def test_a_month_is_a_bar_that_leads_to_its_return(self, shop):
        declare_identity(actor=SYSTEM, seller_id=shop.seller_id, identity=IDENTITY)
        order = make_costed_order(shop.seller_id)
        issue_invoice(actor=SYSTEM, seller_id=shop.seller_id, order_id=order.id)
        page = shop.read("/en/hub/books/reports/vat")
        assert "VAT due, month by month" in page
        bars = page.split('<ul class="left-bars">')[1].split("</ul>")[0].split("</li>")[:-1]
        months = last_months(today_in(book_of_seller(shop.seller_id)))
        assert len(bars) == len(months) == 6
        for bar, month in zip(bars, months, strict=True):
            assert f"from={month.first}&amp;to={month.last}" in bar
        assert "32.61" in bars[-1] and "32.61" not in "".join(bars[:-1])
        assert 'class="left-bar"' in bars[-1] and 'width="100%"' in bars[-1]

    def test_what_comes_back_is_dashed_and_below_nothing(self, kept):
        today = today_in(book_of_seller(kept.seller_id))
        write_input_tax(kept.seller_id, 5000, today.replace(day=1))
        page = kept.read("/en/hub/books/reports/vat")
        last = page.split('<ul class="left-bars">')[1].split("</ul>")[0].split("</li>")[-2]
        assert 'class="left-bar loss"' in last and re.search("[-−]\\D*50.00", last)
        assert "A dashed bar comes back to you." in page

    def test_no_other_report_has_them(self, kept):
        assert "left-bars" not in kept.read("/en/hub/books/reports/trial")


class TestMargins:
    @pytest.mark.parametrize("by", ["product", "department", "month", "order", "nonsense"])
    def test_the_worst_stands_first_with_a_bar(self, kept, by):
        page = kept.read(f"/hub/books/margins?by={by}")
        assert "left-bar" in page
        for form in ("csv", "xlsx"):
            assert kept.browser.get(f"/hub/books/margins.{form}?by={by}").status_code == 200

    def test_an_order_says_what_is_left_of_it(self, kept):
        page = kept.read(f"/en/hub/orders/{kept.order.id}")
        assert "What is left of it" in page and "Cost of goods sold" in page

    def test_an_unknown_cost_is_said(self, shop):
        order = make_costed_order(shop.seller_id, cost_minor=None)
        book_all()
        assert "is not known" in shop.read(f"/en/hub/orders/{order.id}")
        assert "cost not known" in shop.read("/en/hub/books/margins")


class TestEntries:
    def form(self, **given):
        return {
            "id": str(new_id()),
            "booked_on": "2026-01-05",
            "reason": "رأس المال",
            "account_0": "seller_bank",
            "debit_0": "٥٠٠٫٥٠",
            "account_1": "capital",
            "credit_1": "500.50",
        } | given

    def test_one_is_written_with_its_paper_and_taken_back(self, shop):
        paper = SimpleUploadedFile("bill.pdf", b"%PDF-1.7 bill")
        answer = shop.browser.post("/hub/books/entries/new", self.form(voucher=paper))
        assert answer.status_code == 303
        page = shop.read(answer["Location"])
        entry_id = answer["Location"].rsplit("/", 1)[1]
        assert "500.50" in page and "رأس المال" in shop.read("/hub/books/entries")
        voucher = shop.browser.get(f"/hub/books/entries/{entry_id}/voucher")
        assert voucher.content == b"%PDF-1.7 bill"
        assert voucher["Content-Type"] == "application/octet-stream"
        refused = shop.post(f"/hub/books/entries/{entry_id}/reversal", reason="")
        assert refused.status_code == 422
        done = shop.post(f"/hub/books/entries/{entry_id}/reversal", reason="كُتب خطأ")
        assert done.status_code == 303
        assert shop.post(f"/hub/books/entries/{entry_id}/reversal", reason="مرة").status_code == 422

    @pytest.mark.parametrize(
        "given",
        [
            {"credit_1": "400"},
            {"credit_1": "nonsense"},
            {"account_1": ""},
            {"debit_1": "3"},
            {"booked_on": "soon"},
            {"booked_on": "2199-01-01"},
            {"reason": ""},
            {"account_1": "sales"},
            {"voucher": SimpleUploadedFile("x.exe", b"MZ\x00\x01")},
        ],
    )
    def test_a_refused_one_loses_nothing(self, shop, given):
        answer = shop.browser.post("/hub/books/entries/new", self.form(**given))
        shown = answer.content.decode()
        assert answer.status_code == 422 and "٥٠٠٫٥٠" in shown
        assert ('id="voucher-error"' in shown) is ("voucher" in given)


class TestMonths:
    def test_a_month_is_closed_and_opened_by_two(self, shop):
        key = book_of_seller(shop.seller_id)
        write_rent(shop.seller_id, day=today_in(key).replace(year=today_in(key).year - 1, day=1))
        month = today_in(key).replace(year=today_in(key).year - 1, day=1)
        assert shop.post("/hub/books/months/closing", month=str(month)).status_code == 303
        (closed,) = closes(key)
        assert closed.digest[:16] in shop.read("/hub/books/months")
        given = {"close": str(closed.id)}
        shop.post("/hub/books/months/asking", **given, reason="فاتورة نسيناها")
        shop.post("/hub/books/months/decision", **given, **{"is": "yes"})
        assert not closes(key)[0].is_open_again
        other = shop_of(shop.seller_id, Role.MANAGER)
        other.post("/hub/books/months/decision", **given, **{"is": "yes"})
        assert closes(key)[0].is_open_again

    def test_what_is_nonsense_changes_nothing(self, shop):
        for path in ("closing", "asking", "decision"):
            answer = shop.post(f"/hub/books/months/{path}", month="x", close="y", reason="لا شيء")
            assert answer.status_code == 303
        assert closes(book_of_seller(shop.seller_id)) == []


class TestCosts:
    def test_goods_come_with_a_cost(self, kept):
        line = kept.order.lines[0]
        form = {"units": "٤", "unit_cost": "75.00", "key": str(new_id())}
        for _ in range(2):
            path = f"/hub/stock/{line.stock_id}/receipt"
            assert kept.post(path, **form).status_code == 303
        worth = worth_of(kept.seller_id, [line.stock_id])[line.stock_id]
        assert (worth.units, worth.value_minor) == (12, 8 * 6000 + 4 * 7500)
        assert "780" in kept.read(f"/hub/stock/{line.stock_id}/movements")

    def test_a_cost_is_told_or_refused(self, shop):
        offer = shop.offer()
        path = f"/hub/stock/{offer.stock_id}"
        assert shop.post(f"{path}/cost", cost="12.34").status_code == 303
        worth = worth_of(shop.seller_id, [offer.stock_id])[offer.stock_id]
        assert (worth.units, worth.value_minor) == (5, 6170)
        assert shop.post(f"{path}/cost", cost="dear").status_code == 422
        assert shop.post(f"{path}/receipt", units="-1", unit_cost="x").status_code == 422
        other = make_stock(make_seller(), 3)
        assert shop.post(f"/hub/stock/{other}/cost", cost="1").status_code == 404
