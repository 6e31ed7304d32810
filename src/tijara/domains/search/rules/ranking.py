"""How well a product's text answers a question, and what else counts: what can be explained."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from tijara.kit.arabic import FORMS, MEASURES, has_digit

from .asking import STRICT, Question
from .merits import Merit, Standing, lift_of, merits
from .text import EVERY_DOCUMENT, FIELDS, NAMES, fields_of

USUAL_RARITY = 3.0
SHORTNESS = 0.3
"""How much more a name is worth that says little else."""
BESIDE_THE_NAME = 0.6
"""Words of brand and department."""
BEGINS = 0.1
NUMBER, MEASURE, FORM = 0.8, 0.2, 1.0


@dataclass(frozen=True, slots=True)
class Why:
    """The parts of how well a product answers; `value` orders by them."""

    value: float
    text: float
    begins: bool
    merits: Mapping[Merit, float]
    in_stock: bool
    words: Mapping[str, float]
    """Which of its words count, and how much."""


class Judge:
    """Of one question over the words as they are spread in a market."""

    def __init__(self, question: Question, known: Mapping[str, int]) -> None:
        self._likes = question.likes
        self._every = max(known.get(EVERY_DOCUMENT, 1), 1)
        self._weights = {
            word: self._rarity(known.get(word, 1)) * kind_weight(word) * like
            for word, like in self._likes.items()
        }
        self._first = question.groups[0].likes if question.groups else {}

    def why(self, text: str, standing: Standing, uses: Mapping[str, int] | None = None) -> Why:
        """`uses` says in how many documents its other words stand; without it all are taken for
        equally rare, which is near enough to see who is worth a second look."""
        fields = fields_of(text)
        best, best_sum = 0, -1.0
        counted: dict[str, float] = {}
        for place, words in enumerate(fields):
            found = {word: self._weights[word] for word in words if word in self._weights}
            if place < NAMES or place >= FIELDS:
                gained = sum(found.values())
                if gained > best_sum:
                    best, best_sum = place, gained
            else:
                found = {word: value * BESIDE_THE_NAME for word, value in found.items()}
            for word, value in found.items():
                counted[word] = max(counted.get(word, 0.0), value)
        name = fields[best]
        length = self._length(set(name), uses)
        matched = sum(counted.values()) / length**SHORTNESS
        begins = bool(name) and self._first.get(name[0], 0.0) >= STRICT
        told = merits(standing)
        value = matched * (1 + BEGINS * begins) * lift_of(told, in_stock=standing.in_stock)
        return Why(value, matched, begins, told, standing.in_stock, counted)

    def _length(self, name: set[str], uses: Mapping[str, int] | None) -> float:
        """How much a name says."""
        if uses is None:
            return sum(map(kind_weight, name)) * USUAL_RARITY or 1.0
        return sum(self._rarity(uses.get(word, 1)) * kind_weight(word) for word in name) or 1.0

    def _rarity(self, uses: int) -> float:
        return log(1 + self._every / max(uses, 1))


@lru_cache(50_000)
def kind_weight(word: str) -> float:
    """Names tell goods apart better than measures do."""
    if has_digit(word):
        return NUMBER
    if word in MEASURES:
        return MEASURE
    return FORM if word in FORMS else 1.0
