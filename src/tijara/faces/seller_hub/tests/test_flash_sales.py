"""A seller proposes a flash sale in his hub."""

import pytest

from tijara.domains.catalogue.testing import make_product
from tijara.domains.flash_sales.queries import sales_of_seller
from tijara.domains.flash_sales.shapes import SaleState
from tijara.domains.offers.testing import make_offer
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db
SAID = {
    "name_ar": "عرض الخميس",
    "day": "2090-01-05",
    "time": "20:00",
    "end_day": "2090-01-05",
    "end_time": "22:00",
    "per_person": "1",
    "per_household": "٢",
    "turn_minutes": "5",
    "audience": "everybody",
}


def test_the_list_is_empty_at_first(shop):
    assert "لا عروض خاطفة بعد" in shop.read("/hub/flash-sales")


def test_is_proposed_seen_and_withdrawn(shop):
    offer = shop.offer()
    told = SAID | {"offer": [offer.id], "price": ["199"], "units": ["3"], "sale": new_id()}
    answer = shop.post("/hub/flash-sales/new", **told)
    assert answer.status_code == 303
    assert shop.post("/hub/flash-sales/new", **told).status_code == 303
    (found,) = sales_of_seller(shop.seller_id)
    assert found.units == 3 and found.per_household == 2
    assert found.starts_at.isoformat() == "2090-01-05T17:00:00+00:00"
    page = f"/hub/flash-sales/{found.id}"
    assert "ينتظر السوق" in shop.read(page)
    assert "عرض الخميس" in shop.read("/hub/flash-sales")
    assert shop.post(f"{page}/end", act="withdraw").status_code == 303
    assert sales_of_seller(shop.seller_id)[0].state is SaleState.REFUSED
    assert shop.post(f"{page}/end", act="withdraw").status_code == 303


@pytest.mark.parametrize(
    "wrong",
    [
        {"name_ar": ""},
        {"day": "x"},
        {"time": "25:00"},
        {"day": "2001-01-05", "end_day": "2001-01-05"},
        {"end_time": "19:00"},
        {"per_person": "x"},
        {"price": ["900"]},
        {"units": ["99"]},
        {"units": [""]},
        {"offer": ["x"]},
        {"offer": []},
        {"turn_minutes": "99999999"},
    ],
)
def test_what_is_wrong_is_told_and_nothing_kept(shop, wrong):
    offer = shop.offer()
    told = SAID | {"offer": [offer.id], "price": ["199"], "units": ["3"]} | wrong
    answer = shop.post("/hub/flash-sales/new", **told)
    assert answer.status_code == 422
    assert not sales_of_seller(shop.seller_id)


def test_a_shop_with_more_than_a_list_holds_looks_for_its_products(shop, monkeypatch):
    """What was typed and chosen stays while he looks; nothing is proposed by looking."""
    monkeypatch.setattr("tijara.faces.seller_hub.pages.flash_sales.CHOICE", 1)
    old = make_offer(seller_id=shop.seller_id, product=make_product(name_ar="دلة نحاسية"))
    new = make_offer(seller_id=shop.seller_id, product=make_product(name_ar="مبخرة"))
    first = shop.read("/hub/flash-sales/new")
    assert f'value="{new.id}"' in first and f'value="{old.id}"' not in first
    told = SAID | {"offer": [new.id], "price": ["199"], "units": ["3"], "look": "1"}
    answer = shop.post("/hub/flash-sales/new", **told, wanted="دلة")
    page = answer.content.decode()
    assert answer.status_code == 200 and not sales_of_seller(shop.seller_id)
    assert f'value="{old.id}"' in page and f'value="{new.id}" selected' in page
    assert 'value="عرض الخميس"' in page and 'value="199"' in page
    nothing = shop.post("/hub/flash-sales/new", **told, wanted="لا يباع").content.decode()
    assert "لا منتج يطابق بحثك" in nothing and f'value="{new.id}" selected' in nothing
