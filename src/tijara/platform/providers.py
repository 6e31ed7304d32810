"""Vendors by entry point: found by name, loaded when first asked for, set up by the environment."""

import os
from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import cache, lru_cache
from importlib.metadata import entry_points
from typing import Any

READ_AS: dict[str, Callable[[str], Any]] = {
    "int": int,
    "float": float,
    "bool": lambda words: words == "1",
    "str": str,
}


class UnknownProvider(LookupError):
    """No installed package offers this provider for this port."""


class SettingMissing(LookupError):
    """A provider was chosen, and a setting that it can't do without is not in the environment."""


@cache
def load(port: str, name: str) -> Any:
    """The provider class that entry point `name` of group `tijara.<port>` names."""
    found = list(entry_points(group=f"tijara.{port}", name=name))
    if not found:
        raise UnknownProvider(f"{port}: {name}")
    return found[0].load()


@cache
def connected(port: str, name: str) -> Any:
    """The provider, ready to be asked. Once per process."""
    vendor = load(port, name)
    return vendor(settings_from(os.environ, name, vendor.Settings))


@lru_cache(maxsize=8)
def connected_with(port: str, name: str, given: tuple[tuple[str, str], ...]) -> Any:
    """The provider with settings that were entered: (field, value). The environment says the rest
    of what it must be told."""
    vendor = load(port, name)
    entered = {f"TIJARA_{name}_{field}".upper(): value for field, value in given}
    return vendor(settings_from({**os.environ, **entered}, name, vendor.Settings))


def settings_from(environment: Any, name: str, shape: type) -> Any:
    """A provider's settings dataclass filled from TIJARA_<NAME>_<FIELD>: TIJARA_SMTP_HOST."""
    given: dict[str, Any] = {}
    for field in fields(shape):
        key = f"TIJARA_{name}_{field.name}".upper()
        if key in environment:
            given[field.name] = READ_AS[_type_name(field.type)](environment[key])
        elif field.default is MISSING:
            raise SettingMissing(key)
    return shape(**given)


@cache
def names(port: str) -> tuple[str, ...]:
    return tuple(sorted(point.name for point in entry_points(group=f"tijara.{port}")))


def _type_name(annotation: Any) -> str:
    return annotation if isinstance(annotation, str) else annotation.__name__
