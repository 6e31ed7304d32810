"""How text is laid into the index, and what a query asks of it."""

from tijara.kit.arabic import fold

MOST_WORDS = 8
ARTICLES = ("وال", "بال", "ال")
SHORTEST_STEM = 3


def index_text(*parts: str) -> str:
    """The folded parts, with a space at each end so that whole words can be asked for."""
    return f" {' '.join(filter(None, map(fold, parts)))} "


def patterns(query: str) -> list[str]:
    """LIKE patterns that must all fit. Words may stand inside longer ones ("دلة" in "الدلال");
    numbers and single letters must stand alone, so that 50 does not find 250.
    """
    words = dict.fromkeys(fold(query).split()[:MOST_WORDS])
    return [_pattern(word) for word in words]


def phrase(query: str) -> str:
    """The query as it would stand in a text that begins with it."""
    return f" {fold(query)}"


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
