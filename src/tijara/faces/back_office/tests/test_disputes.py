"""Staff decide complaints, and choose how the deals of a market live."""

import json

import pytest

from tijara.domains.accounts.shapes import StaffRole
from tijara.domains.deals.queries import deal_of_order, deal_terms
from tijara.domains.deals.shapes import DealState, ProcessKind
from tijara.domains.deals.testing import choose, make_dispute
from tijara.domains.markets.testing import make_market
from tijara.domains.returns.queries import owed_of_orders
from tijara.domains.stores.testing import make_store
from tijara.faces.back_office.tests.conftest import signed_in
from tijara.platform.process.loading import as_data

pytestmark = pytest.mark.django_db(transaction=True)
DEALS = "/office/markets/sa/deals"


def read(staff, path):
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


@pytest.fixture
def order():
    return make_dispute(answered=True, seller_id=make_store().seller_id)


def test_deciding(staff, order):
    page = f"/office/sellers/{order.seller_id}/disputes/{order.id}"
    assert page in read(staff, "/office/disputes")
    assert page in read(staff, f"/office/sellers/{order.seller_id}/orders/{order.id}")
    for given in (
        {"words": "نعم"},
        {"decision": "parts", "words": "نعم"},
        {"decision": "parts", "words": "نعم", "amount": "1000"},
        {"decision": "buyer", "words": ""},
    ):
        answer = staff.post(f"{page}/decision", given)
        assert answer.status_code == 422, given
        assert given["words"] in answer.content.decode()
    given = {"decision": "parts", "words": "نقسمه", "amount": "٤٠"}
    assert staff.post(f"{page}/decision", given).status_code == 303
    (owed,) = owed_of_orders(order.seller_id, [order.id])[order.id]
    assert owed.amount.minor == 4000
    assert deal_of_order(order.seller_id, order.id).state == DealState.PARTED
    assert staff.post(f"{page}/decision", given).status_code == 303
    assert "نقسمه" in read(staff, page) and page in read(staff, "/office/disputes?view=done")
    assert staff.get(page.replace(str(order.id), str(order.seller_id))).status_code == 404


def test_choosing_how_deals_live(staff):
    market = make_market(protection_days=3)
    shown = read(staff, DEALS)
    assert 'class="process"' in shown and "بلا شكاوى" in shown
    given = {"kind": "by_staff", "answer_days": "٣", "decide_days": "5", "body": ""}
    assert staff.post(DEALS, given).status_code == 303
    assert deal_terms(market.id).kind == ProcessKind.BY_STAFF
    assert "يقسم الفريق المبلغ" in read(staff, DEALS)
    assert "Staff part it" in read(staff, f"/en{DEALS}")
    assert "partage" in read(staff, f"/fr{DEALS}")
    wrong = staff.post(DEALS, given | {"answer_days": "0", "kind": "x"})
    assert wrong.status_code == 422
    assert staff.get("/office/markets/xx/deals").status_code == 404


def test_one_of_its_own_is_proved_and_every_fault_is_said(staff):
    version = choose(ProcessKind.BY_STAFF)
    told = json.loads(json.dumps(as_data(deal_terms(make_market().id).process)))
    told["moves"] = [one for one in told["moves"] if one["name"] != "settle_for_silence"]
    given = {"kind": "own", "answer_days": "3", "decide_days": "5", "body": json.dumps(told)}
    answer = staff.post(f"/en{DEALS}", given)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "If everybody is silent in “Before staff”, it never ends." in shown
    assert "decide_buyer" in shown
    broken = staff.post(DEALS, given | {"body": "{<b>"})
    assert broken.status_code == 422 and "&lt;b&gt;" in broken.content.decode()
    assert deal_terms(make_market().id).version == version


def test_only_who_may_choose_chooses(order):
    support = signed_in(staff_role=StaffRole.SUPPORT)
    assert support.get("/office/disputes").status_code == 200
    assert support.get(DEALS).status_code == 403
