"""The tax inside a price."""

from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.taxes.rules import tax_inside


def test_fifteen_percent_inside_115_riyals_is_15():
    assert tax_inside(11500, 1500) == 1500


def test_half_a_halala_rounds_up():
    assert tax_inside(23, 1500) == 3


@given(some.integers(0, 10**12), some.integers(0, 5000))
def test_tax_is_the_nearest_whole_unit_to_the_exact_part(total, rate):
    tax = tax_inside(total, rate)
    assert abs(tax * (10_000 + rate) - total * rate) * 2 <= 10_000 + rate
    assert 0 <= tax <= total
