"""How goods are taxed: by what they are, who sells, who buys, where to, and on which day."""

from datetime import date

import pytest

from tijara.domains.markets.queries import country_profiles, tax_class_codes, vat_bp
from tijara.domains.taxes.queries import treatments
from tijara.domains.taxes.shapes import TaxCategory, TaxTerms, Treatment

DAY = date(2026, 11, 1)


def treated(word="", country="SA", on=DAY, **said):
    (found,) = treatments(TaxTerms(country, on, **said), [word])
    return found


@pytest.mark.parametrize(
    ("country", "on", "bp"),
    [
        ("SA", date(2017, 12, 31), 0),
        ("SA", date(2018, 1, 1), 500),
        ("SA", date(2020, 6, 30), 500),
        ("SA", date(2020, 7, 1), 1500),
        ("EG", DAY, 1400),
        ("AE", DAY, 500),
        ("BH", date(2021, 12, 31), 500),
        ("BH", DAY, 1000),
        ("OM", date(2021, 4, 15), 0),
        ("OM", DAY, 500),
        ("JO", DAY, 1600),
        ("MA", DAY, 2000),
        ("TN", DAY, 1900),
        ("DZ", DAY, 1900),
        ("LB", date(2017, 12, 31), 1000),
        ("LB", DAY, 1100),
        ("KW", DAY, 0),
        ("QA", DAY, 0),
        ("IQ", DAY, 0),
    ],
)
def test_each_country_has_its_rate_from_a_day(country, on, bp):
    assert vat_bp(country, on) == bp
    expected = Treatment(TaxCategory.STANDARD, bp) if bp else Treatment(TaxCategory.OUTSIDE)
    assert treated(country=country, on=on) == expected


def test_medicine_is_zero_rated_where_the_country_says_so_and_taxed_elsewhere():
    assert treated("medicine") == Treatment(TaxCategory.ZERO, 0, "medicine")
    assert treated("medicine", "EG") == Treatment(TaxCategory.STANDARD, 1400)


def test_books_are_exempt_in_lebanon():
    assert treated("book", "LB") == Treatment(TaxCategory.EXEMPT, 0, "book")


@pytest.mark.parametrize("word", ["", "standard", "no-such-word"])
def test_all_else_is_at_the_rate(word):
    assert treated(word) == Treatment(TaxCategory.STANDARD, 1500)


def test_a_seller_without_a_number_charges_none():
    assert treated(is_registered=False) == Treatment(TaxCategory.OUTSIDE)
    assert treated("medicine", is_registered=False) == Treatment(TaxCategory.OUTSIDE)


def test_what_leaves_the_country_is_an_export():
    assert treated(destination="AE").category == TaxCategory.EXPORT
    assert treated(destination="SA").category == TaxCategory.STANDARD


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ({"is_company": True, "resells": True}, TaxCategory.REVERSE),
        ({"is_company": True}, TaxCategory.STANDARD),
        ({"resells": True}, TaxCategory.STANDARD),
        ({"is_company": True, "resells": True, "is_registered": False}, TaxCategory.OUTSIDE),
        ({"is_company": True, "resells": True, "destination": "OM"}, TaxCategory.EXPORT),
    ],
)
def test_devices_that_a_company_resells_in_the_emirates_are_reverse_charged(said, category):
    assert treated("electronic_device", "AE", **said).category == category


def test_and_not_before_the_day_of_the_decision():
    before = treated("electronic_device", "AE", date(2023, 10, 29), is_company=True, resells=True)
    assert before == Treatment(TaxCategory.STANDARD, 500)


def test_every_class_is_one_of_a_letter_and_has_its_words():
    for profile in country_profiles():
        for one in profile.tax_classes:
            assert one.code in tax_class_codes()
            assert TaxCategory(one.category) in (
                TaxCategory.STANDARD,
                TaxCategory.ZERO,
                TaxCategory.EXEMPT,
            )
            assert one.name_ar and one.name_en and one.name_fr
            assert (one.category == "S") or not one.bp
