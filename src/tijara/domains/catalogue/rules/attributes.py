"""A value of an attribute: read from what was typed, shown in a table, split for facets.

It is kept as JSON: a text as {"ar", "en", "fr"}, a number as the shortest decimal ("1.2"), yes or
no as true or false, a choice as its key, several as a list of keys in the attribute's order.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tijara.kit.arabic import parse_decimal, strip_controls

from ..shapes import AttributeCard, AttributeType, Choice, SpecLine
from .options import has_twins, settled
from .stored import read_choices

DECIMALS = 3
LONGEST_TEXT = 300
LARGEST = 10**12
LANGUAGES = ("ar", "en", "fr")
YES_NO = {True: ("نعم", "Yes", "Oui"), False: ("لا", "No", "Non")}
AND = {"ar": "، ", "en": ", ", "fr": ", "}


MOST_CHOICES = 200
LONGEST_CHOICE = 80


class ValueWrong(Exception):
    """`code` says what is wrong with what was typed."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_value(attribute: AttributeCard, typed: Any) -> Any:
    """What is kept of it; None where nothing was told. ValueWrong where it can't be."""
    value = READERS[attribute.type](attribute, typed) if typed not in (None, "", [], {}) else None
    if value is None and attribute.is_required:
        raise ValueWrong("required")
    return value


def value_keys(attribute: AttributeCard, value: Any) -> tuple[str, ...]:
    """What a facet counts: the keys of choices, "yes" or "no", a number as it is kept."""
    if attribute.type == AttributeType.CHOICES:
        return tuple(value)
    if attribute.type == AttributeType.FLAG:
        return ("yes" if value else "no",)
    return () if attribute.type == AttributeType.TEXT else (str(value),)


def spec_line(attribute: AttributeCard, value: Any) -> SpecLine:
    """The attribute and its value in words, in each language."""
    shown = [_words(attribute, value, place) for place in range(len(LANGUAGES))]
    return SpecLine(attribute.name_ar, attribute.name_en, attribute.name_fr, *shown)


def settle_choices(stored: Sequence[dict], new: Sequence[Choice]) -> tuple[Choice, ...]:
    """The new choices with keys: those of the stored ones that are the same thing, else fresh."""
    return settled(read_choices(stored), new)


def choices_fault(choices: Sequence[Choice]) -> str:
    if not choices or not all(choice.name_ar for choice in choices):
        return "choices_missing"
    if len(choices) > MOST_CHOICES:
        return "too_many_choices"
    if any(len(choice.name_ar) > LONGEST_CHOICE for choice in choices):
        return "too_long"
    return "same_value_twice" if has_twins(choices) else ""


def _words(attribute: AttributeCard, value: Any, place: int) -> str:
    language = LANGUAGES[place]
    match attribute.type:
        case AttributeType.TEXT:
            return value.get(language, "")
        case AttributeType.NUMBER:
            unit = attribute.unit_ar if language == "ar" else attribute.unit_en
            return " ".join(filter(None, (value, unit or attribute.unit_ar)))
        case AttributeType.FLAG:
            return YES_NO[bool(value)][place]
    names = {choice.key: _name_of(choice, language) for choice in attribute.choices}
    return AND[language].join(names.get(key, key) for key in value_keys(attribute, value))


def _name_of(choice: Any, language: str) -> str:
    return getattr(choice, f"name_{language}") or choice.name_en or choice.name_ar


def _read_text(attribute: AttributeCard, typed: Any) -> dict[str, str] | None:
    told: Mapping[str, Any] = typed if isinstance(typed, Mapping) else {"ar": typed}
    text = {language: strip_controls(str(told.get(language) or "")) for language in LANGUAGES}
    if any(len(words) > LONGEST_TEXT for words in text.values()):
        raise ValueWrong("too_long")
    return {language: words for language, words in text.items() if words} or None


def _read_number(attribute: AttributeCard, typed: Any) -> str | None:
    thousandths = parse_decimal(str(typed), DECIMALS)
    if thousandths is None:
        raise ValueWrong("not_a_number")
    if abs(thousandths) > LARGEST:
        raise ValueWrong("too_large")
    whole, part = divmod(abs(thousandths), 10**DECIMALS)
    sign = "-" if thousandths < 0 else ""
    return f"{sign}{whole}.{part:0{DECIMALS}}".rstrip("0").rstrip(".")


def _read_flag(attribute: AttributeCard, typed: Any) -> bool:
    known = {True: True, False: False, "yes": True, "no": False}
    if typed not in known:
        raise ValueWrong("unknown")
    return known[typed]


def _read_choice(attribute: AttributeCard, typed: Any) -> str:
    return _known_keys(attribute, [typed])[0]


def _read_choices(attribute: AttributeCard, typed: Any) -> list[str] | None:
    return _known_keys(attribute, [typed] if isinstance(typed, str) else typed) or None


def _known_keys(attribute: AttributeCard, typed: Sequence[Any]) -> list[str]:
    known = [choice.key for choice in attribute.choices]
    if not all(key in known for key in typed):
        raise ValueWrong("unknown")
    return [key for key in known if key in typed]


READERS = {
    AttributeType.TEXT: _read_text,
    AttributeType.NUMBER: _read_number,
    AttributeType.FLAG: _read_flag,
    AttributeType.CHOICE: _read_choice,
    AttributeType.CHOICES: _read_choices,
}
