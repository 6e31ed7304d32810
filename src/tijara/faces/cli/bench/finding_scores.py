"""How well something was found, and of what kind the errors are."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log2

from tijara.kit.arabic import has_digit, terms

from .finding_sets import Asked, Good

MOST_TOLD = 12


def _ndcg(asked: Asked, found: Sequence[str]) -> float:
    """Of the first ten; what was meant without a grade is worth 1, what nobody judged nothing."""
    grades = asked.grades if asked.grades is not None else dict.fromkeys(asked.meant, 1)
    best = sorted((max(grade, 0) for grade in grades.values()), reverse=True)
    return _gained([max(grades.get(key, 0), 0) for key in found]) / _gained(best)


def _gained(grades: Sequence[int]) -> float:
    return sum(grade / log2(rank + 2) for rank, grade in enumerate(grades[:10]))


class Scores:
    """Each query has goods that it means; one of them found first is right. Where goods were
    graded, nDCG gains by the grade, and it is told how often a trap stood among the first five."""

    def __init__(self, goods: Sequence[Good]) -> None:
        self.asked = 0
        self._names = {good.key: good.name_ar for good in goods}
        self._sums: dict[str, float] = defaultdict(float)
        self._kinds: dict[str, list[int]] = {}
        self._errors: Counter[str] = Counter()
        self._examples: list[str] = []

    def add(self, asked: Asked, found: Sequence[str]) -> None:
        self.asked += 1
        found = list(dict.fromkeys(found))
        ranks = [rank for rank, key in enumerate(found) if key in asked.meant]
        best = ranks[0] if ranks else None
        self._sums["acc@1"] += best == 0
        self._sums["recall@5"] += best is not None and best < 5
        self._sums["MRR"] += 0 if best is None else 1 / (best + 1)
        self._sums["nDCG@10"] += _ndcg(asked, found)
        if asked.grades is not None:
            few = min(len(asked.meant), 10)
            self._sums["found of the relevant in 10"] += sum(rank < 10 for rank in ranks) / few
            self._sums["trap in 5"] += any(asked.grades.get(key, 0) < 0 for key in found[:5])
        if asked.kind:
            right, of = self._kinds.setdefault(asked.kind, [0, 0])
            self._kinds[asked.kind] = [right + (best is not None and best < 5), of + 1]
        if best != 0:
            self._note(asked, found)

    def told(self) -> dict:
        told: dict = {"queries": self.asked}
        told |= {name: value / self.asked for name, value in self._sums.items()}
        if self._kinds:
            told["recall@5 by kind"] = {
                kind: round(right / of, 3) for kind, (right, of) in self._kinds.items()
            }
        return told | {"errors": dict(self._errors), "examples": self._examples}

    def _note(self, asked: Asked, found: Sequence[str]) -> None:
        meant = self._names[min(asked.meant)]
        got = self._names[found[0]] if found else ""
        kind = self._kind_of(meant, got)
        self._errors[kind] += 1
        if len(self._examples) < MOST_TOLD:
            self._examples.append(
                f"{kind}: {asked.text} | meant {meant} | found {got or 'nothing'}"
            )

    @staticmethod
    def _kind_of(meant: str, got: str) -> str:
        if not got:
            return "nothing found"
        one, other = terms(meant), terms(got)
        if one[:1] != other[:1]:
            return "another good"
        same = {term for term in one if not has_digit(term)}
        if same == {term for term in other if not has_digit(term)}:
            return "the same in another size"
        return "the same in another form or kind"
