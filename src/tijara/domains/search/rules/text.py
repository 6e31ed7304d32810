"""How text is laid into the index, and what a query asks of it."""

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from tijara.kit.arabic import fold

MOST_WORDS = 8
ARTICLES = ("وال", "بال", "ال")
SHORTEST_STEM = 3
LIKE_ENOUGH = 0.6


def index_text(*parts: str) -> str:
    """The folded parts, with a space at each end so that whole words can be asked for."""
    return f" {' '.join(filter(None, map(fold, parts)))} "


def patterns(query: str) -> list[str]:
    """LIKE patterns that must all fit. Words may stand inside longer ones ("دلة" in "الدلال");
    numbers and single letters must stand alone, so that 50 does not find 250.
    """
    return [_pattern(word) for word in distinct_words(query)]


def distinct_words(query: str) -> list[str]:
    """As many as are looked for, each once."""
    return list(dict.fromkeys(fold(query).split()[:MOST_WORDS]))


def says_something(word: str) -> bool:
    """Whether goods that hold this word alone are worth showing to who typed more."""
    return len(word) >= SHORTEST_STEM and not word.isdigit()


def phrase(query: str) -> str:
    """The query as it would stand in a text that begins with it."""
    return f" {fold(query)}"


def respelled(query: str, texts: Iterable[str]) -> str:
    """The query with each word that no text holds replaced by the word that they hold most like
    it; nothing where that is the query itself, or where a word is like none. A number or a letter
    that no text holds was no word: "3oud" was oud."""
    known = Counter(word for text in texts for word in set(text.split()))
    words = distinct_words(query)
    told = [word for word in words if word in known or says_something(word)]
    better = [word if word in known else _likest(word, known) for word in told]
    return " ".join(dict.fromkeys(better)) if all(better) and better != words else ""


def _likest(word: str, known: Counter[str]) -> str:
    """Among words as like it, the one that more texts hold."""
    alike = [(SequenceMatcher(None, word, other).ratio(), known[other], other) for other in known]
    best = max(alike, default=(0.0, 0, ""))
    return best[2] if best[0] >= LIKE_ENOUGH else ""


def _pattern(word: str) -> str:
    if len(word) == 1 or any(letter.isdigit() for letter in word):
        return f"% {word} %"
    return f"%{_stem(word)}%"


def _stem(word: str) -> str:
    """The word without its article, where enough of it is left."""
    for article in ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= SHORTEST_STEM:
            return word[len(article) :]
    return word
