"""A market that gives points, and somebody who buys there."""

import pytest

from tijara.domains.loyalty.testing import make_programme
from tijara.domains.markets.testing import make_market
from tijara.domains.wallet.testing import make_person


@pytest.fixture
def market():
    known = make_market(protection_days=3)
    make_programme(known.id)
    return known


@pytest.fixture
def buyer():
    return make_person()
