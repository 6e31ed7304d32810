"""The market agrees to a flash sale, runs it, and takes its audit."""

import pytest

from tijara.domains.flash_sales.queries import read_audit
from tijara.domains.flash_sales.shapes import SaleState
from tijara.domains.flash_sales.testing import Shop, Visitor
from tijara.domains.markets.testing import make_market

pytestmark = pytest.mark.django_db
LIMITS = {"wave": "10", "per_person": "1", "per_household": "1"}


@pytest.fixture
def shop():
    shop = Shop(make_market(), units=3)
    shop.proposes()
    return shop


def page_of(shop, more=""):
    return f"/office/flash-sales/{shop.seller_id}/{shop.sale_id}{more}"


def test_is_agreed_stopped_and_ended(shop, staff):
    assert "عرض الجمعة" in staff.get("/office/flash-sales").text
    act = page_of(shop, "/act")
    assert staff.post(act, LIMITS | {"act": "agree"}).status_code == 303
    assert shop.sale.state is SaleState.AGREED and shop.sale.wave == 10
    Visitor(shop).joins().prepares()
    shop.begins()
    assert "data-watch" in staff.get(page_of(shop)).text
    for move, state in (
        ("pause", SaleState.PAUSED),
        ("resume", SaleState.AGREED),
        ("end", SaleState.ENDED),
    ):
        assert staff.post(act, {"act": move}).status_code == 303
        assert shop.sale.state is state
    audit = staff.get(page_of(shop, "/audit"))
    assert read_audit(audit.content)["state"] == "ended"


def test_limits_that_can_not_be_are_told(shop, staff):
    told = LIMITS | {"act": "agree", "wave": "0"}
    assert staff.post(page_of(shop, "/act"), told).status_code == 422
    assert shop.sale.state is SaleState.PROPOSED


def test_is_refused_with_a_word(shop, staff):
    staff.post(page_of(shop, "/act"), {"act": "refuse", "note": "السعر <b>مرتفع"})
    assert "السعر &lt;b&gt;مرتفع" in staff.get(page_of(shop)).text


def test_strangers_and_unknown_sales(shop, staff, person):
    assert person.get(page_of(shop)).status_code == 403
    assert person.post(page_of(shop, "/act"), {"act": "end"}).status_code == 403
    other = Shop(make_market())
    assert staff.get(f"/office/flash-sales/{other.seller_id}/{shop.sale_id}").status_code == 404
    assert staff.post(page_of(shop, "/act"), {"act": "x"}).status_code == 404
