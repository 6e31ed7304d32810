"""What is promised of folding, cleaning, slugs and numbers."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.kit.arabic import BIDI_CONTROLS, fold, parse_decimal, slug, strip_controls

arabic = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF))
anything = st.text() | arabic


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("دلّة نُحاسيّة", "دله نحاسيه"),
        ("أديداس", "اديداس"),
        ("إبريق آخر", "ابريق اخر"),
        ("هـــاتف", "هاتف"),
        ("على", "علي"),
        ("یک کتاب", "يك كتاب"),
        ("مسؤول شاطئ", "مسوول شاطي"),
        ("ڤانيش", "فانيش"),
        ("100مل", "100 مل"),
        ("١٠٠ مل", "100 مل"),
        ("۱۲۳", "123"),
        ("١٫٥ لتر", "1.5 لتر"),
        ("1,250 حبة", "1250 حبه"),
        ("٣٬٤٠٠", "3400"),
        ("WH-1000XM5", "wh 1000 xm 5"),
        ("Crème  Brûlée", "creme brulee"),
        ("ﻻﺑﺘﻮﺏ", "لابتوب"),
        ("زيت،ورد؛عود.", "زيت ورد عود"),
        ("\u202eعطر\u202c \u200fعود", "عطر عود"),
        ("45×45 سم", "45 45 سم"),
        ("", ""),
    ],
)
def test_folds(typed, folded):
    assert fold(typed) == folded


@given(anything)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(arabic)
def test_marks_never_matter(text):
    assert fold("".join(letter + "\u064e" for letter in text if letter.isalpha())) == fold(
        "".join(letter for letter in text if letter.isalpha())
    )


@given(anything)
def test_folded_text_has_no_hidden_characters(text):
    folded = fold(text)
    assert not set(folded) & set(BIDI_CONTROLS)
    assert all(unicodedata.category(letter) not in ("Cc", "Cf", "Mn") for letter in folded)


@given(anything)
def test_cleaned_names_hold_no_controls_and_stay_cleaned(text):
    cleaned = strip_controls(text)
    assert not set(cleaned) & (set(BIDI_CONTROLS) | {"\x00", "\n", "\r"})
    assert strip_controls(cleaned) == cleaned
    cleaned.encode()


def test_cleaning_keeps_the_letters_as_typed():
    assert strip_controls("  بيتُ \u202eالنحّاس\u202c\n ") == "بيتُ النحّاس"
    assert strip_controls("سطر\n\n  سطر \x00", keep_lines=True) == "سطر\n\nسطر"


@given(anything)
def test_slugs_are_safe_and_stable(text):
    made = slug(text)
    assert slug(made) == made
    assert len(made) <= 120
    assert not set(made) & set("/?#%&.+ \\\"'<>")


def test_slugs_keep_arabic_readable():
    assert slug("دلّة نحاسية، ١٫٢ لتر") == "دلة-نحاسية-1-2-لتر"
    assert slug("Head & Shoulders") == "head-shoulders"


@pytest.mark.parametrize(
    ("typed", "exponent", "minor"),
    [
        ("349", 2, 34900),
        ("75.75", 2, 7575),
        ("29.0", 2, 2900),
        ("٣٤٩", 2, 34900),
        ("٣٤٩٫٥", 2, 34950),
        ("١٬٣٤٩٫٥٠", 2, 134950),
        ("1,349.50", 2, 134950),
        ("1.349,50", 2, 134950),
        ("1,349", 2, 134900),
        ("1349,5", 2, 134950),
        ("0,250", 3, 250),
        ("1.250", 3, 1250),
        ("12 500", 2, 1250000),
        ("ر.س 349.00", 2, 34900),
        ("349 ريال", 2, 34900),
        ("SAR 1,200", 2, 120000),
        ("\u200f١٢٫٥\u200f", 2, 1250),
        ("-5", 2, -500),
        ("1,234,567", 2, 123456700),
        ("5.000", 2, 500),
        ("", 2, None),
        ("مجانًا", 2, None),
        ("1.2.3.4", 2, None),
        ("1,23,4", 2, None),
        ("12-15", 2, None),
        ("1e5", 2, None),
        ("=5+1", 2, None),
        ("=5", 2, None),
        ("10%", 2, None),
        ("75.757", 2, None),
        ("٫٫٥", 2, None),
        (".5", 2, 50),
        ("٫٥ ريال", 2, 50),
        ("ر.س.50", 2, 5000),
        ("SAR.50", 2, 5000),
        ("50.", 2, 5000),
        ("1٫2٫3", 2, None),
        ("nan", 2, None),
        ("١²", 2, None),
    ],
)
def test_reads_amounts(typed, exponent, minor):
    assert parse_decimal(typed, exponent) == minor


@given(st.integers(0, 10**12), st.sampled_from([0, 2, 3]))
def test_reads_what_it_would_write(minor, exponent):
    whole, part = divmod(minor, 10**exponent)
    written = f"{whole:,}" + (f".{part:0{exponent}d}" if exponent else "")
    assert parse_decimal(written, exponent) == minor
    eastern = written.translate(str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫"))
    assert parse_decimal(eastern, exponent) == minor


@given(anything, st.sampled_from([0, 2, 3]))
def test_never_breaks_on_anything(text, exponent):
    assert parse_decimal(text, exponent) is None or fold(text)
