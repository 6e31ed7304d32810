"""What else a term is called in trade: ours, by country; staff add their own (`write_synonym`)."""

from functools import cache

from tijara.kit.arabic import terms

from .kin_words import LINES


@cache
def _all() -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    told = []
    for line in LINES.strip().splitlines():
        countries, _, words = line.rpartition(":")
        equals = dict.fromkeys(cut[0] for word in words.split() if len(cut := terms(word)) == 1)
        told.append((frozenset(countries.split()), tuple(equals)))
    return tuple(told)


@cache
def kin_of(country: str) -> dict[str, tuple[str, ...]]:
    """What else each term may be called there."""
    found: dict[str, dict[str, None]] = {}
    for countries, words in _all():
        if not countries or country in countries:
            for word in words:
                others = found.setdefault(word, {})
                others |= dict.fromkeys(other for other in words if other != word)
    return {word: tuple(others) for word, others in found.items()}
