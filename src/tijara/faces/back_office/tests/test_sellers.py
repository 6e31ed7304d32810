"""Sellers found, looked at, suspended and let back; the journal of the market."""

import csv
import io

import pytest
from django.test import Client

from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.queries import order
from tijara.domains.parties.queries import seller_file
from tijara.domains.parties.testing import make_seller
from tijara.domains.search.queries import cards
from tijara.domains.stores.queries import forget_stores, stores
from tijara.kit.ids import new_id
from tijara.platform.outbox.relay import Relay

from .conftest import signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def read(staff: Client, path: str) -> str:
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


class TestASeller:
    def test_is_found_by_store_legal_name_and_number(self, staff, sale):
        store = stores([sale.seller_id])[sale.seller_id]
        legal = seller_file(sale.seller_id).terms.legal_name
        other = make_seller()
        for text in (store.name_ar[:4], legal[-5:]):
            assert f"/office/sellers/{sale.seller_id}" in read(staff, f"/office/sellers?q={text}")
        assert f"/office/sellers/{other}" not in read(staff, f"/office/sellers?q={store.slug}")
        assert (
            "/office/sellers/"
            not in read(staff, "/office/sellers?state=suspended").split("<main")[1]
        )

    def test_is_suspended_with_a_reason_and_once(self, staff, sale):
        page = f"/office/sellers/{sale.seller_id}"
        assert staff.post(f"{page}/suspension", {"reason": "  "}).status_code == 422
        assert seller_file(sale.seller_id).terms.is_active
        for reason in ("بضاعة مقلّدة", "سبب آخر"):
            assert staff.post(f"{page}/suspension", {"reason": reason}).status_code == 303
        late = staff.post(f"{page}/suspension", {"reason": ""})
        assert late.status_code == 303, "it is done, so there is nothing to fill in"
        shown = read(staff, page)
        assert "بضاعة مقلّدة" in shown and "سبب آخر" not in shown
        assert page in read(staff, "/office/sellers?state=suspended")

    def test_that_is_suspended_sells_nothing_until_he_is_let_back(self, staff, sale):
        product = make_offer(5000, 3, seller_id=sale.seller_id).product_id
        page = f"/office/sellers/{sale.seller_id}"
        Relay().deliver_pending()
        assert cards([product])
        staff.post(f"{page}/suspension", {"reason": "مراجعة"})
        Relay().deliver_pending()
        assert not cards([product])
        forget_stores()
        assert not stores([sale.seller_id])[sale.seller_id].is_open
        assert order(sale.seller_id, sale.order_id) is not None
        for _ in range(2):
            assert staff.post(f"{page}/resumption").status_code == 303
        Relay().deliver_pending()
        assert cards([product])
        forget_stores()
        assert stores([sale.seller_id])[sale.seller_id].is_open

    def test_shows_no_money_to_who_may_not_see_it(self, sale):
        support = signed_in(staff_role="support")
        shown = read(support, f"/office/sellers/{sale.seller_id}")
        assert "/payout" not in shown and "/suspension" not in shown

    def test_nobody_knows_is_not_there(self, staff):
        assert staff.get(f"/office/sellers/{new_id()}").status_code == 404
        assert staff.post(f"/office/sellers/{new_id()}/suspension").status_code == 404


class TestTheJournal:
    def test_is_narrowed_by_order_seller_kind_and_day(self, staff, sale):
        mine = f"/orders/{sale.order_id}"
        for narrowed in (
            f"q={sale.number}",
            f"seller={sale.seller_id}",
            "kind=order_placed",
            "since=2020-01-01",
            "since=nonsense&seller=x&kind=y",
        ):
            assert mine in read(staff, f"/office/journal?{narrowed}"), narrowed
        for narrowed in ("q=ZZZZZ", f"seller={new_id()}", "kind=payout", "until=2020-01-01"):
            assert mine not in read(staff, f"/office/journal?{narrowed}"), narrowed

    def test_comes_as_a_table(self, staff, sale):
        answer = staff.get(f"/office/journal.csv?q={sale.number}")
        assert answer["Content-Disposition"] == 'attachment; filename="journal.csv"'
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert len(rows) == 2 and sale.number in rows[1] and len(rows[0]) == len(rows[1]) == 8


class TestOrders:
    def test_are_found_by_number_phone_and_name(self, staff, sale):
        mine = f"/orders/{sale.order_id}"
        for text in (
            sale.number,
            sale.number[:4].lower(),
            "0551234567",
            "4567",
            "٠٥٥١٢٣٤٥٦٧",
            "نورة",
        ):
            assert mine in read(staff, f"/office/orders?q={text}").split("<main")[1], text
        for text in ("ZZZZZ", "999999", "%", "_", "\\", "0", "زيد"):
            found = read(staff, f"/office/orders?q={text}").split("<main")[1]
            assert text in ("%", "_", "\\", "0") or mine not in found, text

    def test_are_narrowed_by_state_store_way_and_day(self, staff, sale):
        mine = f"/orders/{sale.order_id}"
        for narrowed in (f"seller={sale.seller_id}", "state=placed", "method=cash_on_delivery"):
            assert mine in read(staff, f"/office/orders?{narrowed}")
        for narrowed in (
            f"seller={new_id()}",
            "state=delivered",
            "method=card",
            "until=2020-01-01",
        ):
            assert mine not in read(staff, f"/office/orders?{narrowed}")


def test_the_overview_shows_what_was_sold(staff, sale):
    shown = read(staff, "/office/").split("<main")[1]
    assert sale.number in shown and "349" in shown


def test_a_market_is_opened_for_a_country_that_is_chosen_first(staff):
    assert staff.get("/office/markets/opening").status_code == 303
    assert staff.get("/office/markets/opening?country=XX").status_code == 404
