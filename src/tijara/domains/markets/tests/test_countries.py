"""Country profiles: what is said has a source, what has none is not said."""

from datetime import date
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from babel import Locale
from babel.core import get_global

from tijara.domains.geography.queries import shipped_cities
from tijara.domains.markets.queries import (
    country_profile,
    country_profiles,
    holidays,
    working_days,
)
from tijara.domains.markets.rules import RULES
from tijara.kit.clock import now
from tijara.kit.countries import CountryName, country_name
from tijara.kit.money import EXPONENTS
from tijara.kit.phones import mobile_number

PROFILES = country_profiles()
WHOLE = ("SA", "EG", "AE")
CURRENCIES, FRACTIONS = get_global("territory_currencies"), get_global("currency_fractions")
OUTLINES = {
    "SA": (16.29, 34.4571718, 32.1543377, 55.6666851),
    "EG": (22.0, 24.6499112, 31.8330854, 37.1153517),
    "AE": (22.6444, 51.498, 26.2822, 56.3834),
}
"""South, west, north and east edges, as OpenStreetMap has them."""
each = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.code)


@each
def test_every_rule_has_its_source_or_is_listed_as_empty(profile):
    assert set(profile.sources) | set(profile.unchecked) == set(RULES)
    assert not set(profile.sources) & set(profile.unchecked)
    for source in profile.sources.values():
        assert source.title and all("http" in page for page in source.page.split("; "))
        assert date(2026, 1, 1) <= source.seen <= now().date()


@each
def test_facts_agree_with_the_standards(profile):
    locale = Locale.parse(f"ar_{profile.code}")
    assert profile.weekend == (locale.weekend_start + 1, locale.weekend_end + 1)
    assert profile.dial_code == f"+{phonenumbers.country_code_for_region(profile.code)}"
    assert ZoneInfo(profile.time_zone)
    assert profile.vat_rates == tuple(sorted(profile.vat_rates, key=lambda rate: rate.since))


@each
def test_its_days_off_are_known_year_by_year(profile):
    days = [holiday.day for holiday in holidays(profile.code)]
    assert days == sorted(set(days))
    for year in range(2026, 2037):
        assert 8 <= sum(day.year == year for day in days) <= 25
    assert all(holiday.name_ar and holiday.name_en for holiday in holidays(profile.code))


def test_nobody_works_on_the_feast_or_at_the_weekend():
    """Ramadan of 1448 has 29 days, and the feast begins on Tuesday, 9 March 2027."""
    working = working_days("SA")
    assert date(2027, 3, 8) in working
    assert all(date(2027, 3, day) not in working for day in (9, 10, 11, 12, 13))
    assert date(2027, 3, 15) in working


@each
def test_the_rules_of_an_address_name_its_fields(profile):
    assert {"recipient", "phone", "city"} <= set(profile.address.required)
    assert {*profile.address.required, *profile.address.one_of} <= set(profile.address.fields)


@each
def test_its_currency_is_the_countrys_own(profile):
    current = [code for code, _, until, is_tender in CURRENCIES[profile.code] if until is None]
    assert profile.currency in current


@pytest.mark.parametrize("code", WHOLE)
def test_its_currency_has_the_decimals_that_unicode_and_iso_give_it(code):
    currency = country_profile(code).currency
    assert EXPONENTS[currency] == FRACTIONS.get(currency, FRACTIONS["DEFAULT"])[0] == 2


@pytest.mark.parametrize("code", WHOLE)
def test_its_mobile_numbers_are_read_as_people_type_them(code):
    example = phonenumbers.example_number_for_type(code, phonenumbers.PhoneNumberType.MOBILE)
    wanted = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    national = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.NATIONAL)
    assert mobile_number(national, code) == wanted
    assert wanted.startswith(country_profile(code).dial_code)


@pytest.mark.parametrize("code", WHOLE)
def test_the_edges_of_the_map_hold_the_whole_country(code):
    south, west, north, east = country_profile(code).address.bounds
    least_south, least_west, most_north, most_east = OUTLINES[code]
    assert south <= least_south and west <= least_west and most_north <= north <= most_north + 1
    assert most_east <= east <= most_east + 1


@pytest.mark.parametrize("code", WHOLE)
def test_three_countries_are_whole(code):
    profile = country_profile(code)
    assert set(profile.unchecked) <= {"refund_days", "tax_classes"}
    assert shipped_cities(code) and profile.address.bounds
    assert profile.payment_methods and profile.carriers
    assert all(one.label_ar and one.label_en and one.label_fr for one in profile.disclosures)


def test_what_the_laws_give_a_buyer_who_changes_his_mind():
    """Saudi E-Commerce Law 13; Egyptian Law 181 of 2018, 17 and 40; none in the Emirates."""
    days = {code: country_profile(code).return_days for code in WHOLE}
    assert days == {"SA": 7, "EG": 14, "AE": 0}
    assert country_profile("EG").refund_days == 7
    assert country_profile("AE").refund_days is None


def test_none_by_law_is_not_unknown():
    assert "return_days" not in country_profile("AE").unchecked
    assert "return_days" not in country_profile("BH").unchecked
    assert "return_days" in country_profile("LB").unchecked
    assert country_profile("KW").return_days == 14


def test_a_country_is_called_in_lists_as_its_profile_calls_it():
    for one in country_profiles():
        assert country_name(one.code) == CountryName(
            one.code, one.name_ar, one.name_en, one.name_fr
        )
