"""Where in the tree a row belongs, from what shops write into a category cell."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from html import unescape
from pathlib import Path

from tijara.kit.arabic import fold, strip_controls

KNOWN_WORDS = Path(__file__).parents[1] / "sections" / "words.csv"
LEVELS = re.compile(r"\s*[>›»]\s*")
PATHS = re.compile(r"\s*[,،;|]\s*")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
Path_ = tuple[str, ...]


class SectionNames:
    """Pairs Arabic paths with English ones.

    A cell may list several paths ("العطور, العطور > عطور رجال"): the deepest counts, and the
    first of them. Where both languages list several, their order does not agree; so the pairs are
    learned from cells that leave no doubt.
    """

    def __init__(self) -> None:
        self._votes: dict[Path_, Counter[Path_]] = {}

    def learn(self, cell_ar: str, cell_en: str) -> None:
        arabic, english = _deepest(cell_ar), _deepest(cell_en)
        if len(arabic) == len(english) == 1 and len(arabic[0]) == len(english[0]):
            for depth in range(1, len(arabic[0]) + 1):
                votes = self._votes.setdefault(arabic[0][:depth], Counter())
                votes[english[0][:depth]] += 1

    def resolve(self, cell_ar: str, cell_en: str) -> tuple[Path_, Path_]:
        """The path in Arabic and in English; either may be empty."""
        arabic, english = _deepest(cell_ar), _deepest(cell_en)
        if arabic:
            return arabic[0], self._english_of(arabic[0])
        if not english:
            return (), ()
        path = tuple(map(_readable, english[0]))
        known = [_known_words().get(_plain(name)) for name in path]
        if all(known):
            return tuple(pair[0] for pair in known if pair), tuple(
                pair[1] for pair in known if pair
            )
        return (), path

    def _english_of(self, arabic: Path_) -> Path_:
        votes = self._votes.get(arabic)
        return votes.most_common(1)[0][0] if votes else ()


@lru_cache(4096)
def _deepest(cell: str) -> list[Path_]:
    paths = [
        tuple(filter(None, LEVELS.split(path)))
        for path in PATHS.split(strip_controls(unescape(cell)))
    ]
    depth = max(map(len, paths), default=0)
    return list(dict.fromkeys(path for path in paths if depth and len(path) == depth))


def _readable(name: str) -> str:
    """ "riceAndNoodles" and "frozen_food" as a person would write them."""
    if " " in name:
        return name
    words = CAMEL.sub(" ", name).replace("_", " ").split()
    return " ".join(words).capitalize() if words else name


def _plain(name: str) -> str:
    """Folded words without "and" and without the s of the plural."""
    words: Sequence[str] = fold(name).split()
    return " ".join(word.removesuffix("s") for word in words if word not in ("and", "the"))


@cache
def _known_words() -> dict[str, tuple[str, str]]:
    """Ordinary departments: (Arabic, English) by each English spelling."""
    with KNOWN_WORDS.open(encoding="utf-8", newline="") as file:
        return {
            _plain(spelling): (row["ar"], row["en"])
            for row in csv.DictReader(file)
            for spelling in (row["en"], *filter(None, row["also"].split("|")))
        }
