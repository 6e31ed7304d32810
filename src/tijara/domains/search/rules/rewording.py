"""Words of several terms, and what they mean: "كريم مرطب" is also "moisturizer"."""

from collections.abc import Mapping, Sequence

from .mending import MOST_TERMS

MOST_REWORDINGS = 3
MOST_WORDS = 12
"""Of a query: phrases further on are not looked for."""


def rewordings(said: Sequence[str], meant: Mapping[str, Sequence[str]]) -> list[str]:
    """The same words with a phrase in them put otherwise. Once: what is put in is not put otherwise
    again, so that a circle of words goes round once. The longest phrase first."""
    found: dict[str, None] = {}
    said = said[:MOST_WORDS] if meant else ()
    for length in range(min(len(said), MOST_TERMS), 0, -1):
        for start in range(len(said) - length + 1):
            phrase = " ".join(said[start : start + length])
            for other in meant.get(phrase, ()):
                told = [*said[:start], other, *said[start + length :]]
                found.setdefault(" ".join(told))
    return list(found)[:MOST_REWORDINGS]
