"""Blanks of a ready text: what is written as {buyer} or {order} is filled in with what the page at
hand knows, in whatever language its writer has named it."""

import re
from collections.abc import Iterable, Mapping

from django.utils.translation import get_language

LANGUAGES = ("ar", "en", "fr")
BLANKS: dict[str, tuple[str, str, str]] = {
    "buyer": ("المشتري", "buyer", "acheteur"),
    "order": ("الطلب", "order", "commande"),
    "return": ("الإرجاع", "return", "retour"),
    "store": ("المتجر", "store", "boutique"),
}
"""What each is called in `LANGUAGES`."""
_MEANT = {word: blank for blank, words in BLANKS.items() for word in words}
_BLANK = re.compile(r"\{\s*([^{}\s]{1,20})\s*\}")


def filled(text: str, known: Mapping[str, str]) -> str:
    """What is not known here stays as it stands: who sends it sees that."""
    return _BLANK.sub(lambda met: known.get(_MEANT.get(met[1].casefold(), "")) or met[0], text)


def emptied(text: str, known: Mapping[str, str]) -> str:
    """The other way round, before a text is kept for the next buyer."""
    for blank, told in known.items():
        if told:
            text = re.sub(rf"(?<!\w){re.escape(told)}(?!\w)", said(blank), text)
    return text


def said(blank: str) -> str:
    """As the reader writes it."""
    language = (get_language() or LANGUAGES[0])[:2]
    return f"{{{BLANKS[blank][LANGUAGES.index(language)]}}}"


def listed(blanks: Iterable[str]) -> list[str]:
    return [said(blank) for blank in blanks]
