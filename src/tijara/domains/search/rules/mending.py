"""What staff may write down of a word, and which searches are worth their attention."""

import re
from collections.abc import Iterable, Mapping, Sequence

from tijara.kit.arabic import ascii_digits, strip_controls, terms

MOST_MEANT = 8
MOST_TERMS = 4
"""Of what people type for a thing, and of what it is called."""
LONGEST_SAID = 60
LONGEST_MISSED = 60
_SHORTEST = 2
_MOST_DIGITS = 6
_SEPARATORS = re.compile(r"[,،;؛\n]+")


def split_words(text: str) -> list[str]:
    """Words between commas, as they were typed."""
    told = (strip_controls(each).strip() for each in _SEPARATORS.split(text))
    return list(dict.fromkeys(filter(None, told)))


def checked_synonym(typed: str, meant: Sequence[str]) -> tuple[str, list[str], dict[str, str]]:
    """The terms, the words that they mean, and what is wrong by field."""
    faults: dict[str, str] = {}
    term = _phrase(typed)
    words = [word for word in dict.fromkeys(strip_controls(each).strip() for each in meant) if word]
    if not typed.strip():
        faults["typed"] = "empty"
    elif not term or len(typed) > LONGEST_SAID:
        faults["typed"] = "few_words"
    if not words:
        faults["meant"] = "empty"
    elif len(words) > MOST_MEANT:
        faults["meant"] = "too_many_words"
    elif any(len(word) > LONGEST_SAID or not _phrase(word) for word in words):
        faults["meant"] = "few_words_each"
    elif term and term in map(_phrase, words):
        faults["meant"] = "itself"
    return term, words, faults


def leads_back(term: str, meant: Iterable[str], told: Mapping[str, Sequence[str]]) -> bool:
    """Whether what it means leads over others back to itself."""
    seen: set[str] = set()
    ahead = [_phrase(word) for word in meant]
    while ahead:
        word = ahead.pop()
        if word == term:
            return True
        if word not in seen:
            seen.add(word)
            ahead += map(_phrase, told.get(word, ()))
    return False


def worth_noting(text: str) -> str:
    """Its terms; nothing where it says too little, or may tell of a person."""
    plain = ascii_digits(text)
    if "@" in plain or sum(map(str.isdigit, plain)) > _MOST_DIGITS or "://" in plain:
        return ""
    told = " ".join(terms(text))
    return told if _SHORTEST <= len(told) <= LONGEST_MISSED else ""


def _phrase(words: str) -> str:
    """Their terms, where there are few."""
    told = terms(words)
    return " ".join(told) if len(told) <= MOST_TERMS else ""
