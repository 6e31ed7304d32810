"""What points say on a product, in the cart, at the checkout, and on their own page."""

import re

import pytest
from django.contrib.auth import get_user_model

from tijara.domains.groups.testing import make_group
from tijara.domains.loyalty.actions import save_tiers
from tijara.domains.loyalty.queries import account_of
from tijara.domains.loyalty.shapes import TierDraft
from tijara.domains.loyalty.testing import give_points, make_programme
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.queries import person_of_buyer
from tijara.domains.pricing.actions import save_price_list
from tijara.domains.pricing.shapes import Audience, ListTerms
from tijara.domains.promotions.actions import PromotionInvalid, save_promotion
from tijara.domains.promotions.shapes import PromotionDraft, PromotionKind, Terms
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.wallet.testing import balance, make_person
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.platform.limits import forget_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    made = make_shelved_offer(price_minor=10000, units=9)
    make_market()
    forget_all()
    return made


@pytest.fixture
def market(offer):
    known = make_market()
    make_programme(known.id)
    return known


def signed_in(buyer_id=None) -> Shopper:
    shopper = Shopper("/en")
    shopper.id = buyer_id or make_person()
    shopper.client.force_login(get_user_model().objects.get(id=person_of_buyer(shopper.id)))
    return shopper


def key_in(page: str) -> str:
    return re.search(r'name="key" value="([^"]+)"', page)[1]


class TestTheShop:
    def test_a_guest_reads_what_he_would_earn(self, offer, market):
        guest = Shopper("/en")
        guest.picks(offer)
        assert "With an account you would earn" in guest.sees("/cart")

    def test_whoever_has_points_uses_them_at_the_checkout(self, offer, market):
        shopper = signed_in()
        give_points(shopper.id, market.id, 500)
        shopper.picks(offer)
        page = shopper.sees("/checkout")
        assert "With this order you earn" in page and 'form="use-points"' in page
        form = {"points": "500", "key": key_in(page), "then": "checkout"}
        for _ in range(2):
            answer = shopper.client.post("/en/points", form)
            assert answer.headers["Location"].endswith("/checkout")
        assert (balance(shopper.id)[0], account_of(shopper.id, market.id).balance) == (500, 0)
        assert "Use my wallet" in shopper.sees("/checkout")

    def test_without_a_programme_nothing_is_said_of_points(self, offer):
        shopper = signed_in()
        shopper.picks(offer)
        assert "you earn" not in shopper.sees("/checkout")
        assert shopper.client.get("/en/points").status_code == 404


class TestThePage:
    def test_it_tells_what_there_is_and_the_way_up(self, market):
        gold = TierDraft("ذهبي", 50_000, 15_000, "Gold")
        save_tiers(actor=SYSTEM, market_id=market.id, drafts=[gold])
        shopper = signed_in()
        give_points(shopper.id, market.id, 1240, days=9)
        page = shopper.sees("/points")
        for told in ("1,240", "12.40", "Gold", "Use them in time", "How you earn"):
            assert told in page

    @pytest.mark.parametrize("typed", ["", "x", "-5", "9", "501", "1e9"])
    def test_what_can_not_be_used_is_told_and_kept(self, market, typed):
        shopper = signed_in()
        give_points(shopper.id, market.id, 500)
        form = {"points": typed, "key": str(new_id())}
        assert shopper.client.post("/en/points", form).status_code == 422
        assert account_of(shopper.id, market.id).balance == 500

    def test_guests_are_asked_who_they_are(self, market):
        assert "/sign-in" in Shopper("/en").client.get("/en/points").headers["Location"]

    def test_nobody_is_led_elsewhere(self, market):
        shopper = signed_in()
        give_points(shopper.id, market.id, 500)
        form = {"points": "100", "key": str(new_id()), "then": "https://example.com"}
        answer = shopper.client.post("/en/points", form)
        assert answer.headers["Location"].endswith("/points")


class TestGroups:
    def test_a_price_list_for_a_group_is_for_those_in_it(self, offer, market):
        inside = signed_in()
        group = make_group(market.id, members=(inside.id,))
        terms = ListTerms("المعلّمون", audience=Audience.GROUP, off_bp=1000, group_id=group)
        save_price_list(actor=SYSTEM, seller_id=offer.seller_id, terms=terms)
        outside = signed_in()
        for shopper, price in ((inside, "90.00"), (outside, "100.00")):
            shopper.picks(offer)
            assert price in shopper.sees("/cart")
        assert "90.00" not in outside.sees("/cart")

    def test_a_promotion_for_a_group_is_told_to_nobody_else(self, offer, market):
        inside = signed_in()
        group = make_group(market.id, members=(inside.id,), is_for_shops=False)
        terms = Terms(PromotionKind.PERCENT, bp=2000, market_bp=10_000, group_id=group)
        draft = PromotionDraft(market.id, "للكبار", terms, now(), name_en="For the few")
        save_promotion(actor=SYSTEM, owner_id=OPERATOR_ID, draft=draft)
        outside = signed_in()
        for shopper, price in ((inside, "80.00"), (outside, "100.00")):
            shopper.picks(offer)
            assert price in shopper.sees("/cart")
        assert "For the few" not in outside.sees("/cart")

    def test_a_shop_may_not_use_what_is_the_markets_alone(self, offer, market):
        group = make_group(market.id, is_for_shops=False)
        terms = Terms(PromotionKind.PERCENT, bp=2000, group_id=group)
        draft = PromotionDraft(market.id, "للكبار", terms, now())
        with pytest.raises(PromotionInvalid):
            save_promotion(actor=SYSTEM, owner_id=offer.seller_id, draft=draft)
