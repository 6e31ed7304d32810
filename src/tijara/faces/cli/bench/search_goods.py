"""Believable goods for an index of any size, and how people ask for them.

Makers have as many goods as makers have: a few many, most a few. Their names and those of their
lines are made of syllables that both scripts write; a good says what it is, whose, of which line,
of which kind, in which colour, how large or of which model. Each part is cut into terms once, so
that a million names cost no more than their joining.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from tijara.kit.arabic import terms

from .finding_sets import Good
from .words import COLOURS, DEPARTMENTS, KINDS

SYLLABLES = (
    ("با", "ba"), ("ري", "ri"), ("مو", "mo"), ("سا", "sa"), ("لي", "li"), ("نو", "no"),
    ("دا", "da"), ("كو", "ko"), ("في", "fi"), ("تا", "ta"), ("ها", "ha"), ("زي", "zi"),
    ("شا", "sha"), ("جو", "jo"), ("بر", "bar"), ("سن", "san"), ("مل", "mal"), ("كر", "kar"),
    ("تل", "tal"), ("فن", "fan"), ("رو", "ro"), ("مي", "mi"), ("غا", "gha"), ("خو", "kho"),
)  # fmt: skip
SECTIONS = [(home, part) for home, parts in sorted(DEPARTMENTS.items()) for part in parts]
BETWEEN = "|"
"""Of the fields of a text, as the index writes it."""
GOODS_OF_A_MAKER = 50
MOST_LINES = 20_000
SIZES = (5, 10, 30, 50, 75, 100, 125, 150, 200, 250, 300, 400, 500, 750, 1000)
UNITS = (("مل", "ml"), ("جم", "g"), ("سم", "cm"), ("قطعة", "pieces"))
MODELS = ("xm", "gt", "pro", "sx", "ak", "mini", "max", "se", "dv", "ht")


@dataclass(frozen=True, slots=True)
class Made:
    """A good, and its index text as the rules would cut it."""

    good: Good
    section: int
    text: str


class Goods:
    """The same for the same seed and number: `goods(8)` begins with what `goods(4)` has."""

    def __init__(self, count: int, seed: int) -> None:
        self.count = count
        self._chance = Random(seed)
        self._makers = self._names(max(count // GOODS_OF_A_MAKER, 20))
        self._lines = self._names(min(max(count // 10, 50), MOST_LINES))

    def __iter__(self) -> Iterator[Made]:
        return (self._one(number) for number in range(self.count))

    def _one(self, number: int) -> Made:
        chance = self._chance
        maker = self._makers[int(len(self._makers) * chance.random() ** 2)]
        line = self._lines[int(len(self._lines) * chance.random() ** 2)]
        place = chance.randrange(len(SECTIONS))
        home, section = SECTIONS[place]
        kind, colour = chance.choice(KINDS), chance.choice(COLOURS)
        what = (section[0].split()[0], section[1])
        last = self._size() if chance.random() < 0.6 else self._model()
        parts = [what, maker, line, kind, colour, last]
        arabic, english = [part[0] for part in parts], [part[1] for part in parts]
        fields = (
            " ".join(_cut(part) for part in arabic),
            " ".join(_cut(part) for part in english),
            "",
            f"{_cut(maker[0])} {_cut(maker[1])}",
            f"{_cut(section[0])} {_cut(section[1])}",
        )
        names = " ".join(arabic), " ".join(english)
        good = Good(f"s{number}", names[0], names[1], maker[0], maker[1])
        return Made(good, place, f" {BETWEEN} ".join(fields))

    def _names(self, most: int) -> list[tuple[str, str]]:
        found: dict[tuple[str, str], None] = {}
        while len(found) < most:
            some = [
                self._chance.choice(SYLLABLES) for _ in range(self._chance.choice((2, 3, 3, 4)))
            ]
            found["".join(each[0] for each in some), "".join(each[1] for each in some)] = None
        return list(found)

    def _size(self) -> tuple[str, str]:
        number, unit = self._chance.choice(SIZES), self._chance.choice(UNITS)
        return f"{number} {unit[0]}", f"{number} {unit[1]}"

    def _model(self) -> tuple[str, str]:
        model = f"{self._chance.choice(MODELS)}-{self._chance.randrange(10, 10_000)}"
        return model, model


@cache
def _cut(part: str) -> str:
    return " ".join(terms(part))
