"""What may be counted of what people ask for, and from when on others may see it."""

import re

from tijara.kit.arabic import strip_controls, terms

from .mending import LONGEST_MISSED, worth_noting

FEWEST_PEOPLE = 5
"""As many different visitors must have asked for some words before anybody sees them: they may be
somebody's name. Also `Wording`'s index."""
MOST_MARKS = 10
"""More visitors than these are not told apart."""
FADES_DAYS = 30.0
"""After these, a search counts for a third of what it did: its heat is about how often in a
month."""
LONGEST_PHRASE = 200
_WORD = re.compile(r"\w")


def counted_text(text: str) -> tuple[str, str]:
    """(terms, as it is shown) of words that may be counted; nothing where they may tell of a person
    or say too little."""
    said = " ".join(strip_controls(text[: 2 * LONGEST_MISSED]).split())
    term = worth_noting(said) if len(said) <= LONGEST_MISSED else ""
    return (term, said) if term and _WORD.search(said) else ("", "")


def phrase(text: str) -> str:
    """The terms of words, as they are kept and compared; of a long text its beginning."""
    return " ".join(terms(text[:LONGEST_PHRASE]))


def holds_phrase(text: str, part: str) -> bool:
    """Whether these terms have those in them, one after another."""
    return bool(part) and f" {part} " in f" {text} "
