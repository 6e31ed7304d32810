"""Arabic text: folded for the index, cleaned for the eye, made into slugs, read as numbers."""

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
_AMOUNT = re.compile(r"\D*?(?:(?<![\d.,٫٬])|(?<=[^\W\d_]\.))(-?)(\d(?:[\d.,٫٬'’ ]*\d)?)\D*")
_FRACTION = re.compile(r"(?:\D*\s)?(-?)([.٫]\d+)\D*")
_UNSEEN = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff{INVISIBLE}]")
_FORMULA_SIGNS = frozenset("=@%/*#+")


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


def parse_decimal(text: str, exponent: int) -> int | None:
    """An amount as typed, in minor units; None where it can't be read for sure.

    The last of two kinds of separator is the decimal one. A lone comma before exactly three
    digits groups thousands ("1,250"), unless nothing but a zero stands before it; a lone point
    is always decimal. Words and currency signs around the number are let go.
    """
    text = ascii_digits(strip_controls(text))
    found = _AMOUNT.fullmatch(text) or _FRACTION.fullmatch(text)
    if not found or _FORMULA_SIGNS & set(text) or any(map(_is_odd_digit, text)):
        return None
    sign, number = found.groups()
    mark = _decimal_mark(number)
    whole, _, part = number.rpartition(mark) if mark else (number, "", "")
    groups = re.split(r"[.,٬'’ ]", whole)
    if "٫" in whole or any(len(group) != 3 for group in groups[1:]):
        return None
    if len(groups) > 1 and not 1 <= len(groups[0]) <= 3:
        return None
    part = part.rstrip("0")
    if len(part) > exponent or not (part or "0").isdigit():
        return None
    minor = int("".join(groups) + part.ljust(exponent, "0") or "0")
    return -minor if sign else minor


def _decimal_mark(number: str) -> str:
    """The separator that parts whole from fraction, or none."""
    if "٫" in number:
        return "٫"
    last = max(number.rfind("."), number.rfind(","))
    if last < 0:
        return ""
    mark = number[last]
    if number.count(mark) > 1:
        return ""
    groups_thousands = mark == "," and "." not in number and len(number) - last == 4
    return "" if groups_thousands and number[:last] != "0" else mark


def _is_odd_digit(letter: str) -> bool:
    return letter.isdigit() and not letter.isdecimal()


def _is_seen(letter: str) -> bool:
    return (
        letter != TATWEEL
        and letter not in INVISIBLE
        and letter not in JOINERS
        and unicodedata.category(letter) not in ("Mn", "Me", "Cc", "Cf", "Cs")
        or letter.isspace()
    )
