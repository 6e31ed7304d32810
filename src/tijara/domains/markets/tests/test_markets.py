"""What is promised of markets and country profiles."""

from datetime import date

import pytest

from tijara.domains.markets.actions import MarketFixed, MarketInvalid, open_market
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
        ("EG", date(2016, 9, 7), 0),
        ("EG", date(2016, 9, 8), 1300),
        ("EG", date(2017, 7, 1), 1400),
        ("BH", date(2021, 12, 31), 500),
        ("BH", date(2022, 1, 1), 1000),
        ("OM", date(2021, 4, 16), 500),
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
        make_market(slug="sa market", commission_bp=10_001, currency="XYZ", name_en=" ")
    assert set(refused.value.fields) == {"slug", "commission_bp", "currency", "name_en"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("policies", "fault"),
    [
        ({"return_days": 6}, ("return_days", "below_the_law")),
        ({"delivery_from_days": 4}, ("delivery_to_days", "days_reversed")),
        ({"payment_methods": ()}, ("payment_methods", "required")),
        ({"bank_iban": "SA0380000000608010167518"}, ("bank_iban", "iban_invalid")),
        ({"bank_iban": "EG380019000500000000263180002"}, ("bank_iban", "iban_elsewhere")),
        ({"payment_methods": ("bank_transfer",), "bank_name": "مصرف", "bank_holder": "سوق"},
         ("bank_iban", "required")),
        ({"invoice_prefix": "فاتورة"}, ("invoice_prefix", "letters_and_digits")),
        ({"pay_minutes": 0}, ("pay_minutes", "outside_limits")),
        ({"transfer_hours": 100000}, ("transfer_hours", "outside_limits")),
        ({"cash_on_delivery_fee_minor": -1}, ("cash_on_delivery_fee_minor", "outside_limits")),
        ({"languages": ("tlh",)}, ("languages", "unknown")),
    ],
)  # fmt: skip
def test_a_policy_that_can_not_stand_is_refused_at_its_field(policies, fault):
    with pytest.raises(MarketInvalid) as refused:
        make_market(**policies)
    assert refused.value.fields == dict([fault])


@pytest.mark.django_db
def test_an_iban_is_kept_without_its_gaps():
    assert make_market(bank_iban="sa03 8000 0000 6080 1016 7519").bank_iban == (
        "SA0380000000608010167519"
    )


@pytest.mark.django_db
def test_a_market_stays_in_its_country_and_currency():
    make_market()
    with pytest.raises(MarketFixed):
        make_market(country="EG", currency="EGP")


@pytest.mark.django_db
def test_sellers_open_no_markets():
    seller = Actor(ActorKind.SELLER, powers=SELLER_POWERS)
    with pytest.raises(NotAllowed):
        open_market(actor=seller, draft=None)
