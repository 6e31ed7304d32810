"""What is promised of terms, sounds, spelling and layouts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.kit.arabic import (
    arabizi,
    bones,
    edits,
    has_digit,
    keys_of,
    likeness,
    retyped,
    sound_keys,
    stem,
    terms,
)

arabic = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF))
anything = st.text() | arabic
word = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("الدلّة النحاسيّة", ["دله", "نحاسيه"]),
        ("والدلة بالفنجان للعين", ["دله", "فنجان", "عين"]),
        ("بنادول 500ملجم ٢٤قرص", ["بنادول", "500", "mg", "24", "tablet"]),
        ("14ق 20 ك", ["14", "tablet", "20", "capsule"]),
        ("شرابببب", ["syrup"]),
        ("جمييييل", ["جميل"]),
        ("XXL XXXL III", ["xxl", "xxxl", "iii"]),
        ("soooo cool", ["soo", "cool"]),
        ("WH-1000XM5", ["wh", "1000", "xm", "5"]),
        ("٢٫٥ كجم", ["2.5", "kg"]),
        ("\u202eعطر\u202c \u200fعود", ["عطر", "عود"]),
        ("ق", ["ق"]),
        ("بال ال", ["بال", "ال"]),
        ("", []),
    ],
)
def test_terms(text, told):
    assert terms(text) == told


@given(anything)
def test_terms_of_terms_are_the_same(text):
    told = terms(text)
    assert terms(" ".join(told)) == told


@given(anything)
def test_numbers_stay_numbers(text):
    numbers = [term for term in terms(text) if has_digit(term)]
    assert all(term in " ".join(terms(text)) for term in numbers)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("بنادول", "panadol"), ("نيفيا", "nivea"), ("بامبرز", "pampers"), ("فيكس", "vicks"),
        ("كولجيت", "colgate"), ("اديداس", "adidas"), ("دوف", "dove"), ("فازلين", "vaseline"),
        ("سامسونج", "samsung"), ("ديتول", "dettol"),
    ],
)  # fmt: skip
def test_a_name_sounds_the_same_in_both_scripts(arabic, latin):
    assert bones(arabic) == bones(latin)
    assert likeness(arabic, latin) > 0.45


@given(word, word)
def test_likeness_is_even_and_bounded(one, other):
    assert 0 <= likeness(one, other) <= 1 and likeness(one, one) == 1
    assert edits(one, other) == edits(other, one)


@given(word, st.data())
def test_one_letter_more_or_less_is_one_edit(one, data):
    at = data.draw(st.integers(0, len(one)))
    assert edits(one, f"{one[:at]}ظ{one[at:]}") == 1


@given(anything)
def test_keys_are_few_and_bones_among_them(text):
    for term in terms(text)[:5]:
        keys = sound_keys(term)
        assert len(keys) <= len(term) * 4 + 1 and (not keys or keys[0] == bones(term))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3abaya", "abaya"),
        ("7aleeb", "haleeb"),
        ("5obz", "khobz"),
        ("100ml", "100ml"),
        ("iphone15", "iphone15"),
        ("3m", "3m"),
        ("عود 2", "عود 2"),
        ("256", "256"),
        ("samsung 555", "samsung 555"),
    ],
)
def test_franco_is_read_and_sizes_and_models_stay(typed, read):
    assert arabizi(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [("rgl", "قلم"), ("لاخخن", "book"), ("fkh],g", "بنادول"), ("12", None), ("جوا", None)],
)
def test_what_was_typed_on_another_keyboard(typed, read):
    assert (read in retyped(typed)) if read else retyped(typed) == []


@pytest.mark.parametrize("meant", ["جوارب قطن", "لابتوب", "كزبرة", "عصير 1.5 لتر"])
def test_keys_are_read_as_the_letters_that_were_meant(meant):
    assert meant in retyped(keys_of(meant))


@given(anything)
def test_no_text_breaks_a_reading(text):
    for each in (arabizi(text), *retyped(text)):
        assert isinstance(terms(each), list)


def test_stems_bring_kin_together():
    assert stem("سماعات") == stem("سماعه") and stem("phones") == stem("phone")
    assert stem("باس") == "باس" and stem("glass") == "glass"
