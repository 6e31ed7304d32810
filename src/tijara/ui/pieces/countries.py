"""Countries as people read them: by name, in their own language."""

from collections.abc import Iterable

from tijara.kit.arabic import fold
from tijara.kit.countries import country_name
from tijara.ui.pieces.words import named


def country_called(code: str) -> str:
    """By its two letters; nothing for nothing."""
    return named(country_name(code))


def by_name(codes: Iterable[str]) -> list[tuple[str, str]]:
    """(two letters, name), in the order of the names."""
    told = [(code, country_called(code)) for code in codes]
    return sorted(told, key=lambda one: fold(one[1]))
