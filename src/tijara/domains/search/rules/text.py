"""How text is laid into the index: fields of terms, and the words that are filed in the lexicon."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tijara.kit.arabic import is_plain, sound_keys, stem, terms

TEXT_VERSION = 2
"""Of this cutting: one more wherever the terms of the same text become others, or a document says
more than before. What stands in the index under an older one is laid in again, some at a time,
while it is searched (`renew_texts`)."""
FIELDS = 5
"""Arabic, English and French name, brand, department."""
NAMES, DEPARTMENT = 3, 4
BETWEEN = "|"
LONGEST_WORD = 60
SHORTEST_KIN = 3
EVERY_DOCUMENT = ""
"""The lexicon's line that counts the documents themselves."""


def index_text(
    name_ar: str, name_en: str, name_fr: str, brand: str, department: str, *aliases: str
) -> str:
    """The terms of each field, between bars. What people call it too is one more name each."""
    names, others = map(_laid, (name_ar, name_en, name_fr)), map(_laid, aliases)
    return f" {BETWEEN} ".join([*names, _shared(brand), _shared(department), *others])


def _laid(field: str) -> str:
    return " ".join(terms(field))


@lru_cache(2000)
def _shared(field: str) -> str:
    """The same, of what many goods have in common."""
    return _laid(field)


def fields_of(text: str) -> list[list[str]]:
    return [field.split() for field in text.split(BETWEEN)]


def words_of(text: str | None) -> set[str]:
    """The words of a text that the lexicon counts, and the document itself."""
    if text is None:
        return set()
    return {word for word in text.split() if word != BETWEEN and len(word) <= LONGEST_WORD} | {
        EVERY_DOCUMENT
    }


def changes(texts: Iterable[tuple[str | None, str | None]]) -> Counter[str]:
    """How many documents more, or fewer, hold each word after texts were changed for others."""
    more: Counter[str] = Counter()
    for before, after in texts:
        if before != after:
            more.update(words_of(after))
            more.subtract(words_of(before))
    return Counter({word: number for word, number in more.items() if number})


@lru_cache(20_000)
def kin_keys(word: str) -> tuple[str, ...]:
    """Under which a word is found by words that sound like it, or that are its plural: its stem,
    its bones, and its bones less one."""
    if len(word) < SHORTEST_KIN or len(word) > LONGEST_WORD or not is_plain(word):
        return ()
    return (f"={stem(word)}", *sound_keys(word))


def as_columns(rows: Sequence[tuple]) -> list[object]:
    """One array a column, as a statement takes them. Texts are written by `as_array`: what the
    driver does for each of thousands of them takes longer than to make them."""
    return [
        as_array(column) if isinstance(column[0], str) else list(column)
        for column in zip(*rows, strict=True)
    ]


def as_array(texts: Iterable[str]) -> str:
    """As PostgreSQL writes an array of texts: arrays of arrays of different lengths don't pass."""
    quoted = (text.replace("\\", "\\\\").replace('"', '\\"') for text in texts)
    return "{" + ",".join(f'"{text}"' for text in quoted) + "}"
