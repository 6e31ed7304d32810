"""What is promised of places."""

import pytest

from tijara.domains.geography.queries import COUNTRIES, PLACES, cities, cities_called, city, regions
from tijara.kit.arabic import strip_controls

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("country", "count"), [("SA", 13), ("EG", 27), ("AE", 7)])
def test_every_region_is_there_and_has_a_city(country, count):
    assert len(regions(country)) == count
    assert {place.region for place in cities(country)} == {place.code for place in regions(country)}


def test_codes_are_unique_and_find_their_city():
    places = [place for country in COUNTRIES for place in cities(country)]
    assert len({place.code for place in places}) == len(places)
    assert all(city(place.code) == place for place in places)


def test_names_are_clean_in_both_languages():
    for place in (place for country in COUNTRIES for place in cities(country)):
        assert place.name_ar == strip_controls(place.name_ar) != ""
        assert place.name_en == strip_controls(place.name_en) != ""


def test_well_known_cities_have_the_codes_that_addresses_keep():
    assert city("sa-riyadh").name_ar == "الرياض"
    assert city("sa-jeddah").region == "SA-02"
    assert city("atlantis") is None


def test_a_country_without_a_list_has_no_cities():
    assert cities("KW") == [] and regions("KW") == []


def test_a_city_is_found_and_called_by_its_french_name():
    [cairo] = cities_called("Nouveau Caire", "EG")
    assert (cairo.code, cairo.name_fr) == ("eg-new-cairo", "Nouveau Caire")


def test_every_french_name_is_a_places_that_is_there():
    places = [one for country in COUNTRIES for one in [*regions(country), *cities(country)]]
    rows = (PLACES / "french.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert len([one for one in places if one.name_fr]) == len(rows)
