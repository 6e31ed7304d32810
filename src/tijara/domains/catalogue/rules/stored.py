"""Options and choices as the rows keep them (JSON), and back."""

from collections.abc import Iterable

from ..shapes import Choice, Option, OptionValue


def stored_options(options: Iterable[Option]) -> list[dict]:
    return [
        _names(option)
        | {"values": [_names(value) | {"swatch": value.swatch} for value in option.values]}
        for option in options
    ]


def read_options(stored: Iterable[dict]) -> tuple[Option, ...]:
    return tuple(
        Option(*_told(option), tuple(_read_value(value) for value in option["values"]))
        for option in stored
    )


def stored_choices(choices: Iterable[Choice]) -> list[dict]:
    return [_names(choice) for choice in choices]


def read_choices(stored: Iterable[dict]) -> tuple[Choice, ...]:
    return tuple(Choice(*_told(choice)) for choice in stored)


def _names(thing: Option | OptionValue | Choice) -> dict:
    return {
        "key": thing.key,
        "ar": thing.name_ar,
        "en": thing.name_en,
        "fr": thing.name_fr,
    }


def _told(stored: dict) -> tuple[str, str, str, str]:
    return stored["key"], stored["ar"], stored.get("en", ""), stored.get("fr", "")


def _read_value(stored: dict) -> OptionValue:
    return OptionValue(*_told(stored), stored.get("swatch", ""))
