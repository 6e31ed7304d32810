"""What sellers see of what people search for: of their departments, and of nobody's name."""

import pytest

from tijara.domains.parties.queries import markets_of
from tijara.domains.search.actions import index_products, note_heard, place_wordings
from tijara.domains.search.shapes import Heard, HeardKind
from tijara.kit.actor import SYSTEM

pytestmark = pytest.mark.django_db(transaction=True)


def ask(market_id, text, people):
    heard = [Heard(HeardKind.ASKED, market_id, "ar", text, mark) for mark in range(people)]
    note_heard(actor=SYSTEM, heard=heard)
    place_wordings(actor=SYSTEM)


def test_a_seller_sees_what_is_wanted_in_his_departments(open_shop):
    shop = open_shop()
    market_id = markets_of([shop.seller_id])[shop.seller_id]
    assert "Your shelves are empty" in shop.browser.get("/en/hub/searches").content.decode()
    offer = shop.offer()
    index_products(actor=SYSTEM, product_ids=[offer.product_id])
    ask(market_id, "دلة نحاسية", 6)
    ask(market_id, "سر الجار", 4)
    ask(market_id, "طائرة ورقية", 5)
    told = shop.browser.get("/en/hub/searches").content.decode()
    assert "دلة نحاسية" in told and "Among the first" in told
    assert "طائرة ورقية" in told.split('id="unmet"')[1] and "سر الجار" not in told
