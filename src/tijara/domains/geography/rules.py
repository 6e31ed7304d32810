"""How the names of places are compared, and how a list's columns are understood."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from tijara.kit.arabic import fold, slug

from .shapes import Level

LEVELS = (Level.REGION, Level.CITY, Level.DISTRICT)
PARENT = {Level.REGION: None, Level.CITY: Level.REGION, Level.DISTRICT: Level.CITY}
LONGEST_NAME, LONGEST_CODE, LONGEST_NUMBER = 120, 40, 40
FIELDS = ("number", "name_ar", "name_en", "parent")
KINDS = {
    Level.REGION: {"region", "governorate", "province", "emirate", "منطقه", "محافظه", "اماره"},
    Level.CITY: {"city", "town", "مدينه", "مركز"},
    Level.DISTRICT: {"district", "neighborhood", "neighbourhood", "quarter", "حي"},
}
"""What a level is called, as `fold` writes it and without its article."""
NUMBERS, NAMES = {"id", "no", "number", "رقم", "معرف"}, {"name", "اسم"}
ARABIC, ENGLISH = {"ar", "arabic", "عربي", "عربيه"}, {"en", "english", "انجليزي", "انجليزيه"}
ELSEWHERE = {"capital", "عاصمه", "population", "سكان"}
"""Columns that name a level and tell of something else."""
ARTICLES = frozenset({"al", "ad", "an", "ar", "as", "at", "az", "el"})


def plain(name: str) -> str:
    """A name as places are compared: folded and without articles."""
    words = [_bare(word) for word in fold(name).split()]
    return " ".join([word for word in words if word not in ARTICLES] or words)


def plain_region(name: str) -> str:
    """Also without what says that it is a region: "منطقة الرياض" and "الرياض" are one."""
    words = plain(name).split()
    return " ".join([word for word in words if word not in KINDS[Level.REGION]] or words)


def columns_of(header: Sequence[str], level: Level | None = None) -> tuple[Level, dict[str, int]]:
    """The level that a list is of, and the place of each of FIELDS among its columns."""
    told = [_told(name) for name in header]
    found = level or _deepest(told)
    places: dict[str, int] = {}
    for place, column in enumerate(told):
        name = _field(column, found)
        if name and name not in places:
            places[name] = place
    return found, places


def code_of(start: str, name_en: str, number: str, known: Set[str]) -> str:
    """A new place's code, that a person can read where its list has an English name for it."""
    readable = slug(name_en).encode("ascii", "ignore").decode().strip("-")[:24].strip("-")
    wishes = [readable, f"{readable}-{number.lower()}" if readable else "", f"n{number.lower()}"]
    for wish in wishes:
        code = f"{start}-{slug(wish)}"[:LONGEST_CODE]
        if wish.strip("-n") and code not in known:
            return code
    count = 2
    while f"{start}-{readable or 'n'}-{count}" in known:
        count += 1
    return f"{start}-{readable or 'n'}-{count}"


@dataclass(frozen=True, slots=True)
class _Column:
    level: Level | None
    is_number: bool
    is_english: bool
    is_name: bool


def _told(name: str) -> _Column:
    words = {_bare(word) for word in fold(name).split()}
    level = next((level for level in LEVELS if words & KINDS[level]), None)
    if words & ELSEWHERE:
        return _Column(None, False, False, False)
    is_number, is_english = bool(words & NUMBERS), bool(words & ENGLISH)
    is_name = not is_number and bool(level or words & (NAMES | ARABIC | ENGLISH))
    return _Column(level, is_number, is_english, is_name)


def _deepest(told: Sequence[_Column]) -> Level:
    levels = {column.level for column in told}
    return next((level for level in reversed(LEVELS) if level in levels), Level.REGION)


def _field(column: _Column, level: Level) -> str:
    """A parent's number is surer than its name; both may be there, and the first one counts."""
    if column.level is not None and column.level is PARENT[level]:
        return "parent" if column.is_number or column.is_name else ""
    if column.level not in (None, level):
        return ""
    if column.is_number:
        return "number"
    if column.is_name:
        return "name_en" if column.is_english else "name_ar"
    return ""


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 3 else word
