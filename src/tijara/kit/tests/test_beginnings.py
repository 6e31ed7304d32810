"""What is promised of names of which a word begins as somebody has begun to type."""

import pytest

from tijara.kit.arabic import Names, beginnings, is_begun_in, mistyped_beginnings, spelled

FASHION = ("الأزياء والجمال", "Fashion & beauty", "Mode et beauté")


@pytest.mark.parametrize(
    "typed",
    [
        "أزيا",
        "ازياء",
        "الأزيا",
        "جمال",
        "والجمال",
        "الجمال",
        "fash",
        "BEAU",
        "beauté",
        "mo",
        "اَلأَزْي",
    ],
)
def test_a_word_begins_so_with_its_article_and_without(typed):
    assert is_begun_in(spelled(*FASHION), beginnings(typed))


@pytest.mark.parametrize("typed", ["", " ", "؟!", "😀", "\u200b\u200d", "زياء", "eauty", "مال"])
def test_the_middle_of_a_word_is_no_beginning_and_nothing_begins_nothing(typed):
    assert not is_begun_in(spelled(*FASHION), beginnings(typed))


def test_what_was_typed_on_another_keyboard_is_read_on_ours():
    assert not is_begun_in(spelled("جمال"), beginnings("[lhg"))
    assert is_begun_in(spelled("جمال"), mistyped_beginnings("[lhg"))
    assert is_begun_in(spelled("fashion"), mistyped_beginnings("بشسا"))
    assert mistyped_beginnings("😀") == () and mistyped_beginnings("") == ()


@pytest.mark.parametrize(
    ("typed", "thing"),
    [
        ("3otoor", "perfume"),
        ("عطوور", "perfume"),
        ("sa3at", "watches"),
        ("سعات", "watches"),
        ("fashoin", "fashion"),
        ("jamal", "fashion"),
        ("عط", ""),
        ("tr", ""),
        ("3otoor 500", ""),
        ("طائرة", ""),
        ("", ""),
    ],
)
def test_a_word_that_is_spelled_or_heard_nearly_so(typed, thing):
    names = Names(
        [
            (spelled(*FASHION), "fashion"),
            (spelled("العطور والبخور", "Perfume"), "perfume"),
            (spelled("الساعات", "Watches"), "watches"),
        ]
    )
    told = names.begun([names.nearest(typed)])[0] if typed else names.begun([beginnings("")])[0]
    assert told == ([thing] if thing else [])
