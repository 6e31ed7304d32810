"""What the law of each country gives after the sale, and that nobody promises less."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.markets.queries import country_profile, country_profiles
from tijara.domains.markets.rules import exceptions_on, terms_by_law
from tijara.domains.markets.shapes import BuyerTerms, GoodsKind

TODAY = date(2026, 11, 26)
PROFILES = country_profiles()


def terms(country, goods="", *, on=TODAY, market=14, granted=None, months=0):
    return terms_by_law(
        country_profile(country),
        goods,
        on,
        market_days=market,
        granted_days=granted,
        granted_months=months,
    )


@pytest.mark.parametrize(
    ("country", "least"),
    [("SA", 7), ("EG", 14), ("KW", 14), ("QA", 3), ("MA", 7), ("TN", 14), ("AE", 0), ("JO", 0)],
)
def test_a_department_can_go_down_to_the_law_and_no_further(country, least):
    assert terms(country, granted=0) == BuyerTerms(least, 0)
    assert terms(country, granted=30) == BuyerTerms(30, 0)


@pytest.mark.parametrize(
    ("country", "goods", "told"),
    [
        ("SA", "made_to_order", BuyerTerms(0, 0, "made_to_order")),
        ("SA", "hygiene", BuyerTerms(0, 0, "hygiene")),
        ("SA", "media", BuyerTerms(14, 0, "media", only_unopened=True)),
        ("SA", "print", BuyerTerms(0, 0, "print")),
        ("SA", "jewellery", BuyerTerms(14, 0)),
        ("SA", "device", BuyerTerms(14, 24)),
        ("EG", "jewellery", BuyerTerms(0, 0, "jewellery")),
        ("EG", "hygiene", BuyerTerms(14, 0, "hygiene", only_unopened=True)),
        ("EG", "device", BuyerTerms(14, 24)),
        ("KW", "perfume", BuyerTerms(1, 0, "perfume")),
        ("KW", "perishable", BuyerTerms(0, 0, "perishable")),
        ("AE", "perishable", BuyerTerms(14, 0)),
        ("AE", "device", BuyerTerms(14, 0)),
        ("SA", "ordinary", BuyerTerms(14, 0)),
    ],
)
def test_goods_that_a_law_excepts_or_warrants(country, goods, told):
    assert terms(country, goods) == told


def test_the_words_of_a_department_hold_where_they_are_better():
    assert terms("SA", "print", granted=5) == BuyerTerms(5, 0, "print")
    assert terms("SA", "print", granted=14) == BuyerTerms(14, 0)
    assert terms("KW", "perfume", granted=0) == BuyerTerms(1, 0, "perfume")
    assert terms("EG", "media", granted=0) == BuyerTerms(14, 0, "media", only_unopened=True)
    assert terms("SA", "device", months=36).warranty_months == 36
    assert terms("SA", "device", months=12).warranty_months == 24


def test_a_law_holds_from_its_day_on():
    before = date(2020, 1, 30)
    assert terms("SA", "print", on=before) == BuyerTerms(14, 0)
    assert terms("SA", "print", on=date(2020, 1, 31)).return_days == 0
    assert terms("EG", "device", on=date(2019, 3, 31)).warranty_months == 0
    assert exceptions_on(country_profile("SA"), before) == []


@given(
    some.sampled_from([profile.code for profile in PROFILES]),
    some.sampled_from(["", *GoodsKind]),
    some.integers(0, 60),
    some.none() | some.integers(0, 60),
    some.integers(0, 60),
)
def test_nothing_is_promised_below_the_law(country, goods, market, granted, months):
    profile = country_profile(country)
    found = terms(country, goods, market=market, granted=granted, months=months)
    excepted = next((one for one in exceptions_on(profile, TODAY) if one.goods == goods), None)
    by_law = profile.return_days or 0
    assert found.warranty_months >= months
    assert found.return_days >= (granted or 0)
    if excepted is None or excepted.is_when_opened:
        assert found.return_days >= by_law
    if excepted is None:
        assert not found.excepted
    if found.only_unopened:
        assert found.return_days and found.excepted


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.code)
def test_every_word_is_known_and_every_law_has_a_name(profile):
    told = [*profile.withdrawal_exceptions, *profile.legal_warranties]
    assert {one.goods for one in told} <= set(GoodsKind) - {GoodsKind.ORDINARY}
    assert all(one.days < (profile.return_days or 0) for one in profile.withdrawal_exceptions)
    assert all(0 < one.months <= 120 for one in profile.legal_warranties)
    assert bool(profile.return_days) == bool(profile.consumer_law)
