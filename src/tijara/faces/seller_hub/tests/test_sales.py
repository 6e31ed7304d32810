"""Sales of any days, beside others."""

import re
from datetime import timedelta

import pytest

from tijara.kit.clock import going_from, now

pytestmark = pytest.mark.django_db(transaction=True)


def figures(page: str) -> list[str]:
    """What each figure says, and what it was."""
    row = re.search(r'<section class="stats".*?</section>', page, re.S)[0]
    told = (" ".join(re.sub(r"<.*?>", " ", one).split()) for one in row.split('class="k">')[1:])
    return [one.removesuffix(" <span") for one in told]


def sold(shop, days_ago: int, **given) -> None:
    with going_from(now() - timedelta(days=days_ago)):
        shop.sale(**given)


def test_are_counted_in_the_span_and_told_beside_the_one_before(shop):
    sold(shop, 0)
    sold(shop, 3)
    sold(shop, 9)
    sold(shop, 40)
    page = shop.read("/hub/sales?span=7")
    sales, orders, average = figures(page)
    assert sales == "المبيعات 1,396.00 ريال ▲ ارتفاع 100% · كان 698 ريال"
    assert orders == "الطلبات 2 ▲ ارتفاع 100% · كان 1"
    assert average == "متوسط الطلب 698.00 ريال = · كان 698 ريال"
    assert page.count("<tr>") == 1 + 7
    whole = shop.read("/hub/sales?span=90&against=nothing")
    assert "ارتفاع" not in whole and "2,792.00" in whole


def test_go_into_a_file_as_they_stand(shop):
    sold(shop, 1)
    told = shop.read("/hub/sales/sales.csv?span=7").splitlines()
    assert len(told) == 1 + 7
    assert [line.split(",")[1:3] for line in told[1:]].count(["1", "698.00"]) == 1


@pytest.mark.parametrize(
    "asked", ["from=x", "from=0001-01-01&to=9999-12-31", "span=%00", "against=x&to=2020-02-30"]
)
def test_nonsense_is_the_usual(shop, asked):
    assert "المبيعات" in shop.read(f"/hub/sales?{asked}")


def test_of_another_store_are_not_counted(open_shop):
    one, other = open_shop(slug="one"), open_shop(slug="other")
    sold(one, 1)
    assert ",1,698.00" in one.read("/hub/sales/sales.csv")
    assert "698" not in other.read("/hub/sales/sales.csv")
