"""What countries are called."""

import pytest

from tijara.kit.countries import CountryName, country_codes, country_name


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("FR", ("فرنسا", "France", "France")),
        ("KW", ("الكويت", "Kuwait", "Koweït")),
        ("PS", ("فلسطين", "Palestine", "Palestine")),
    ],
)
def test_a_country_has_a_name_in_each_of_our_languages(code, names):
    assert country_name(code) == CountryName(code, *names)


@pytest.mark.parametrize("code", ["", "XX", "fr", "001", "FRA", "ZZ"])
def test_what_is_no_country_has_no_name(code):
    assert country_name(code) is None


def test_all_of_them_are_named():
    assert len(country_codes()) > 200
    told = [country_name(code) for code in country_codes()]
    assert all(one and one.name_ar and one.name_en and one.name_fr for one in told)
