"""A query finds what its own words would have laid into the index."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.search.rules import index_text, patterns, phrase, respelled

text = st.text() | st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF))


def fits(pattern, indexed):
    return re.search(re.escape(pattern).replace("%", ".*"), indexed, re.DOTALL) is not None


@given(text, text)
def test_words_of_a_text_find_it(before, words):
    indexed = index_text(before, words)
    assert all(fits(pattern, indexed) for pattern in patterns(words))


@given(text)
def test_a_text_begins_with_itself(words):
    assert index_text(words).startswith(phrase(words).rstrip())


def test_spellings_that_people_mix_find_each_other():
    indexed = index_text("دلّة نحاسيّة مطروقة، ١٫٢ لتر", "Hand-hammered brass dallah, 1.2 L")
    for query in ("دله نحاسيه", "الدلة", "DALLAH", "1.2لتر", "لتر ١٫٢", "والدلة"):
        assert all(fits(pattern, indexed) for pattern in patterns(query)), query


def test_numbers_stand_alone():
    assert not fits(patterns("50")[0], index_text("عطر 250 مل"))
    assert fits(patterns("250")[0], index_text("عطر 250مل"))


def test_patterns_hold_no_wildcards_of_the_query():
    assert patterns("100% _x_") == ["% 100 %", "% x %"]
    assert patterns(" !؟ ") == []


def test_a_digit_that_no_text_holds_was_a_letter_of_nobody():
    texts = [index_text("عود", "Oud 30 ml"), index_text("دلة", "Dallah")]
    assert respelled("3oud", texts) == "oud"
    assert respelled("dalah", texts) == "dallah"
    assert respelled("3", texts) == respelled("oud 30", texts) == ""
