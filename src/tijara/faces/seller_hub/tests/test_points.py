"""A shop gives its buyers more points, sees what it cost, and ends it."""

import pytest

from tijara.domains.loyalty.queries import extra_of
from tijara.domains.loyalty.testing import add_points, kept, make_programme
from tijara.domains.markets.queries import markets
from tijara.domains.wallet.testing import make_person

pytestmark = pytest.mark.django_db


def test_without_a_programme_the_page_says_so(shop):
    assert "لا يمنح هذا السوق نقاطًا" in shop.read("/hub/points")
    assert shop.post("/hub/points", extra="10000").status_code == 422


def test_more_points_are_given_seen_and_ended(shop):
    make_programme(markets()[0].id)
    assert shop.post("/hub/points", extra="10000").status_code == 303
    assert extra_of(shop.seller_id) == 10_000
    kept(make_person(), seller_id=shop.seller_id)
    page = shop.read("/hub/points")
    assert "460" in page and "2.30" in page
    assert "نقاط منحتها زيادة" in shop.read("/hub/money")
    assert shop.post("/hub/points", extra="0").status_code == 303
    assert extra_of(shop.seller_id) == 0


@pytest.mark.parametrize("said", ["", "x", "7", "-1", "1e9"])
def test_what_is_not_offered_is_refused_and_nothing_changes(shop, said):
    make_programme(markets()[0].id)
    add_points(shop.seller_id, 5_000)
    assert shop.post("/hub/points", extra=said).status_code == 422
    assert extra_of(shop.seller_id) == 5_000
