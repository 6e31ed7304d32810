"""The commission invoices of a month at the invoice desk: the list, its sums, its file."""

import pytest

from tijara.domains.invoicing.actions import issue_commission_invoice
from tijara.domains.invoicing.queries import commission_invoice
from tijara.domains.invoicing.testing import make_registered_seller, make_taxed_order
from tijara.domains.markets.actions import declare_operator
from tijara.domains.markets.shapes import OperatorPapers
from tijara.domains.markets.testing import make_market
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now

pytestmark = pytest.mark.django_db(transaction=True)
MONTH = now().date().replace(day=1)
PAPERS = OperatorPapers(
    name_ar="شركة السوق", vat_number="311111111100003", commercial_register="1010101010"
)


def written():
    declare_operator(actor=SYSTEM, market_id=make_market().id, papers=PAPERS)
    seller_id = make_registered_seller()
    make_taxed_order(seller_id)
    made = issue_commission_invoice(actor=SYSTEM, seller_id=seller_id, month=MONTH)
    return commission_invoice(seller_id, made)


def read(staff, path):
    answer = staff.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_house_says_when_the_first_comes(staff):
    assert "لا فواتير عمولة بعد" in read(staff, "/office/commissions")
    assert staff.get(f"/office/commissions/{MONTH:%Y-%m}.csv").status_code == 404


def test_a_month_with_its_papers_and_sums(staff):
    paper = written()
    here = "/office/commissions"
    assert here in read(staff, "/office/invoices")
    shown = read(staff, here)
    assert paper.number in shown and f"{MONTH:%Y-%m}" in shown
    assert f"/office/sellers/{paper.buyer_id}/invoices/{paper.id}" in shown
    total = paper.content.total.to_decimal_string()
    assert shown.count(total) >= 2
    for path in (f"{here}?q={paper.number[:7].lower()}", f"{here}?month=1999-01&state=odd"):
        assert paper.number in read(staff, path)
    for path in (f"{here}?q=none", f"{here}?state=rejected"):
        assert paper.number not in read(staff, path)
    lines = read(staff, f"{here}/{MONTH:%Y-%m}.csv").splitlines()
    assert len(lines) == 2 and paper.number in lines[1] and total in lines[1]


def test_not_for_who_has_no_business_there(person):
    assert person.get("/office/commissions").status_code == 403
