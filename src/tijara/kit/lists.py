"""A list that somebody sends of what he pays us: which column holds what, how amounts and days in
it are read, and what makes a line the same line in whatever file it comes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from .arabic import ascii_digits, fold, parse_decimal, strip_controls


class LineKind(StrEnum):
    """What a line of a gateway's report tells of."""

    PAYMENT = "payment"
    REFUND = "refund"
    TAKEN = "taken"
    """Taken back from us against our will: a dispute that was lost."""
    FEE = "fee"
    NOTHING = "nothing"
    """It doesn't count: the transfer itself, or a sum."""


@dataclass(frozen=True, slots=True)
class ListForm:
    """How a vendor writes his report: the headings of its `columns` by what they hold ("kind",
    "reference", "amount", "fee", "vat", "net", "currency", "moment"), and what his words for
    `kinds` of lines mean. A word that is not in it can't be read; where no column tells the kind,
    what is below nothing went back."""

    columns: Mapping[str, str]
    kinds: Mapping[str, LineKind]


MOST_MINOR = 10**12
DAYS = (
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})"),
)


def guessed_columns(
    header: Sequence[str], kept: Mapping[str, str], headings: Mapping[str, Iterable[str]]
) -> dict[str, str]:
    """Which heading holds what: as it was said before, else by its words, in the order of
    `headings`. One heading, one use."""
    found = {field: name for field, name in kept.items() if name in header and field in headings}
    for field, words in headings.items():
        if field not in found:
            free = [name for name in header if name not in found.values()]
            if heading := next((name for name in free if _says(words, name)), ""):
                found[field] = heading
    return found


def columns_fault(
    columns: Mapping[str, str], header: Sequence[str], needed: Iterable[str]
) -> dict[str, str]:
    """A code by field; empty, the list can be read."""
    faults = {field: "required" for field in needed if not columns.get(field)}
    faults |= {field: "unknown" for field, name in columns.items() if name and name not in header}
    used = [name for name in columns.values() if name]
    faults |= {field: "twice" for field, name in columns.items() if name and used.count(name) > 1}
    return faults


def minor_of(typed: str, exponent: int, nothing: int | None = None) -> int | None:
    """An amount in minor units, signed; `nothing` for an empty cell, None for what is no amount."""
    if not typed.strip():
        return nothing
    minor = parse_decimal(typed, exponent)
    return minor if minor is not None and abs(minor) <= MOST_MINOR else None


def day_of(typed: str) -> date | None:
    """What stands behind the day, an hour for instance, is let go."""
    plain = ascii_digits(strip_controls(typed)).split(" ")[0].split("T")[0]
    for form in DAYS:
        if found := form.fullmatch(plain):
            try:
                return date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                return None
    return None


def mark_of(*told: object) -> str:
    """Of all that a line says."""
    return sha256("|".join(map(str, told)).encode()).hexdigest()


def _says(words: Iterable[str], heading: str) -> bool:
    said = fold(heading)
    return any(fold(word) in said for word in words)
