"""Whatever colour an owner likes, what is made of it can be read, by day and by night."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tijara.kit.accents import DAY, HOUSE, NIGHT, PALETTE, accent_of, read_accent
from tijara.kit.oklch import Oklch, contrast, from_hex, to_hex

TOKENS = Path(__file__).resolve().parents[2] / "ui/static/ui/css/tokens.css"
TEXT, MARK = 4.5, 3.0
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
HALVES = pytest.mark.parametrize(("half", "ground"), [("day", DAY), ("night", NIGHT)])


@HALVES
@settings(deadline=None)
@given(colour=COLOURS)
@example(colour="#ffff00")
@example(colour="#000000")
@example(colour="#ffffff")
@example(colour="#00ff00")
@example(colour="#777777")
@example(colour=HOUSE)
def test_every_use_of_an_accent_can_be_seen_and_read(half, ground, colour):
    made = getattr(accent_of(colour), half)
    assert contrast(made.on_accent, made.accent) >= TEXT
    assert contrast(made.on_accent, made.accent_hover) >= TEXT
    assert contrast("#fdfaf4", made.band) >= TEXT
    assert contrast("#cad4ec", made.band) >= TEXT
    for surface in ground.surfaces:
        assert contrast(made.accent, surface) >= MARK
        assert contrast(made.focus, surface) >= MARK
        assert contrast(made.accent_ink, surface) >= TEXT
    assert contrast(made.accent_ink, made.accent_soft) >= TEXT
    for ink in ground.inks:
        assert contrast(ink, made.accent_soft) >= TEXT


@settings(deadline=None)
@given(colour=COLOURS)
def test_the_hue_stays_where_there_is_one(colour):
    asked = from_hex(colour)
    made = from_hex(accent_of(colour).day.accent)
    if asked.chroma > 0.05 and made.chroma > 0.05:
        apart = abs(asked.hue - made.hue) % 360
        assert min(apart, 360 - apart) < 6


@settings(deadline=None)
@given(colour=COLOURS)
def test_a_colour_comes_back_as_it_went(colour):
    assert to_hex(from_hex(colour)) == colour


@pytest.mark.parametrize("colour", PALETTE)
def test_the_palette_needs_no_correction(colour):
    assert not accent_of(colour).is_corrected
    assert accent_of(colour).day.accent == colour


def test_yellow_is_corrected_and_says_so():
    assert accent_of("#ffe600").is_corrected


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("#2A6F4E", "#2a6f4e"),
        ("2a6f4e", "#2a6f4e"),
        (" #abc ", "#aabbcc"),
        ("", None),
        ("red", None),
        ("#12345g", None),
        ("#1234567", None),
        ("#٢a6f4e", None),
        ("url(x)", None),
    ],
)
def test_what_is_a_colour(typed, read):
    assert read_accent(typed) == read


def tokens(name: str) -> list[str]:
    """Both halves of a token of tokens.css, as screens show them."""
    said = re.search(rf"--{name}: light-dark\((.*?)\);", TOKENS.read_text()).group(1)
    found = re.findall(r"oklch\(([\d. ]+)\)", said)
    return [to_hex(Oklch(*(float(part) for part in one.split()))) for one in found]


def test_the_grounds_are_those_of_the_style_sheet():
    for place, name in enumerate(("paper", "surface", "sunken", "raised")):
        assert [DAY.surfaces[place], NIGHT.surfaces[place]] == tokens(name)
    for place, name in enumerate(("ink", "ink-2")):
        assert [DAY.inks[place], NIGHT.inks[place]] == tokens(name)


@pytest.mark.parametrize(
    "name", ["accent", "accent_hover", "on_accent", "accent_ink", "accent_soft", "focus", "band"]
)
def test_the_house_wears_what_the_style_sheet_says(name):
    house = accent_of(HOUSE)
    made = [getattr(house.day, name), getattr(house.night, name)]
    assert made == tokens(name.replace("_", "-"))
