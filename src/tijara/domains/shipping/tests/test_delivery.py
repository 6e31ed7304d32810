"""When it comes, and what it costs."""

from datetime import date

import pytest

from tijara.domains.markets.testing import make_market
from tijara.domains.shipping.queries import delivery_quote
from tijara.kit.money import Money

THURSDAY = date(2026, 11, 19)


@pytest.mark.django_db
@pytest.mark.parametrize(("items", "price"), [(19999, 2000), (20000, 0)])
def test_goods_of_the_markets_threshold_travel_free(items, price):
    quote = delivery_quote(make_market(), Money(items, "SAR"), handling_days=1, on=THURSDAY)
    assert quote.price == Money(price, "SAR")
    assert (quote.earliest, quote.latest) == (date(2026, 11, 23), date(2026, 11, 25))
