"""Products that buyers report, from their page to the seller's."""

from urllib.parse import quote

import pytest
from django.test import Client

from tijara.domains.cases.queries import cases
from tijara.domains.catalogue.queries import edited_product
from tijara.domains.offers.testing import make_offer
from tijara.domains.search.testing import make_shelved_offer
from tijara.platform.audit.models import AuditEntry

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/office/catalogue/reports"


@pytest.fixture
def product():
    return edited_product(make_shelved_offer().product_id)


@pytest.fixture
def guest():
    return Client(headers={"sec-fetch-site": "same-origin"})


def read(browser, path, status=200):
    answer = browser.get(path)
    assert answer.status_code == status, (path, answer.status_code)
    return answer.content.decode()


def test_a_guest_reports_and_staff_take_it_off(guest, staff, person, product):
    form = f"/p/{product.slug}/report"
    assert form in read(guest, f"/p/{product.slug}")
    assert "ما المشكلة فيه؟" in read(guest, form)
    refused = guest.post(form, {"reason": "", "words": "كلام <b>"})
    assert refused.status_code == 422 and "كلام &lt;b&gt;" in refused.content.decode()
    sent = guest.post(form, {"reason": "unsafe", "words": "تسخن <b>"})
    assert sent["Location"] == quote(f"/p/{product.slug}") and "buyer" not in guest.cookies
    (found,) = cases().items
    assert product.name_ar in read(staff, PAGE)
    assert "أبلغ عنه المشترون" in read(staff, "/office/")
    page = f"{PAGE}/{found.id}"
    assert "تسخن &lt;b&gt;" in read(staff, page)
    assert person.get(page).status_code == 403
    assert staff.post(f"{page}/decision", {"reason": "", "words": "x"}).status_code == 422
    assert staff.post(f"{page}/letter", {"words": ""}).status_code == 422
    assert staff.post(f"{page}/letter", {"words": "من أين؟"})["Location"] == page
    assert staff.post(f"{page}/decision", {"reason": "unsafe", "words": ""}).status_code == 303
    assert guest.get(f"/p/{product.slug}").status_code == 404
    assert guest.get(form).status_code == 404
    assert product.name_ar in read(staff, f"{PAGE}?state=upheld")
    assert staff.post(f"{page}/dismissal")["Location"] == page
    acts = AuditEntry.objects.filter(action__startswith="cases.")
    assert [one.action for one in acts.order_by("place")] == [
        "cases.write_to_sellers",
        "cases.uphold_case",
    ]
    assert not any("من أين" in str(one.facts) for one in acts)


def test_a_dismissed_report_leaves_the_product_where_it_is(guest, staff, product):
    guest.post(f"/p/{product.slug}/report", {"reason": "other", "words": "غلاف قديم"})
    (found,) = cases().items
    assert staff.post(f"{PAGE}/{found.id}/dismissal")["Location"] == PAGE
    assert guest.get(f"/p/{product.slug}").status_code == 200
    assert "رُدّت" in read(staff, f"{PAGE}?state=dismissed")


def test_nobody_reports_without_end(guest, product):
    form = f"/p/{product.slug}/report"
    answers = {guest.post(form, {"reason": "unsafe", "words": ""}).status_code for _ in range(9)}
    assert answers == {303, 429}


def test_what_staff_hid_by_hand_has_no_report(staff, product):
    make_offer()
    staff.post(f"/office/catalogue/products/{product.id}", {"published": "no"})
    assert "مسحوب من السوق" in read(staff, f"/office/catalogue/products/{product.id}")
