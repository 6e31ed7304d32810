"""Staff find a buyer's wallet, give him credit, and decide what a colleague has proposed."""

import pytest

from tijara.domains.accounts.queries import account
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.queries import person_of_buyer
from tijara.domains.wallet.testing import (
    balance,
    made_gift_cards,
    made_grants,
    make_buyer_with,
)
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db
GIFT = {"amount": "50", "design": "eid", "to_email": "salma@example.com", "reason": "prize"}


@pytest.fixture
def buyer_id():
    make_market()
    return make_buyer_with(5000)


class TestWallets:
    def test_a_buyer_is_found_by_his_address(self, staff, buyer_id):
        person = account(person_of_buyer(buyer_id))
        found = staff.get("/en/office/wallets", {"q": person.reach})
        assert found.headers["Location"].endswith(f"/office/wallets/sa/{buyer_id}")
        missed = staff.get("/en/office/wallets", {"q": "nobody@example.com"})
        assert "Nobody with an account" in missed.content.decode()

    def test_a_small_gift_is_given_and_a_large_one_waits(self, staff, buyer_id):
        address = f"/en/office/wallets/sa/{buyer_id}"
        for amount in ("20", "500"):
            form = {"amount": amount, "reason": "late", "id": new_id()}
            assert staff.post(address, form).status_code == 303
        assert balance(buyer_id) == (7000, 0)
        told = staff.get("/en/office/wallets").content.decode()
        assert "Proposed by colleagues" in told and "Take it back" in told
        assert 'value="agree"' not in told
        (grant_id,) = [id for id, state in made_grants() if state == "proposed"]
        staff.post(f"{address}/grants/{grant_id}", {"answer": "agree"})
        assert balance(buyer_id) == (7000, 0)
        staff.post(f"{address}/grants/{grant_id}", {"answer": "decline"})
        assert (grant_id, "declined") in made_grants()

    def test_what_is_wrong_is_told(self, staff, buyer_id):
        address = f"/en/office/wallets/sa/{buyer_id}"
        answer = staff.post(address, {"amount": "much", "reason": "other", "days": "x"})
        assert answer.status_code == 422 and "much" in answer.content.decode()
        assert staff.get(f"/en/office/wallets/sa/{new_id()}").status_code == 404
        assert staff.get("/en/office/wallets?market=zz").status_code == 404

    def test_the_limit_is_set(self, staff, buyer_id):
        assert staff.post("/en/office/wallets/sa/terms", {"alone_up_to": "7.50"}).status_code == 303
        assert "7.50" in staff.get("/en/office/wallets").content.decode()
        wrong = staff.post("/en/office/wallets/sa/terms", {"alone_up_to": "-1"})
        assert wrong.status_code == 422


class TestGiftCards:
    def test_one_is_given_out_and_called_off(self, staff, buyer_id):
        address = "/en/office/gift-cards?market=sa"
        assert staff.post(address, GIFT | {"id": new_id()}).status_code == 303
        (card,) = made_gift_cards()
        assert card.last in staff.get(address).content.decode()
        end = f"/en/office/gift-cards/sa/{card.id}/end"
        for _ in range(2):
            assert staff.post(end).status_code == 303
        assert made_gift_cards()[0].state == "cancelled"

    def test_too_much_for_one_is_told(self, staff, buyer_id):
        answer = staff.post("/en/office/gift-cards?market=sa", GIFT | {"amount": "1000"})
        assert answer.status_code == 422 and "can’t give so much alone" in answer.content.decode()
