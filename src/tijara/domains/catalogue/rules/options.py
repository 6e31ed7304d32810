"""Options and what follows from them: keys, combinations, labels; and which codes are codes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Protocol

from stdnum import ean

from tijara.kit.arabic import ascii_digits, fold, slug, strip_controls

from ..shapes import Choice, Option, OptionValue

MOST_OPTIONS = 3
MOST_VALUES = 60
MOST_VARIANTS = 200
LONGEST_NAME = 60
LONGEST_LABEL = 120
SWATCH = re.compile(r"#[0-9a-f]{6}", re.ASCII)
AND = {"ar": "، ", "en": ", ", "fr": ", "}


class Named(Protocol):
    """A thing with a key, and with a name in each language."""

    @property
    def key(self) -> str: ...
    @property
    def name_ar(self) -> str: ...
    @property
    def name_en(self) -> str: ...


def clean_options(options: Iterable[Option]) -> tuple[Option, ...]:
    """Names without hidden characters; a lone name in another language serves as the Arabic."""
    return tuple(
        replace(_clean(option), values=tuple(_clean_value(value) for value in option.values))
        for option in options
    )


def options_fault(options: Sequence[Option]) -> str:
    """The code of what is wrong with them, or nothing."""
    if len(options) > MOST_OPTIONS:
        return "too_many_options"
    faults = [_option_fault(option) for option in options]
    if fault := next(filter(None, faults), ""):
        return fault
    if has_twins(options):
        return "same_value_twice"
    return "too_many_variants" if count_of(options) > MOST_VARIANTS else ""


def _option_fault(option: Option) -> str:
    things: tuple[Named, ...] = (option, *option.values)
    faults = {
        "name_missing": not all(thing.name_ar for thing in things),
        "values_missing": not option.values,
        "too_many_variants": len(option.values) > MOST_VALUES,
        "no_colour": any(
            value.swatch and not SWATCH.fullmatch(value.swatch) for value in option.values
        ),
        "too_long": any(len(thing.name_ar) > LONGEST_NAME for thing in things),
        "same_value_twice": has_twins(option.values),
    }
    return next((code for code, holds in faults.items() if holds), "")


def count_of(options: Iterable[Option]) -> int:
    count = 1
    for option in options:
        count *= len(option.values)
    return count


def settle_keys(old: Sequence[Option], new: Sequence[Option]) -> tuple[Option, ...]:
    """The new options with keys, so that a corrected name leaves a variant what it is."""
    before = {option.key: option.values for option in old}
    return tuple(
        replace(option, values=settled(before.get(option.key, ()), option.values))
        for option in settled(old, new)
    )


def settled[T: (Option, OptionValue, Choice)](old: Sequence[T], new: Sequence[T]) -> tuple[T, ...]:
    """The new things, cleaned, with the keys of old ones that are the same, else fresh ones."""
    clean = [_clean(thing) for thing in new]
    return tuple(
        replace(thing, key=key) for thing, key in zip(clean, _keys(old, clean), strict=True)
    )


def has_twins(things: Sequence[Named]) -> bool:
    names = [_folded(thing.name_ar) for thing in things]
    return len(set(names)) < len(names)


def combinations(options: Sequence[Option]) -> list[dict[str, str]]:
    """Every choice there is, in the order of the options; of no options the one empty choice."""
    keys = [option.key for option in options]
    values = [[value.key for value in option.values] for option in options]
    return [dict(zip(keys, chosen, strict=True)) for chosen in product(*values)]


def labels(options: Sequence[Option], choice: Mapping[str, str]) -> tuple[str, str, str]:
    """ "أحمر، كبير", "Red, Large", "Rouge, Grand"."""
    chosen = [
        value
        for option in options
        for value in option.values
        if choice.get(option.key) == value.key
    ]
    ar = AND["ar"].join(value.name_ar for value in chosen)
    en = AND["en"].join(value.name_en or value.name_ar for value in chosen)
    fr = AND["fr"].join(value.name_fr or value.name_en or value.name_ar for value in chosen)
    return ar[:LONGEST_LABEL], en[:LONGEST_LABEL], fr[:LONGEST_LABEL]


def looks_alike(
    options: Sequence[Option], one: Mapping[str, str], other: Mapping[str, str]
) -> bool:
    """Whether a picture of one variant shows the other too: they are of the same colours."""
    colours = [option.key for option in options if any(value.swatch for value in option.values)]
    return bool(colours) and all(one.get(key) == other.get(key) for key in colours)


def read_gtin(typed: str) -> str | None:
    """A barcode's number as it is kept; empty for none; None: its digits don't add up."""
    digits = re.sub(r"[\s-]", "", ascii_digits(strip_controls(typed)))
    if not digits:
        return ""
    if not digits.isascii() or not ean.is_valid(digits):
        return None
    return digits.zfill(13) if len(digits) == 12 else digits


def _clean[T: (Option, OptionValue, Choice)](thing: T) -> T:
    names = [strip_controls(name) for name in (thing.name_ar, thing.name_en, thing.name_fr)]
    first = names[0] or names[1] or names[2]
    return replace(thing, name_ar=first, name_en=names[1][:LONGEST_NAME], name_fr=names[2][:60])


def _clean_value(value: OptionValue) -> OptionValue:
    return replace(_clean(value), swatch=value.swatch.strip().lower())


def _keys(old: Sequence[Named], new: Sequence[Named]) -> list[str]:
    known = {thing.key for thing in old}
    by_name = {_folded(thing.name_en): thing.key for thing in old if thing.name_en}
    by_name |= {_folded(thing.name_ar): thing.key for thing in old}
    taken: set[str] = set()
    keys = []
    for thing in new:
        found = thing.key if thing.key in known else by_name.get(_folded(thing.name_ar), "")
        key = found if found and found not in taken else _fresh(thing, known | taken)
        taken.add(key)
        keys.append(key)
    return keys


def _folded(name: str) -> str:
    return fold(name) or name


def _fresh(thing: Named, taken: set[str]) -> str:
    plain = slug(thing.name_en, 30) or slug(thing.name_ar, 30) or "v"
    key, number = plain, 1
    while key in taken:
        number += 1
        key = f"{plain}-{number}"
    return key
