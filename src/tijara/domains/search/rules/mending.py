"""What staff may write down of a word, and which searches are worth their attention."""

import re
from collections.abc import Iterable, Mapping, Sequence

from tijara.kit.arabic import ascii_digits, strip_controls, terms

MOST_MEANT = 8
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
    """The term, the words that it means, and what is wrong by field."""
    faults: dict[str, str] = {}
    term = _one_term(typed)
    words = [word for word in dict.fromkeys(strip_controls(each).strip() for each in meant) if word]
    if not typed.strip():
        faults["typed"] = "empty"
    elif not term or len(typed) > LONGEST_SAID:
        faults["typed"] = "one_word"
    if not words:
        faults["meant"] = "empty"
    elif len(words) > MOST_MEANT:
        faults["meant"] = "too_many_words"
    elif any(len(word) > LONGEST_SAID or not _one_term(word) for word in words):
        faults["meant"] = "one_word_each"
    elif term and term in map(_one_term, words):
        faults["meant"] = "itself"
    return term, words, faults


def leads_back(term: str, meant: Iterable[str], told: Mapping[str, Sequence[str]]) -> bool:
    """Whether what it means leads over others back to itself."""
    seen: set[str] = set()
    ahead = [_one_term(word) for word in meant]
    while ahead:
        word = ahead.pop()
        if word == term:
            return True
        if word not in seen:
            seen.add(word)
            ahead += map(_one_term, told.get(word, ()))
    return False


def worth_noting(text: str) -> str:
    """Its terms; nothing where it says too little, or may tell of a person."""
    plain = ascii_digits(text)
    if "@" in plain or sum(map(str.isdigit, plain)) > _MOST_DIGITS or "://" in plain:
        return ""
    told = " ".join(terms(text))
    return told if _SHORTEST <= len(told) <= LONGEST_MISSED else ""


def _one_term(word: str) -> str:
    told = terms(word)
    return told[0] if len(told) == 1 else ""
