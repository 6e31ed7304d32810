"""A market, and somebody who buys in it."""

import pytest

from tijara.domains.checkout.testing import Buyer
from tijara.domains.markets.testing import make_market


@pytest.fixture
def market():
    return make_market()


@pytest.fixture
def buyer(market):
    return Buyer(market)
