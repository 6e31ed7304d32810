"""A shop's promotions and price lists, from the form to the shelf."""

import re

import pytest

from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.queries import markets
from tijara.domains.offers.testing import make_offer
from tijara.domains.pricing.queries import list_members, list_rows, price_lists
from tijara.domains.promotions.queries import promotion, seller_promotions
from tijara.domains.promotions.shapes import PromotionState
from tijara.domains.promotions.testing import make_promotion
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db
FORM = {
    "name_ar": "أسبوع القهوة",
    "name_en": "Coffee week",
    "percent": "١٥",
    "code": "eid ٢٠",
    "min_amount": "100",
    "starts_on": "2020-01-01",
    "is_combinable": "on",
}


class TestPromotions:
    def test_one_is_looked_at_then_started_then_paused(self, shop):
        looked = shop.post("/hub/promotions/new/percent", **FORM, act="look")
        page = looked.content.decode()
        assert looked.status_code == 200 and "هكذا يُقرأ" in page
        assert not seller_promotions(shop.seller_id).items, "looking starts nothing"
        made = shop.post("/hub/promotions/new/percent", **FORM, act="save")
        assert made.status_code == 303
        (one,) = seller_promotions(shop.seller_id).items
        assert (one.code, one.terms.bp, one.terms.min_minor) == ("EID20", 1500, 10000)
        assert "أسبوع القهوة" in shop.read("/hub/promotions")
        shop.post(f"/hub/promotions/{one.id}/turn", move="pause")
        assert promotion(shop.seller_id, one.id).state is PromotionState.PAUSED
        assert "استأنفه" in shop.read(f"/hub/promotions/{one.id}")

    def test_nothing_is_lost_of_what_was_typed_wrong(self, shop):
        told = FORM | {"percent": "150", "name_ar": ""}
        answer = shop.post("/hub/promotions/new/percent", **told, act="save")
        page = answer.content.decode()
        assert answer.status_code == 422 and "eid ٢٠" in page and page.count("error") > 1
        blank = shop.post("/hub/promotions/new/percent", **FORM | {"percent": ""}, act="save")
        page = blank.content.decode()
        assert "املأ هذه الخانة" in page and "خارج المسموح" not in page

    def test_a_code_that_is_taken_is_refused(self, shop):
        make_promotion(markets()[0].id, code="EID20")
        answer = shop.post("/hub/promotions/new/percent", **FORM, act="save")
        assert answer.status_code == 422 and "لعرض آخر" in answer.content.decode()

    def test_goods_are_ticked_where_they_were_looked_for(self, shop):
        pot, cup = (make_product(sku=sku) for sku in ("DLH-8", "FNJ-8"))
        for product in (pot, cup):
            make_offer(10000, seller_id=shop.seller_id, product=product)
        where = "/hub/promotions/new/percent"
        told = FORM | {"goods": "fnj", "product": [pot.product_id, "x", new_id()]}
        page = shop.post(where, **told, act="look").content.decode()
        boxes = re.findall(r'name="product" value="([^"]+)"( checked)?', page)
        assert boxes == [(str(pot.product_id), " checked"), (str(cup.product_id), "")]
        part = shop.browser.post(where, told, headers={"X-Part": "goods"})
        assert part["X-Part"] == "goods" and "<html" not in part.content.decode()
        both = told | {"product": [pot.product_id], "products": "FNJ-8"}
        assert shop.post(where, **both, act="save").status_code == 303
        (one,) = seller_promotions(shop.seller_id).items
        assert one.terms.scope.products == (pot.product_id, cup.product_id)

    def test_what_is_still_to_come_can_be_changed_whole(self, shop):
        shop.post("/hub/promotions/new/percent", **FORM | {"starts_on": "2099-01-01"}, act="save")
        (one,) = seller_promotions(shop.seller_id).items
        here = f"/hub/promotions/{one.id}"
        page = shop.read(f"{here}/change")
        assert 'value="15"' in page and 'value="EID20"' in page and 'value="2099-01-01"' in page
        told = FORM | {"starts_on": "2098-02-01", "percent": "20", "code": "NEW", "min_amount": ""}
        assert shop.post(f"{here}/change", **told, act="save").status_code == 303
        changed = promotion(shop.seller_id, one.id)
        assert (changed.code, changed.terms.bp, changed.terms.min_minor) == ("NEW", 2000, 0)
        make_promotion(markets()[0].id, code="EID20")
        taken = shop.post(f"{here}/change", **told | {"code": "EID20"}, act="save")
        assert taken.status_code == 422 and promotion(shop.seller_id, one.id).code == "NEW"
        shop.post(f"{here}/turn", move="end")
        assert promotion(shop.seller_id, one.id).state is PromotionState.ENDED, "it never began"
        assert shop.post(f"{here}/change", **told, act="save").status_code == 303
        assert promotion(shop.seller_id, one.id).state is PromotionState.ENDED

    def test_of_one_that_runs_only_name_end_and_higher_limits_change(self, shop):
        told = FORM | {"budget": "500", "most_each": "1"}
        shop.post("/hub/promotions/new/percent", **told, act="save")
        (one,) = seller_promotions(shop.seller_id).items
        where = f"/hub/promotions/{one.id}/change"
        page = shop.read(where)
        assert 'name="budget"' in page and 'name="percent"' not in page
        assert 'name="most_uses"' not in page, "nobody has counted"
        less = shop.post(where, name_ar="قهوة", budget="499", most_each="1", act="save")
        assert less.status_code == 422 and promotion(shop.seller_id, one.id).name_ar != "قهوة"
        more = {"name_ar": "قهوة", "ends_on": "2099-01-01", "budget": "", "most_each": "2"}
        assert shop.post(where, **more | {"percent": "90"}, act="save").status_code == 303
        stands = promotion(shop.seller_id, one.id)
        assert (stands.terms, stands.code, stands.starts_at) == (
            one.terms,
            one.code,
            one.starts_at,
        )
        assert stands.name_ar == "قهوة" and stands.ends_at.year == 2099
        assert (stands.limits.budget_minor, stands.limits.most_each) == (None, 2)

    def test_last_years_is_copied_with_its_code_once_that_is_free(self, shop):
        told = FORM | {"ends_on": "2099-12-31"}
        shop.post("/hub/promotions/new/percent", **told, act="save")
        (one,) = seller_promotions(shop.seller_id).items
        copy = f"/hub/promotions/new/percent?copy={one.id}"
        page = shop.read(copy)
        assert 'value="15"' in page and 'value="EID20"' not in page
        shop.post(f"/hub/promotions/{one.id}/turn", move="end")
        assert 'value="EID20"' in shop.read(copy)
        assert shop.browser.get(f"{copy[:-36]}{new_id()}").status_code == 404

    def test_what_runs_when_is_drawn(self, shop):
        shop.post("/hub/promotions/new/percent", **FORM, act="save")
        assert shop.read("/hub/promotions").count('class="run"') == 1
        assert 'class="run"' not in shop.read("/hub/promotions?from=2018-01-01")
        assert 'class="run"' in shop.read("/hub/promotions?from=nonsense")

    def test_a_promotion_of_the_market_is_joined_and_left(self, shop):
        shared = make_promotion(markets()[0].id, market_bp=4000)
        page = shop.read("/hub/promotions")
        assert "60" in page and "انضمّ" in page
        where = f"/hub/promotions/joining/{shared.id}"
        shop.post(where, join="1")
        assert shop.seller_id in promotion(shared.owner_id, shared.id).joined
        shop.post(where, join="0")
        assert shop.seller_id not in promotion(shared.owner_id, shared.id).joined


class TestPriceLists:
    def made(self, shop):
        told = {"name_ar": "أسعار الشركات", "audience": "chosen", "off": "5"}
        assert shop.post("/hub/prices/new", **told).status_code == 303
        (one,) = price_lists(shop.seller_id)
        return one

    def test_prices_are_pasted_as_a_table(self, shop):
        one = self.made(shop)
        product = make_product(sku="DLH-1")
        make_offer(10000, seller_id=shop.seller_id, product=product)
        rows = "sku,from,price\nDLH-1,1,90\ndlh-1,١٠,85.50"
        answer = shop.post(f"/hub/prices/{one.id}/rows", rows=rows)
        assert answer.status_code == 303, answer.content.decode()
        told = [(row.from_quantity, row.price_minor) for row in list_rows(shop.seller_id, one.id)]
        assert told == [(1, 9000), (10, 8550)]
        assert "DLH-1,10,85.50" in shop.read(f"/hub/prices/{one.id}/prices.csv")
        wrong = shop.post(f"/hub/prices/{one.id}/rows", rows="NOPE,1,1")
        assert wrong.status_code == 422 and "NOPE" in wrong.content.decode()

    def test_a_price_is_put_beside_a_product_that_was_looked_for(self, shop):
        one = self.made(shop)
        offer = make_offer(10000, seller_id=shop.seller_id, product=make_product(sku="DLH-3"))
        where = f"/hub/prices/{one.id}"
        assert f'value="{offer.id}"' in shop.read(f"{where}?q=dlh")
        told = {"offer": offer.id, "q": "dlh"}
        for typed in ({"price": "x"}, {"price": "101"}, {"price": "9", "from": "0"}):
            wrong = shop.post(f"{where}/rows/one", **told | typed)
            assert wrong.status_code == 422 and "error" in wrong.content.decode()
        for price in ("95", "90"):
            shop.post(f"{where}/rows/one", **told | {"from": "10", "price": price})
        told_rows = list_rows(shop.seller_id, one.id)
        assert [(row.from_quantity, row.price_minor) for row in told_rows] == [(10, 9000)]
        assert "90" in shop.read(where)
        shop.post(f"{where}/rows/removal", **{"offer": offer.id, "from": "10"})
        assert list_rows(shop.seller_id, one.id) == []

    def test_a_company_is_put_in_by_its_number(self, shop):
        one = self.made(shop)
        wrong = shop.post(f"/hub/prices/{one.id}/members", who="123", label="شركة")
        assert wrong.status_code == 422
        shop.post(f"/hub/prices/{one.id}/members", who="310122393500003", label="شركة السراة")
        (member,) = list_members(shop.seller_id, one.id)
        assert "شركة السراة" in shop.read(f"/hub/prices/{one.id}")
        shop.post(f"/hub/prices/{one.id}/members/{member.id}/removal")
        assert list_members(shop.seller_id, one.id) == []

    def test_the_shop_sees_which_of_its_lists_wins(self, shop):
        self.made(shop)
        make_offer(10000, seller_id=shop.seller_id, product=make_product(sku="DLH-2"))
        for name, audience, off in (("للجميع", "everyone", "2"), ("بلا أثر", "companies", "0")):
            shop.post("/hub/prices/new", name_ar=name, audience=audience, off=off)
        page = shop.read("/hub/prices?sku=dlh-2&pieces=3")
        ladder = page[page.index('id="holds"') :]
        assert ladder.index("أسعار الشركات") < ladder.index("للجميع")
        assert "95" in ladder and "98" in ladder and "بلا أثر" not in ladder
        assert "error" in shop.read("/hub/prices?sku=nothing")

    def test_what_is_typed_is_read_beside_the_form(self, shop):
        told = FORM | {"act": "save"}
        where = "/hub/promotions/new/percent"
        answer = shop.browser.post(where, told, headers={"X-Part": "reading"})
        page = answer.content.decode()
        assert answer["X-Part"] == "reading" and "<html" not in page and "15" in page
        assert not seller_promotions(shop.seller_id).items, "a question starts nothing"
