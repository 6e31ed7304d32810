"""How near words are to a name that people have given a product: an alias is evidence for it also
where not the very same terms were typed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, log
from uuid import UUID

NEAR = 0.5
"""The share of words, by their rarity, that a name and what was typed have in common: of less
nothing follows."""
ALMOST = 1e-9
"""Exactly the half is near, however its parts are rounded."""
LIFTED_PERCENT = 30
"""What the very words of a name would lift its product by; what is near, by the square of it."""


@dataclass(frozen=True, slots=True)
class Alias:
    text: str
    """Its terms, between spaces."""
    said: str
    """As people type it."""
    product_id: UUID


@dataclass(frozen=True, slots=True)
class Near:
    alias: Alias
    share: float
    """From `NEAR` to 1."""

    @property
    def percent(self) -> int:
        return round(LIFTED_PERCENT * self.share**2)


class Aliases:
    """Those of a market. They are found by their rarest words, so that many cost no more than
    few."""

    def __init__(self, told: Iterable[Alias]) -> None:
        self._told = [(alias, frozenset(alias.text.split())) for alias in told]
        self._exact: dict[str, list[UUID]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, (alias, words) in enumerate(self._told):
            self._exact[alias.text].append(alias.product_id)
            for word in words:
                self._by_word[word].append(number)
        self._uses = Counter({word: len(held) for word, held in self._by_word.items()})

    def exactly(self, asked: str) -> Sequence[UUID]:
        """The products that are called so."""
        return self._exact.get(asked, ())

    def near(self, asked: str) -> dict[UUID, Near]:
        """Of each product the nearest of its names, the nearest first."""
        words = frozenset(asked.split())
        whole = self._weight(words)
        found: dict[UUID, Near] = {}
        for number in self._candidates(words, whole):
            alias, named = self._told[number]
            share = self._weight(words & named) / self._weight(words | named)
            known = found.get(alias.product_id)
            if share >= NEAR - ALMOST and (known is None or share > known.share):
                found[alias.product_id] = Near(alias, share)
        return dict(sorted(found.items(), key=lambda one: (-one[1].share, one[0])))

    def _candidates(self, words: frozenset[str], whole: float) -> set[int]:
        """What shares nothing but the commonest words, which weigh less than `NEAR` of all that was
        typed, can't be near."""
        found: set[int] = set()
        left = whole
        for word in sorted(words, key=lambda word: (self._uses[word], word)):
            if left < (NEAR - ALMOST) * whole:
                break
            found.update(self._by_word.get(word, ()))
            left -= self._rarity(word)
        return found

    def _weight(self, words: frozenset[str]) -> float:
        """Added up in one way, whatever their order."""
        return fsum(map(self._rarity, words))

    def _rarity(self, word: str) -> float:
        return log(1 + len(self._told) / (self._uses[word] + 1))
