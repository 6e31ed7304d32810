"""Staff set a points programme up, look at accounts, give points by two, and name groups."""

import pytest

from tijara.domains.accounts.queries import account
from tijara.domains.groups.queries import groups_in, members_of
from tijara.domains.loyalty.queries import account_of, programme_of, rates_in, tiers_in
from tijara.domains.loyalty.testing import give_points, make_programme
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.queries import person_of_buyer
from tijara.domains.wallet.testing import make_person
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db
TERMS = {
    "is_on": "on", "worth": "0.05", "lives_months": "6", "least_points": "50",
    "most_points": "5000", "alone_points": "10",
}  # fmt: skip


@pytest.fixture
def market():
    return make_market()


@pytest.fixture
def buyer_id(market):
    make_programme(market.id)
    buyer_id = make_person()
    give_points(buyer_id, market.id, 500)
    return buyer_id


class TestTheProgramme:
    def test_it_is_off_until_somebody_says_what_a_point_is_worth(self, staff, market):
        told = staff.get("/en/office/points").content.decode()
        assert "This market gives no points yet" in told
        assert staff.post("/en/office/markets/sa/points", TERMS).status_code == 303
        programme = programme_of(market.id)
        assert programme.is_on and (programme.worth_minor, programme.lives_months) == (5, 6)
        rate = {"points": "2", "per": "1.00", "key": new_id()}
        for _ in range(2):
            assert staff.post("/en/office/markets/sa/points/rates", rate).status_code == 303
        (held,) = rates_in(market.id)
        assert (held.points, held.per_minor) == (2, 100)
        staff.post(f"/en/office/markets/sa/points/rates/{held.id}/end")
        assert rates_in(market.id) == []

    def test_what_is_wrong_is_told_beside_its_field(self, staff, buyer_id):
        page = "/en/office/markets/sa/points"
        for wrong in ({"worth": "much"}, {"least_points": "9000"}, {"worth": "0.02"}):
            answer = staff.post(page, TERMS | wrong)
            assert answer.status_code == 422
        assert "what one is worth stands" in answer.content.decode()
        for wrong in ({"per": "0"}, {"product": "nothing"}, {"shop": "x", "department": "y"}):
            answer = staff.post(f"{page}/rates", {"points": "1", "per": "1.00"} | wrong)
            assert answer.status_code == 422

    def test_tiers_are_saved_as_a_whole(self, staff, buyer_id, market):
        page = "/en/office/markets/sa/points"
        tiers = {"name_ar-0": "فضي", "from-0": "100", "multiplier-0": "1.25"}
        assert staff.post(f"{page}/tiers", tiers).status_code == 303
        (tier,) = tiers_in(market.id)
        assert (tier.from_minor, tier.multiplier_bp) == (10_000, 12_500)
        falling = tiers | {"name_ar-1": "ذهبي", "from-1": "50", "multiplier-1": "2"}
        answer = staff.post(f"{page}/tiers", falling)
        assert answer.status_code == 422 and "begin higher" in answer.content.decode()


class TestAccounts:
    def test_one_is_found_by_an_address(self, staff, buyer_id):
        reach = account(person_of_buyer(buyer_id)).reach
        found = staff.get("/en/office/points", {"q": reach})
        assert found.headers["Location"].endswith(f"/office/points/sa/{buyer_id}")
        assert "Points with buyers" in staff.get("/en/office/points").content.decode()
        assert staff.get(f"/en/office/points/sa/{new_id()}").status_code == 404

    def test_points_are_given_taken_and_above_the_limit_proposed(self, staff, buyer_id, market):
        page = f"/en/office/points/sa/{buyer_id}"
        for act, points in (("give", "20"), ("take", "10"), ("give", "5000")):
            form = {"act": act, "points": points, "reason": "sorry", "id": new_id()}
            assert staff.post(page, form).status_code == 303
        assert account_of(buyer_id, market.id).balance == 510
        told = staff.get("/en/office/points").content.decode()
        assert "Proposed by colleagues" in told and 'value="agree"' not in told
        wrong = {"act": "take", "points": "900", "reason": "misuse"}
        assert staff.post(page, wrong).status_code == 422
        assert staff.post(page, wrong | {"points": "some"}).status_code == 422


class TestGroups:
    def test_people_come_in_by_a_list_and_others_are_told(self, staff, market):
        person = make_person()
        email = account(person_of_buyer(person)).email
        page = "/en/office/markets/sa/groups"
        made = staff.post(page, {"name_ar": "المعلّمون", "is_for_shops": "on", "id": new_id()})
        (group,) = groups_in(market.id)
        assert made.headers["Location"].endswith(str(group.id)) and group.is_for_shops
        one = f"{page}/{group.id}"
        told = staff.post(f"{one}/members", {"emails": f"<{email}>; nobody@example.com"})
        assert "nobody@example.com" in told.content.decode()
        assert [each.buyer_id for each in members_of(group.id).items] == [person]
        assert staff.post(f"{one}/members", {"emails": "nobody"}).status_code == 422
        staff.post(f"{one}/members/{person}/removal")
        assert members_of(group.id).items == []
        assert staff.post(one, {"name_ar": ""}).status_code == 422
        assert staff.post(f"{one}/end").status_code == 303
        assert groups_in(market.id) == [] and staff.get(one).status_code == 404
