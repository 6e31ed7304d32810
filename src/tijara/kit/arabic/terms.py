"""The terms of a text: one cutting for what is laid into an index and what is asked of it."""

import re
from functools import lru_cache

from .folding import fold
from .units import AFTER_A_NUMBER, ALWAYS, FORMS, MEASURES

_PULLED = re.compile(r"([\u0621-\u064a])\1{2,}")
_PULLED_LATIN = re.compile(r"([a-hj-wyz])\1{2,}")
"""Not of x and i: XXL and III mean what they say."""
_CLITICS = ("وبال", "وال", "بال", "فال", "لل", "ال")
_SHORTEST_STEM = 3
_ARABIC = re.compile("[\u0621-\u064a]")
_ENDINGS = ("يات", "ات", "ين", "ون", "ان", "يه", "ه", "ي")
_LATIN_ENDINGS = (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"))


def terms(text: str) -> list[str]:
    """Folded words without stretching and article; measures and forms under one name.

    Terms of terms are the same terms.
    """
    return [term for _, term in terms_by_word(text)]


def terms_by_word(text: str) -> list[tuple[str, str]]:
    """(word as folded, its term)"""
    found: list[tuple[str, str]] = []
    before = ""
    for word in fold(text).split():
        term = _term(word, has_digit(before))
        found.append((word, term))
        before = term
    return found


def has_digit(term: str) -> bool:
    """A number, a size or a part of a model's: it is compared as it stands."""
    return not term.isalpha() and any(letter.isdigit() for letter in term)


def is_plain(term: str) -> bool:
    """Neither a number nor a measure nor a form: a name, or a word that says what it is."""
    return not has_digit(term) and term not in MEASURES and term not in FORMS


def stem(term: str) -> str:
    """What remains of a word in its plural, its feminine: only to find kin, never to be shown."""
    if _ARABIC.match(term):
        for ending in _ENDINGS:
            if term.endswith(ending) and len(term) - len(ending) >= _SHORTEST_STEM:
                return term[: -len(ending)]
        return term
    return _latin_stem(term)


def _latin_stem(term: str) -> str:
    for ending, rest in _LATIN_ENDINGS:
        if term.endswith(ending) and len(term) - len(ending) >= 2:
            return term.removesuffix(ending) + rest
    if len(term) > _SHORTEST_STEM and term.endswith("s") and not term.endswith(("ss", "us", "is")):
        return term[:-1]
    return term


@lru_cache(20_000)
def _term(word: str, is_after_number: bool) -> str:
    """Names are made of few words: most of them were met a moment ago."""
    if has_digit(word):
        return word
    word = _PULLED_LATIN.sub(r"\1\1", _PULLED.sub(r"\1", word))
    if is_after_number and word in AFTER_A_NUMBER:
        return AFTER_A_NUMBER[word]
    return ALWAYS.get(word) or _bare(word)


def _bare(word: str) -> str:
    """Without article and what hangs before it, where enough of it is left."""
    for clitic in _CLITICS:
        rest = word.removeprefix(clitic)
        if rest != word and len(rest) >= _SHORTEST_STEM:
            return ALWAYS.get(rest) or _bare(rest)
    return word
