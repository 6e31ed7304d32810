"""Money is exact: nothing is lost or made when it is added, split or rounded."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tijara.kit.arabic import parse_decimal
from tijara.kit.money import (
    EXPONENTS,
    CurrencyMismatch,
    Money,
    allocate,
    round_half_up,
    total,
    zero,
)

amounts = st.integers(-(10**15), 10**15)
weights = st.lists(st.integers(0, 10**9), min_size=1, max_size=40)


@given(amounts, weights)
def test_allocating_loses_and_makes_nothing(amount, weights):
    assert sum(allocate(amount, weights)) == amount


@given(amounts, weights)
def test_no_share_has_another_sign_than_the_whole(amount, weights):
    assert all(share * amount >= 0 for share in allocate(amount, weights))


@given(amounts, weights)
def test_a_share_is_within_one_unit_of_its_exact_part(amount, weights):
    assume(sum(weights))
    for share, weight in zip(allocate(amount, weights), weights, strict=True):
        assert abs(share - Fraction(amount * weight, sum(weights))) < 1


@given(amounts, weights)
def test_who_weighs_more_gets_no_less(amount, weights):
    assume(sum(weights))
    shares = [abs(share) for share in allocate(amount, weights)]
    for one in range(len(weights)):
        for other in range(len(weights)):
            if weights[one] > weights[other]:
                assert shares[one] >= shares[other]


@given(amounts, weights)
def test_what_weighs_nothing_gets_nothing(amount, weights):
    assume(sum(weights))
    shares = allocate(amount, weights)
    assert all(share == 0 for share, weight in zip(shares, weights, strict=True) if weight == 0)


@given(amounts, weights)
def test_a_refund_is_split_as_the_sale_was(amount, weights):
    assert allocate(-amount, weights) == [-share for share in allocate(amount, weights)]


def test_equal_remainders_go_to_the_earlier_share():
    assert allocate(100, [1, 1, 1]) == [34, 33, 33]
    assert allocate(2, [1, 1, 1]) == [1, 1, 0]


def test_without_weights_everything_goes_to_the_first():
    assert allocate(7, [0, 0]) == [7, 0]


@pytest.mark.parametrize("weights", [[], [1, -1]])
def test_there_must_be_sound_weights(weights):
    with pytest.raises(ValueError):
        allocate(1, weights)


@given(amounts, st.integers(1, 10**9))
def test_rounding_goes_to_the_nearest_and_a_half_away_from_zero(numerator, denominator):
    exact = Fraction(numerator, denominator)
    rounded = round_half_up(numerator, denominator)
    assert abs(rounded - exact) <= Fraction(1, 2)
    if abs(rounded - exact) == Fraction(1, 2):
        assert abs(rounded) > abs(exact)


@given(amounts, st.integers(1, 10**9))
def test_rounding_knows_no_side(numerator, denominator):
    assert round_half_up(-numerator, denominator) == -round_half_up(numerator, denominator)
    assert round_half_up(numerator, -denominator) == -round_half_up(numerator, denominator)


@given(amounts, amounts)
def test_sums_and_differences_undo_one_another(one, other):
    sum_ = Money(one, "SAR") + Money(other, "SAR")
    assert sum_ - Money(other, "SAR") == Money(one, "SAR")
    assert total([Money(one, "SAR"), Money(other, "SAR")], "SAR") == sum_


def test_of_nothing_the_sum_is_zero_in_the_currency():
    assert total([], "KWD") == zero("KWD") == Money(0, "KWD")
    assert not zero("KWD")


@pytest.mark.parametrize("calculate", [Money.__add__, Money.__sub__, Money.__lt__])
def test_two_currencies_never_meet(calculate):
    with pytest.raises(CurrencyMismatch):
        calculate(Money(1, "SAR"), Money(1, "AED"))


@pytest.mark.parametrize(
    "money, written",
    [
        (Money(34900, "SAR"), "349.00"),
        (Money(5, "SAR"), "0.05"),
        (Money(-5, "SAR"), "-0.05"),
        (Money(1, "KWD"), "0.001"),
        (Money(-12345, "KWD"), "-12.345"),
        (Money(500, "JPY"), "500"),
        (Money(0, "OMR"), "0.000"),
    ],
)
def test_it_is_written_with_the_digits_of_its_currency(money, written):
    assert money.to_decimal_string() == written


@given(amounts, st.sampled_from(sorted(EXPONENTS)))
def test_what_is_written_is_what_it_is(minor, currency):
    money = Money(minor, currency)
    assert Fraction(money.to_decimal_string()) * 10**money.exponent == minor


EACH_EXPONENT = pytest.mark.parametrize(
    ("currency", "minor", "written"),
    [
        ("JPY", 1234, "1234"),
        ("JPY", -5, "-5"),
        ("SAR", 1234, "12.34"),
        ("SAR", 5, "0.05"),
        ("KWD", 1234, "1.234"),
        ("KWD", 5, "0.005"),
        ("KWD", -1, "-0.001"),
    ],
)


@EACH_EXPONENT
def test_amounts_are_written_with_the_decimals_of_their_currency(currency, minor, written):
    assert Money(minor, currency).to_decimal_string() == written


@given(amounts, st.sampled_from(sorted(EXPONENTS)))
def test_what_is_written_reads_back_to_the_last_unit(minor, currency):
    written = Money(minor, currency).to_decimal_string()
    assert parse_decimal(written, EXPONENTS[currency]) == minor
    assert Fraction(written) * 10 ** EXPONENTS[currency] == minor


@given(st.integers(0, 10**9), st.sampled_from(["JPY", "SAR", "KWD"]))
def test_finer_amounts_than_the_currency_has_are_no_amounts(minor, currency):
    exponent = EXPONENTS[currency]
    finer = f"{minor}.{'0' * exponent}1"
    assert parse_decimal(finer, exponent) is None
