"""An order keeps every field that a country's address may have."""

import pytest

from tijara.domains.markets.queries import country_profiles
from tijara.domains.orders.shapes import DeliveryAddress


@pytest.mark.parametrize("profile", country_profiles(), ids=lambda profile: profile.code)
def test_the_fields_of_every_countrys_addresses_are_known(profile):
    assert set(profile.address.fields) <= set(DeliveryAddress.__slots__)
