"""The operator's books in the office."""

import pytest

from tijara.domains.books.queries import closes, today_in
from tijara.domains.books.shapes import BookKey, ReportName
from tijara.domains.books.testing import book_all, make_costed_order
from tijara.domains.stores.testing import make_store
from tijara.faces.back_office.tests.conftest import signed_in
from tijara.kit.ids import OPERATOR_ID, new_id

pytestmark = pytest.mark.django_db(transaction=True)
KEY = BookKey.of_market("SAR")


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def sold():
    order = make_costed_order(make_store().seller_id)
    book_all()
    return order


def read(staff, path):
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


@pytest.mark.parametrize("name", list(ReportName))
def test_every_report_is_a_page_and_a_file(staff, sold, name):
    assert f"/office/books/reports/{name}?" in read(staff, "/office/books")
    assert "<table" in read(staff, f"/office/books/reports/{name}?currency=SAR")
    assert staff.get(f"/office/books/reports/{name}.xlsx?currency=SAR").status_code == 200


def test_an_account_leads_to_the_order_of_its_seller(staff, sold):
    ledger = read(staff, "/office/books/accounts/commission_revenue?currency=SAR")
    href = ledger.split('href="/office/books/entries/')[1].split('"')[0]
    page = read(staff, f"/office/books/entries/{href}")
    assert f"/office/sellers/{sold.seller_id}/orders/{sold.id}" in page


def test_staff_write_the_operators_entries_and_close_his_months(staff, sold):
    day = today_in(KEY).replace(year=today_in(KEY).year - 1, day=1)
    form = {
        "id": str(new_id()),
        "booked_on": str(day),
        "reason": "رأس المال",
        "account_0": "bank",
        "debit_0": "100000",
        "account_1": "capital",
        "credit_1": "100000",
    }
    answer = staff.post("/office/books/entries/new?currency=SAR", form)
    assert answer.status_code == 303 and f"/{OPERATOR_ID}/" in answer["Location"]
    assert "رأس المال" in read(staff, "/office/books/entries?currency=SAR")
    staff.post("/office/books/months/closing?currency=SAR", {"month": str(day)})
    (closed,) = closes(KEY)
    assert (closed.month, closed.entries) == (day, 1)
    assert "100,000" in read(staff, f"/office/books/reports/balance?from={day}&to={day}")


def test_support_keeps_no_books(sold):
    support = signed_in(staff_role="support")
    assert support.get("/office/books").status_code == 403
