"""Country profiles: what is said has a source, what has none is not said."""

from datetime import date
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from babel import Locale

from tijara.domains.geography.queries import cities
from tijara.domains.markets.queries import country_profile, country_profiles
from tijara.domains.markets.rules import RULES
from tijara.kit.clock import now

PROFILES = country_profiles()
WHOLE = ("SA", "EG", "AE")
each = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.code)


@each
def test_every_rule_has_its_source_or_is_listed_as_empty(profile):
    assert set(profile.sources) | set(profile.unchecked) == set(RULES)
    assert not set(profile.sources) & set(profile.unchecked)
    for source in profile.sources.values():
        assert source.title and source.page.startswith("http")
        assert date(2026, 1, 1) <= source.seen <= now().date()


@each
def test_facts_agree_with_the_standards(profile):
    locale = Locale.parse(f"ar_{profile.code}")
    assert profile.weekend == (locale.weekend_start + 1, locale.weekend_end + 1)
    assert profile.dial_code == f"+{phonenumbers.country_code_for_region(profile.code)}"
    assert ZoneInfo(profile.time_zone)
    assert profile.vat_rates == tuple(sorted(profile.vat_rates, key=lambda rate: rate.since))


@each
def test_the_rules_of_an_address_name_its_fields(profile):
    assert {"recipient", "phone", "city"} <= set(profile.address.required)
    assert {*profile.address.required, *profile.address.one_of} <= set(profile.address.fields)


@pytest.mark.parametrize("code", WHOLE)
def test_three_countries_are_whole(code):
    profile = country_profile(code)
    assert set(profile.unchecked) <= {"return_days", "refund_days"}
    assert cities(code) and profile.address.bounds
    assert all(one.label_ar and one.label_en for one in profile.disclosures)


def test_the_emirates_have_no_general_right_of_return_that_we_could_find():
    assert country_profile("AE").return_days is None
    assert country_profile("SA").return_days == 7
    assert country_profile("EG").return_days == 14
