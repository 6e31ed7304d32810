"""Amounts as people type them."""

import re

from .folding import ascii_digits, strip_controls

_AMOUNT = re.compile(r"\D*?(?:(?<![\d.,٫٬])|(?<=[^\W\d_]\.))(-?)(\d(?:[\d.,٫٬'’ ]*\d)?)\D*")
_FRACTION = re.compile(r"(?:\D*\s)?(-?)([.٫]\d+)\D*")
_FORMULA_SIGNS = frozenset("=@%/*#+")


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
