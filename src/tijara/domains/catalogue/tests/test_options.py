"""Options, keys and labels, whatever names come; barcodes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.catalogue.rules import (
    clean_options,
    combinations,
    labels,
    options_fault,
    read_gtin,
    read_options,
    settle_keys,
    stored_options,
)
from tijara.domains.catalogue.shapes import Option, OptionValue

name = st.text(min_size=1, max_size=40)
value = st.builds(OptionValue, key=st.just(""), name_ar=name, name_en=st.text(max_size=20))
option = st.builds(
    Option,
    key=st.just(""),
    name_ar=name,
    name_en=st.text(max_size=20),
    name_fr=st.text(max_size=20),
    values=st.lists(value, min_size=1, max_size=6).map(tuple),
)
options = st.lists(option, max_size=3).map(clean_options)


def plain(*names, key="", values=("S", "M")):
    return Option(key, *(*names, "", "")[:3], tuple(OptionValue("", each) for each in values))


@given(options)
def test_good_options_have_keys_of_their_own_and_come_back_from_the_row(given_options):
    if options_fault(given_options):
        return
    settled = settle_keys((), given_options)
    assert len({each.key for each in settled}) == len(settled)
    for each in settled:
        assert len({one.key for one in each.values}) == len(each.values)
        assert all(len(one.key) <= 40 for one in each.values)
    assert read_options(stored_options(settled)) == settled
    choices = combinations(settled)
    assert len({str(choice) for choice in choices}) == len(choices) <= 200
    for choice in choices:
        assert all(len(label) <= 120 for label in labels(settled, choice))


@given(options)
def test_the_same_options_again_keep_their_keys(given_options):
    settled = settle_keys((), given_options)
    assert settle_keys(settled, settled) == settled
    assert settle_keys(settled, given_options) == settled or options_fault(given_options)


def test_a_corrected_name_keeps_its_key_and_a_new_value_gets_one():
    before = settle_keys((), clean_options([plain("المقاس", "Size", values=("S", "M"))]))
    typed = [
        Option(
            before[0].key,
            "القياس",
            "Size",
            "",
            (OptionValue("s", "صغير"), OptionValue("", "L"), OptionValue("m", "M")),
        )
    ]
    after = settle_keys(before, clean_options(typed))
    assert after[0].key == before[0].key == "size"
    assert [each.key for each in after[0].values] == ["s", "l", "m"]


def test_labels_fall_back_to_the_language_that_is_there():
    colour = Option("colour", "اللون", "Colour", "", (OptionValue("r", "أحمر", "Red", ""),))
    size = Option("size", "المقاس", "", "", (OptionValue("l", "كبير"),))
    assert labels([colour, size], {"colour": "r", "size": "l"}) == (
        "أحمر، كبير",
        "Red, كبير",
        "Red, كبير",
    )


@pytest.mark.parametrize(
    ("given_options", "fault"),
    [
        ([plain(str(n)) for n in range(4)], "too_many_options"),
        ([plain("")], "name_missing"),
        ([plain("a", values=())], "values_missing"),
        ([plain("a", values=("x", "X "))], "same_value_twice"),
        ([plain("a"), plain("A")], "same_value_twice"),
        ([plain("a" * 61)], "too_long"),
        ([plain("a", values=[str(n) for n in range(61)])], "too_many_variants"),
        (
            [plain(str(n), values=[f"v{m}" for m in range(8)]) for n in range(3)],
            "too_many_variants",
        ),
        ([Option("", "a", "", "", (OptionValue("", "x", swatch="url(x)"),))], "no_colour"),
        ([plain("a", values=[str(n) for n in range(50)]), plain("b", values="wxyz")], ""),
        ([], ""),
    ],
)
def test_what_options_may_be(given_options, fault):
    assert options_fault(clean_options(given_options)) == fault


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("6281007030137", "6281007030137"),
        (" 628-1007 030137", "6281007030137"),
        ("٦٢٨١٠٠٧٠٣٠١٣٧", "6281007030137"),
        ("036000291452", "0036000291452"),
        ("96385074", "96385074"),
        ("6281007030138", None),
        ("12345", None),
        ("abc", None),
        ("<script>", None),
    ],
)
def test_a_barcode_is_believed_when_its_digits_add_up(typed, kept):
    assert read_gtin(typed) == kept


@given(st.text(max_size=40))
def test_any_text_is_a_barcode_or_not(typed):
    kept = read_gtin(typed)
    assert kept is None or read_gtin(kept) == kept
