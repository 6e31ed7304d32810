"""The order desk has no room: what was typed comes back, and the same form orders once."""

import re
from html import unescape

import pytest

from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.orders.actions.bring_order import DESK
from tijara.domains.search.testing import make_shelved_offer
from tijara.faces.storefront.tests.shopper import TYPED, Shopper
from tijara.platform.audits import run_proofs
from tijara.platform.merging.lanes import Limits

pytestmark = pytest.mark.django_db(transaction=True)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def test_a_busy_desk_keeps_what_was_typed_and_the_form_orders_once(monkeypatch):
    offer, guest = make_shelved_offer(price_minor=34900, units=6), Shopper()
    guest.picks(offer)
    monkeypatch.setattr(DESK._lanes, "limits", Limits(most_waiting=0))
    page = guest.confirms()
    assert page.status_code == 503 and int(page["Retry-After"]) >= 1
    said = {name: unescape(value) for name, value in HIDDEN.findall(page.content.decode())}
    assert said["recipient"] == TYPED["recipient"] and said["checkout"]
    second = guest.sends("/checkout", **said)
    assert second.status_code == 503 and int(second["Retry-After"]) > int(page["Retry-After"])
    assert orders_of_buyer(guest.buyer_id()) == []

    monkeypatch.undo()
    third = guest.sends("/checkout", **said)
    assert third.status_code == 303 and "/checkouts/" in third["Location"]
    again = guest.sends("/checkout", **said)
    assert again["Location"] == third["Location"]
    (order,) = orders_of_buyer(guest.buyer_id())
    assert order.number in guest.sees(third["Location"])
    assert stock_levels(offer.seller_id, [offer.stock_id])[offer.stock_id].free == 5
    assert all(result.holds for result in run_proofs())
