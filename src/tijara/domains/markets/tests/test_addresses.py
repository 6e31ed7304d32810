"""An address is one that a courier finds; whatever is typed comes back as it was or tidier."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.markets.queries import country_profile, tidy_address
from tijara.domains.markets.rules import read_pin

SAUDI = {
    "recipient": "نورة العتيبي",
    "phone": "٠٥٥ ١٢٣ ٤٥٦٧",
    "city": "sa-riyadh",
    "short_code": "rrrd 2929",
}
EGYPT = {
    "recipient": "منى عبد الرحمن",
    "phone": "010 01234567",
    "city": "eg-dokki",
    "street": "شارع مصدّق",
    "building": "١٢",
    "unit": "شقة ٥",
}
EMIRATES = {
    "recipient": "سالم",
    "phone": "0501234567",
    "city": "ae-dubai",
    "district": "المرسى",
    "building": "برج ٢",
}


@pytest.mark.parametrize(
    ("country", "typed", "phone"),
    [
        ("SA", SAUDI, "+966551234567"),
        ("EG", EGYPT, "+201001234567"),
        ("AE", EMIRATES, "+971501234567"),
    ],
)
def test_addresses_as_people_write_them_are_taken(country, typed, phone):
    tidy, wrong = tidy_address(typed, country)
    assert wrong == {}
    assert tidy["phone"] == phone
    assert tidy_address(tidy, country) == (tidy, {})


def test_a_saudi_short_address_and_additional_number_are_brought_into_their_form():
    tidy, wrong = tidy_address(SAUDI | {"additional_number": "٢١ ٢١"}, "SA")
    assert (tidy["short_code"], tidy["additional_number"], wrong) == ("RRRD2929", "2121", {})


@pytest.mark.parametrize(
    ("country", "change", "fault"),
    [
        ("SA", {"short_code": "RRD2929"}, ("short_code", "short_code_invalid")),
        ("SA", {"short_code": ""}, ("street", "place_needed")),
        ("SA", {"additional_number": "212"}, ("additional_number", "four_digits")),
        ("SA", {"phone": "0111234567"}, ("phone", "phone_invalid")),
        ("SA", {"phone": "01001234567"}, ("phone", "phone_invalid")),
        ("SA", {"phone": ""}, ("phone", "required")),
        ("SA", {"second_phone": "12"}, ("second_phone", "phone_invalid")),
        ("SA", {"city": "eg-dokki"}, ("city", "city_unknown")),
        ("SA", {"city": ""}, ("city", "required")),
        ("SA", {"recipient": "ن"}, ("recipient", "required")),
        ("SA", {"email": "noura@"}, ("email", "email_invalid")),
        ("SA", {"notes": "ا" * 241}, ("notes", "too_long")),
        ("SA", {"pin": "48.85,2.35"}, ("pin", "pin_elsewhere")),
        ("SA", {"pin": "46.67530,24.71355"}, ("pin", "pin_elsewhere")),
        ("SA", {"pin": "قرب المسجد"}, ("pin", "pin_unreadable")),
        ("SA", {"pin": "https://maps.app.goo.gl/AbC"}, ("pin", "pin_short_link")),
        ("EG", {"street": ""}, ("street", "required")),
        ("AE", {"building": ""}, ("building", "required")),
        ("AE", {"district": ""}, ("street", "place_needed")),
    ],
)
def test_what_is_missing_or_wrong_is_told_at_its_field(country, change, fault):
    typed = {"SA": SAUDI, "EG": EGYPT, "AE": EMIRATES}[country] | change
    tidy, wrong = tidy_address(typed, country)
    assert wrong == dict([fault])
    assert all(tidy[name] == value for name, value in change.items())


def test_what_a_country_does_not_use_is_left_out():
    tidy, wrong = tidy_address(EGYPT | {"short_code": "RRRD2929", "postcode": "11511"}, "EG")
    assert not wrong and "short_code" not in tidy and "postcode" not in tidy


def test_a_country_nobody_has_looked_up_takes_a_street_and_a_landmark():
    typed = {"recipient": "ليلى", "phone": "500 12345", "landmark": "خلف الجمعية"}
    assert tidy_address(typed, "KW")[1] == {"city": "required"}


@pytest.mark.django_db
@given(st.sampled_from(["SA", "EG", "AE", "QA"]), st.data())
def test_no_text_breaks_it_and_none_is_lost(country, data):
    fields = country_profile(country).address.fields
    typed = {name: data.draw(st.text(max_size=60)) for name in fields}
    tidy, wrong = tidy_address(typed, country)
    assert set(tidy) == set(fields) and set(wrong) <= set(fields)


@pytest.mark.parametrize(
    "typed",
    [
        "24.71355,46.6753",
        "24.71355, 46.6753",
        "24.71355 46.6753",
        "٢٤٫٧١٣٥٥، ٤٦٫٦٧٥٣",
        "geo:24.71355,46.6753?z=17",
        "https://www.google.com/maps/@24.71355,46.6753,17z",
        "https://www.google.com/maps?q=24.71355,46.6753",
        "https://maps.google.com/maps?q=loc:24.71355,46.6753",
        "https://www.google.com/maps/place/X/@24.7,46.6,15z/data=!3m1!4b1!4m6!3d24.71355!4d46.6753",
        "https://www.google.com/maps/search/?api=1&query=24.71355%2C46.6753",
        "https://www.google.com/maps/dir/?api=1&destination=24.71355,46.6753",
        "https://www.google.com/maps/search/24.71355,+46.6753",
        "maps.apple.com/?ll=24.71355,46.6753&q=Home",
        "https://www.openstreetmap.org/#map=17/24.71355/46.67530",
        "https://www.openstreetmap.org/?mlat=24.71355&mlon=46.67530#map=17/24.7/46.6",
        "https://waze.com/ul?ll=24.71355,46.6753&navigate=yes",
        "https://www.bing.com/maps?cp=24.71355~46.6753&lvl=17",
    ],
)
def test_a_pin_is_read_from_numbers_and_from_the_addresses_of_maps(typed):
    assert read_pin(typed) == ("24.71355,46.67530", "")


@pytest.mark.parametrize("typed", ["91,46", "24,181", "24", "https://[", "http://x", "!!", "1,2,3"])
def test_what_is_no_place_on_earth_is_told_and_kept(typed):
    assert read_pin(typed) == (typed, "pin_unreadable")


def test_no_pin_is_no_fault():
    assert read_pin("  ") == ("", "")


@given(
    st.floats(-90, 90, allow_nan=False).map(lambda lat: round(lat, 5)),
    st.floats(-180, 180, allow_nan=False).map(lambda lon: round(lon, 5)),
)
def test_every_place_comes_back(lat, lon):
    pin, fault = read_pin(f"{lat:.5f},{lon:.5f}")
    assert not fault
    assert tuple(map(float, pin.split(","))) == (lat, lon)
    assert read_pin(pin) == (pin, "")


@given(st.text(max_size=120))
def test_nothing_that_is_typed_breaks_it(typed):
    pin, fault = read_pin(typed)
    assert fault or not pin or len(pin.split(",")) == 2
