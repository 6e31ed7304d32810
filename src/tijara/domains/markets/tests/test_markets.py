"""What is promised of markets and country profiles."""

from datetime import date

import pytest

from tijara.domains.markets.actions import MarketInvalid, open_market
from tijara.domains.markets.queries import (
    CountryUnknown,
    MarketUnknown,
    country_profile,
    country_profiles,
    market,
    market_by_id,
    markets,
    vat_bp,
)
from tijara.domains.markets.testing import make_market
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.money import EXPONENTS
from tijara.kit.powers import SELLER_POWERS
from tijara.platform.action import NotAllowed


@pytest.mark.parametrize(
    ("country", "on", "bp"),
    [
        ("SA", date(2017, 12, 31), 0),
        ("SA", date(2018, 1, 1), 500),
        ("SA", date(2020, 6, 30), 500),
        ("SA", date(2020, 7, 1), 1500),
        ("AE", date(2026, 1, 1), 500),
        ("EG", date(2016, 9, 6), 0),
        ("EG", date(2016, 9, 7), 1300),
        ("EG", date(2017, 7, 1), 1400),
        ("KW", date(2026, 1, 1), 0),
    ],
)
def test_the_vat_rate_is_the_days(country, on, bp):
    assert vat_bp(country, on) == bp


def test_thirteen_countries_have_a_profile_in_a_known_currency():
    profiles = country_profiles()
    assert len(profiles) == 13
    assert all(profile.currency in EXPONENTS for profile in profiles)
    assert all(profile.dial_code.startswith("+") for profile in profiles)


def test_what_was_not_checked_is_empty_and_says_so():
    for profile in country_profiles():
        empty = {
            name
            for name in ("vat_rates", "weekend", "mobile_pattern", "return_days")
            if not getattr(profile, name)
        }
        assert empty == set(profile.unchecked), profile.code


def test_a_country_without_a_profile_is_refused():
    for code in ("XX", "../sa", ""):
        with pytest.raises(CountryUnknown):
            country_profile(code)


@pytest.mark.django_db
def test_a_market_is_found_by_slug_and_id():
    made = make_market(commission_bp=900)
    assert market("sa") == market_by_id(made.id) == made
    assert made.languages == ("ar", "en") and made.commission_bp == 900
    assert [policy.id for policy in markets()] == [made.id]


@pytest.mark.django_db
def test_opening_it_again_sets_the_policies_and_keeps_the_id():
    first = make_market()
    again = make_market(delivery_minor=1500)
    assert again.id == first.id and again.delivery_minor == 1500


@pytest.mark.django_db
def test_an_unknown_market_is_refused():
    with pytest.raises(MarketUnknown):
        market("nowhere")


@pytest.mark.django_db
def test_hidden_characters_leave_the_name_and_bad_policies_are_refused():
    assert make_market(name_ar="سوق\u202e الرياض").name_ar == "سوق الرياض"
    with pytest.raises(MarketInvalid) as refused:
        make_market(slug="sa market", commission_bp=10_001, currency="XYZ")
    assert set(refused.value.fields) == {"slug", "commission_bp", "currency"}


@pytest.mark.django_db
def test_sellers_open_no_markets():
    seller = Actor(ActorKind.SELLER, powers=SELLER_POWERS)
    with pytest.raises(NotAllowed):
        open_market(actor=seller, draft=None)
