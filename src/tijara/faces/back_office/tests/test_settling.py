"""Staff say what the market takes and keeps back, book what gateways settle, and see what waits."""

import re
from datetime import timedelta
from io import BytesIO

import pytest

from tijara.domains.catalogue.queries import names_of
from tijara.domains.clearing.testing import HEAD, payment_of, told
from tijara.domains.commissions.queries import commission_rules
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.queries import market, markets
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.queries import markets_of
from tijara.domains.returns.testing import make_paid_order
from tijara.domains.settlements.queries import (
    open_demand,
    own_reserve_terms,
    payouts_of_seller,
    reserve_terms_of_market,
)
from tijara.domains.settlements.testing import bank_day, make_owed_seller, owe_us, pay_out
from tijara.domains.stores.testing import make_store
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def seller_id():
    return make_owed_seller(make_store().seller_id)


def read(staff, path):
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


class TestCommission:
    def test_rules_are_added_moved_changed_and_ended(self, staff, seller_id):
        slug = self.slug_of(seller_id)
        page = f"/office/markets/{slug}/commission"
        self.add(staff, page, label="نحّاس", rate="8", seller=str(seller_id), cap="60")
        self.add(staff, page, label="الباقي", rate="٦٫٥", floor="5", limits_for="order")
        assert self.rates(slug) == [800, 650]
        shown = read(staff, page)
        assert "نحّاس" in shown and "6.5%" in shown
        first, second = commission_rules(market(slug).id)
        assert staff.post(f"{page}/rules/{second.id}/move", {"to": "up"}).status_code == 303
        assert self.rates(slug) == [650, 800]
        assert 'value="60.00"' in read(staff, f"{page}/rules/{first.id}")
        changed = {"rate": "7", "seller": str(seller_id), "key": str(new_id())}
        assert staff.post(f"{page}/rules/{first.id}", changed).status_code == 303
        assert self.rates(slug) == [650, 700]
        assert staff.get(f"{page}/rules/{first.id}").status_code == 404
        assert staff.post(f"{page}/rules/{second.id}/end").status_code == 303
        assert self.rates(slug) == [700]

    def test_what_can_t_be_read_is_said_beside_its_field_and_nothing_is_lost(
        self, staff, seller_id
    ):
        page = f"/office/markets/{self.slug_of(seller_id)}/commission"
        wrong = {"rate": "abc", "product": "there-is-none", "cap": "x", "label": "يبقى"}
        answer = staff.post(page, wrong)
        assert answer.status_code == 422
        shown = answer.content.decode()
        assert "يبقى" in shown and "لا منتج بهذا العنوان" in shown
        assert len(re.findall('aria-invalid="true"', shown)) == 3

    def test_a_sale_is_tried_out(self, staff, seller_id):
        slug = self.slug_of(seller_id)
        page = f"/office/markets/{slug}/commission"
        self.add(staff, page, rate="50", seller=str(make_store().seller_id))
        self.add(staff, page, rate="8", fixed="1")
        offer = make_offer(10000, 1, seller_id=seller_id)
        product = names_of([offer.product_id])[offer.product_id].slug
        asked = f"seller={seller_id}&product=/p/{product}&price=100&quantity=2"
        shown = read(staff, f"/en{page}?{asked}")
        assert "18.00" in shown and "another seller" in shown
        assert read(staff, f"{page}?seller=&product={product}&price=0")

    def slug_of(self, seller_id):
        home = markets_of([seller_id])[seller_id]
        return next(one.slug for one in markets() if one.id == home)

    def add(self, staff, page, **given):
        assert staff.post(page, given | {"key": str(new_id())}).status_code == 303

    def rates(self, slug):
        return [one.terms.rate_bp for one in commission_rules(market(slug).id)]


class TestReports:
    def test_a_report_is_brought_read_and_booked(self, staff):
        order = make_paid_order(seller_id=make_store().seller_id)
        page = self.bring(staff, told(payment_of(order), 25000, 250), told("nobody", 900))
        shown = read(staff, page)
        assert "دفعة ليست لنا" in shown and 'value="256.13"' in shown
        wrong = staff.post(f"{page}/booking", {"received": "1", "bank_reference": "x"})
        assert wrong.status_code == 422
        given = {"received": "256.13", "bank_reference": "SETTLE-1"}
        assert staff.post(f"{page}/booking", given).status_code == 303
        assert balances(order.seller_id)[Account.GATEWAY_RECEIVABLE] == 0
        shown = read(staff, page)
        (line,) = re.findall(rf"{page}/lines/[0-9a-f-]+", shown)
        assert staff.post(line, {"ending": "given_back"}).status_code == 303
        assert "مغلق" in read(staff, "/office/payments/reports")
        assert staff.post(f"{page}/disposal").status_code == 303

    def test_what_is_no_table_is_refused_in_words(self, staff):
        answer = self.send(staff, b"\n")
        assert answer.status_code == 422
        assert "ليس جدولًا" in answer.content.decode()

    def test_another_form_is_told_by_hand_and_its_words_asked_for(self, staff):
        make_store()
        page = self.send(staff, "ref,what,sum\nx,سحب,10.00\n".encode())["Location"]
        shown = read(staff, page)
        assert "ما الذي في كل عمود؟" in shown and "سحب" in shown
        said = {"reference": "ref", "amount": "sum", "kind": "what"}
        asked = staff.post(f"{page}/columns", said)
        assert asked.status_code == 422 and 'name="kind-0"' in asked.content.decode()
        said |= {"kinds_of": "what", "kind-0": "payment"}
        assert staff.post(f"{page}/columns", said).status_code == 303
        assert "دفعة ليست لنا" in read(staff, page)
        again = self.send(staff, "ref,what,sum\ny,سحب,5.00\n".encode())["Location"]
        assert "دفعة ليست لنا" in read(staff, again), "the next one is read the same way"

    def test_one_that_is_not_booked_is_thrown_away(self, staff):
        page = self.bring(staff, told("nobody", 900))
        assert staff.post(f"{page}/disposal").status_code == 303
        assert staff.get(page).status_code == 404

    def bring(self, staff, *lines):
        answer = self.send(staff, "\n".join([HEAD, *lines, ""]).encode())
        assert answer.status_code == 303
        return answer["Location"]

    def send(self, staff, content):
        file = BytesIO(content)
        file.name = "settlement.csv"
        return staff.post("/office/payments/reports", {"gateway": "moyasar", "file": file})


class TestReconciliation:
    def test_what_waits_is_told_by_account_and_item_by_item(self, staff):
        order = make_paid_order(seller_id=make_store().seller_id)
        shown = read(staff, "/office/reconciliation")
        assert "كل شيء مفسَّر" in shown
        place = "/office/reconciliation/gateway_receivable/SAR"
        assert place in shown
        assert order.number in read(staff, place)
        assert staff.get("/office/reconciliation/bank/SAR").status_code == 404


class TestASellersMoney:
    def test_his_reserve_is_set_and_taken_back(self, staff, seller_id):
        page = f"/office/sellers/{seller_id}"
        given = {"rate": "10", "days": "30", "fixed": ""}
        assert staff.post(f"{page}/reserve", given).status_code == 303
        assert own_reserve_terms(seller_id).rate_bp == 1000
        assert 'value="30"' in read(staff, f"{page}/payout")
        refused = staff.post(f"{page}/reserve", {"rate": "12.5"})
        assert refused.status_code == 422 and 'value="12.5"' in refused.content.decode()
        assert own_reserve_terms(seller_id).days == 30, "a share without days is refused"
        staff.post(f"{page}/reserve", {})
        assert own_reserve_terms(seller_id) is None

    def test_the_market_s_reserve_too(self, staff, seller_id):
        (home,) = markets()
        page = f"/office/markets/{home.slug}/reserve"
        assert staff.post(page, {"rate": "x"}).status_code == 422
        given = {"rate": "5", "days": "14", "newcomer_days": "90"}
        assert staff.post(page, given).status_code == 303
        assert reserve_terms_of_market(home.id).newcomer_days == 90
        assert 'value="14"' in read(staff, page)

    def test_who_owes_us_is_asked_and_pays(self, staff, seller_id):
        page = f"/office/sellers/{seller_id}"
        pay_out(seller_id, 22355)
        owe_us(seller_id, 5000)
        assert "عليه للسوق" in read(staff, f"{page}/payout")
        until = (bank_day(seller_id) + timedelta(days=9)).isoformat()
        given = {"amount": "50", "due_on": until, "key": str(new_id())}
        assert staff.post(f"{page}/demands", given).status_code == 303
        assert open_demand(seller_id).code in read(staff, f"{page}/payout")
        paid = {"amount": "50", "bank_reference": "IN-1", "paid_on": bank_day(seller_id)}
        assert staff.post(f"{page}/repayments", paid).status_code == 303
        assert open_demand(seller_id) is None
        assert staff.post(f"{page}/repayments", paid).status_code == 303

    def test_a_demand_is_withdrawn(self, staff, seller_id):
        page = f"/office/sellers/{seller_id}"
        pay_out(seller_id, 22355)
        owe_us(seller_id, 5000)
        refused = staff.post(f"{page}/demands", {"amount": "99", "due_on": ""})
        assert refused.status_code == 422 and 'value="99"' in refused.content.decode()
        assert 'id="d-day-error"' in refused.content.decode()
        assert open_demand(seller_id) is None
        given = {"amount": "50", "due_on": (bank_day(seller_id) + timedelta(days=9)).isoformat()}
        staff.post(f"{page}/demands", given)
        asked = open_demand(seller_id)
        assert staff.post(f"{page}/demands/{asked.id}/withdrawal").status_code == 303
        assert open_demand(seller_id) is None

    def test_a_payout_leads_to_its_orders(self, staff, seller_id):
        paid = pay_out(seller_id, 20000)
        page = f"/office/sellers/{seller_id}/payouts/{paid}"
        assert page in read(staff, "/office/payouts")
        shown = read(staff, page)
        assert f"/office/sellers/{seller_id}/orders/" in shown and "23.55" in shown
        assert payouts_of_seller(seller_id).items
        assert staff.get(f"/office/sellers/{seller_id}/payouts/{new_id()}").status_code == 404
