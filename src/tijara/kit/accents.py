"""One colour that an owner likes, made into all that pages need of it: readable by day and night.

The hue stays; lightness moves as little as it must until every use of the accent is far enough from
what it stands on (WCAG 2 AA: 4.5 for text, 3 for borders and marks).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .oklch import Oklch, contrast, from_hex, to_hex

ACCENT = re.compile(r"#[0-9a-f]{6}", re.ASCII)
HOUSE = "#1d44a7"
"""Lapis: what the house itself wears. Its night is gold, and stands in the style sheet."""
PALETTE = (
    HOUSE,
    "#14606b",
    "#1f6b45",
    "#5b6b1e",
    "#8a5a12",
    "#a4470f",
    "#a3262e",
    "#9c2f63",
    "#6a3d9a",
    "#4b4a57",
)
"""What an owner may pick from; each is far enough from the paper as it is."""
TEXT, MARK = 4.5, 3.0
STEP = 0.01
WHITE, NIGHT_INK = "#ffffff", "#141a30"
STRONGEST_NIGHT = 0.14
SOFT = {"day": (0.95, 0.024), "night": (0.345, 0.05)}
"""Lightness and most chroma of the ground that a chosen thing stands on."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What accents stand on (page, card, well, menu) and what is written there: of tokens.css."""

    surfaces: tuple[str, ...]
    inks: tuple[str, ...]


DAY = Ground(("#fbf9f5", "#fffefd", "#f4f1ea", "#ffffff"), ("#1b2234", "#515665"))
NIGHT = Ground(("#141b36", "#1c2542", "#0f152d", "#252f4e"), ("#f4f0e7", "#c2bbae"))


@dataclass(frozen=True, slots=True)
class Shades:
    """The accent's tokens of one half of the day."""

    accent: str
    accent_hover: str
    on_accent: str
    accent_ink: str
    accent_soft: str
    focus: str
    band: str


@dataclass(frozen=True, slots=True)
class Accent:
    """`is_corrected`: by day it had to be made darker than the colour that was asked for."""

    day: Shades
    night: Shades
    is_corrected: bool


HOUSE_DAY = Shades(
    accent=HOUSE,
    accent_hover=to_hex(Oklch(0.365, 0.155, 264)),
    on_accent=to_hex(Oklch(0.99, 0.005, 85)),
    accent_ink=to_hex(Oklch(0.405, 0.165, 264)),
    accent_soft=to_hex(Oklch(0.95, 0.022, 264)),
    focus=to_hex(Oklch(0.5, 0.2, 264)),
    band=to_hex(Oklch(0.33, 0.125, 265)),
)
HOUSE_NIGHT = Shades(
    accent=to_hex(Oklch(0.825, 0.12, 84)),
    accent_hover=to_hex(Oklch(0.875, 0.11, 86)),
    on_accent=to_hex(Oklch(0.22, 0.05, 268)),
    accent_ink=to_hex(Oklch(0.85, 0.105, 84)),
    accent_soft=to_hex(Oklch(0.345, 0.066, 270)),
    focus=to_hex(Oklch(0.88, 0.12, 86)),
    band=to_hex(Oklch(0.19, 0.07, 270)),
)
"""As tokens.css has them: the house was dressed by hand."""


def read_accent(typed: str) -> str | None:
    """ "#2a6f4e" from what was typed or picked ("2A6F4E"); None: this is no colour."""
    tidy = "#" + typed.strip().lower().removeprefix("#")
    if re.fullmatch(r"#[0-9a-f]{3}", tidy, re.ASCII):
        tidy = "#" + "".join(letter * 2 for letter in tidy[1:])
    return tidy if ACCENT.fullmatch(tidy) else None


@lru_cache(256)
def accent_of(colour: str) -> Accent:
    if colour == HOUSE:
        return Accent(HOUSE_DAY, HOUSE_NIGHT, is_corrected=False)
    asked = from_hex(colour)
    day, night = _day(asked), _night(asked)
    return Accent(day, night, is_corrected=day.accent != to_hex(asked))


def _day(asked: Oklch) -> Shades:
    accent = _moved(asked, DAY.surfaces, MARK, -STEP)
    on_accent = _on(accent)
    soft = _soft(asked, "day")
    towards = 1 if on_accent != WHITE or from_hex(accent).lightness < 0.3 else -1
    return Shades(
        accent=accent,
        accent_hover=_hover(from_hex(accent), on_accent, 0.05 * towards),
        on_accent=on_accent,
        accent_ink=_moved(asked, (*DAY.surfaces, soft), TEXT, -STEP),
        accent_soft=soft,
        focus=_moved(asked, (*DAY.surfaces, soft), MARK, -STEP),
        band=to_hex(Oklch(min(asked.lightness, 0.33), min(asked.chroma, 0.125), asked.hue)),
    )


def _night(asked: Oklch) -> Shades:
    weaker = Oklch(max(asked.lightness, 0.72), min(asked.chroma, STRONGEST_NIGHT), asked.hue)
    soft = _soft(asked, "night")
    accent = _moved(weaker, (*NIGHT.surfaces, soft), TEXT, STEP, ink=NIGHT_INK)
    return Shades(
        accent=accent,
        accent_hover=_hover(from_hex(accent), NIGHT_INK, 0.05),
        on_accent=NIGHT_INK,
        accent_ink=accent,
        accent_soft=soft,
        focus=accent,
        band=to_hex(Oklch(0.19, min(asked.chroma, 0.07), asked.hue)),
    )


def _on(accent: str) -> str:
    """What is written on it: white as long as that can be read."""
    return WHITE if contrast(WHITE, accent) >= TEXT else NIGHT_INK


def _soft(asked: Oklch, when: str) -> str:
    lightness, most = SOFT[when]
    return to_hex(Oklch(lightness, min(asked.chroma, most), asked.hue))


def _moved(start: Oklch, grounds: Iterable[str], least: float, step: float, ink: str = "") -> str:
    """The nearest lightness, by steps in one direction, that is `least` from every ground and can
    be written on: in `ink`, or in white or night ink where none is given."""
    lightness = start.lightness
    while 0 < lightness < 1:
        made = to_hex(Oklch(lightness, start.chroma, start.hue))
        is_far = all(contrast(made, ground) >= least for ground in grounds)
        if is_far and contrast(ink or _on(made), made) >= TEXT:
            return made
        lightness += step
    return to_hex(Oklch(0.0 if step < 0 else 1.0, 0, 0))


def _hover(accent: Oklch, on_accent: str, by: float) -> str:
    """A little on, as long as what is written on it can still be read."""
    while abs(by) > STEP:
        made = to_hex(Oklch(accent.lightness + by, accent.chroma, accent.hue))
        if contrast(made, on_accent) >= TEXT:
            return made
        by /= 2
    return to_hex(accent)
