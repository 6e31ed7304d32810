"""What anybody may look at once a flash sale is over: the sealed audit, without names."""

import pytest
from django.test import Client

from tijara.domains.flash_sales.actions import end_sale, seal_audit
from tijara.domains.flash_sales.queries import public_key, read_audit, sealed_audit
from tijara.domains.flash_sales.testing import STAFF, Shop, Visitor
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.actions import suspend_seller
from tijara.domains.stores.queries import forget_stores
from tijara.kit.actor import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop():
    shop = Shop(make_market(), units=2).opened()
    visitors = [Visitor(shop).joins().prepares() for _ in range(3)]
    shop.begins()
    for one in visitors:
        one.buys()
    return shop


def address_of(shop, more=""):
    return f"/s/{shop.store.slug}/sales/{shop.sale_id}{more}"


def ends(shop):
    end_sale(actor=STAFF, seller_id=shop.seller_id, sale_id=shop.sale_id)
    seal_audit(actor=SYSTEM, seller_id=shop.seller_id, sale_id=shop.sale_id)


def test_before_the_end_it_is_not_there(shop):
    for more in ("/audit", "/audit/file"):
        assert Client().get(address_of(shop, more)).status_code == 404
    assert "/audit" not in Client().get(address_of(shop)).text


def test_it_says_the_whole_mark_and_names_nobody(shop):
    ends(shop)
    assert address_of(shop, "/audit") in Client().get(address_of(shop)).text
    shown = Client().get(address_of(shop, "/audit")).text
    digest = sealed_audit(shop.seller_id, shop.sale_id).digest
    assert digest in shown and shop.sale.lot in shown and public_key() in shown
    assert "كيف جرى العرض" in shown and "نورة" not in shown and "96655" not in shown


def test_its_file_is_the_sealed_one(shop):
    ends(shop)
    answer = Client().get(address_of(shop, "/audit/file"))
    assert "attachment" in answer.headers["Content-Disposition"]
    assert read_audit(answer.content, public_key())["items"][0]["sold"] == 2


def test_a_shop_that_has_closed_since_hides_nothing(shop):
    ends(shop)
    suspend_seller(actor=SYSTEM, seller_id=shop.seller_id, reason="أوراق ناقصة")
    forget_stores()
    assert Client().get(address_of(shop)).status_code == 404
    assert Client().get(address_of(shop, "/audit")).status_code == 200
