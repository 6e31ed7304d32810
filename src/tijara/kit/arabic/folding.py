"""Text folded for comparison, cleaned for the eye, made into slugs."""

import re
import unicodedata

BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = BIDI_CONTROLS + "\u00ad\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
JOINERS = "\u200c\u200d"
TATWEEL = "\u0640"

_KIN: dict[str, str | None] = {
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
    "ک": "ك", "گ": "ك", "ڭ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز",
}  # fmt: skip
"""Letters that a reader takes for one another, after their hamzas have come off."""

_GROUPING = re.compile(r"(?<=\d)[,٬](?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<=\d)[,٫](?=\d)")
_POINT_INSIDE = re.compile(r"(?<!\d)\.|\.(?!\d)")
_NOT_WORDS = re.compile(r"[^\w.]|_")
_LETTER_BY_DIGIT = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
_NOT_SLUG = re.compile(r"[\W_]+")
_UNSEEN = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff{INVISIBLE}]")


def ascii_digits(text: str) -> str:
    """Every decimal digit of every script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text
    )


class _Plain(dict[int, str | None]):
    """For str.translate: what is not seen goes, digits are ASCII; filled letter by letter."""

    def __init__(self, kin: dict[str, str | None]) -> None:
        super().__init__(str.maketrans(kin))

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        plain: str | None = letter
        if not _is_seen(letter):
            plain = None
        elif letter.isdecimal():
            plain = str(unicodedata.decimal(letter))
        self[code] = plain
        return plain


_FOLDED, _READABLE = _Plain(_KIN), _Plain({})


def fold(text: str) -> str:
    """Words as the index and the query see them; folding twice changes nothing.

    Marks, hamzas, tatweel and controls come off; alef, yaa, taa marbuta and their Persian kin
    become one; digits are ASCII; "100مل" becomes "100 مل"; punctuation is a space, but for the
    point inside a number.
    """
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    text = text.translate(_FOLDED)
    text = _DECIMAL.sub(".", _GROUPING.sub("", text))
    text = _POINT_INSIDE.sub(" ", _NOT_WORDS.sub(" ", text))
    text = unicodedata.normalize("NFC", _LETTER_BY_DIGIT.sub(" ", text))
    return " ".join(text.split())


def strip_controls(text: str, *, keep_lines: bool = False) -> str:
    """What people type, without characters that no one sees: bidi controls, NULs, stray spaces.

    The letters stay as they were typed. Joiners stay: Persian words and emoji need them.
    """
    text = _UNSEEN.sub("", text)
    if keep_lines:
        return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
    return " ".join(text.split())


def slug(text: str, limit: int = 120) -> str:
    """An address part that a person can read: letters of any script, digits and dashes."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = _NOT_SLUG.sub("-", text.translate(_READABLE)).strip("-")
    if len(text) <= limit:
        return text
    return text[: limit + 1].rpartition("-")[0] or text[:limit]


def _is_seen(letter: str) -> bool:
    return (
        letter != TATWEEL
        and letter not in INVISIBLE
        and letter not in JOINERS
        and unicodedata.category(letter) not in ("Mn", "Me", "Cc", "Cf", "Cs")
        or letter.isspace()
    )
