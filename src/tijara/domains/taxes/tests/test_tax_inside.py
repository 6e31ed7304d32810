"""The tax inside a price."""

from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.taxes.queries import taxed_lines
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


def test_thousandths_of_a_dinar_are_taxed_to_the_last_one():
    """11.000 dinars of Bahrain at 10 % hold 1.000; 0.011 hold 0.001."""
    assert (tax_inside(11_000, 1000), tax_inside(11, 1000)) == (1000, 1)


@given(some.lists(some.integers(0, 10**9), max_size=20), some.sampled_from([0, 500, 1000, 1500]))
def test_a_document_is_the_sum_of_its_lines(totals, rate):
    lines = taxed_lines(totals, rate)
    assert [line.total_minor for line in lines] == totals
    assert all(0 <= line.tax_minor <= line.total_minor for line in lines)
