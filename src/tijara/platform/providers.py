"""Vendors by entry point: found by name, loaded when first asked for."""

from functools import cache
from importlib.metadata import entry_points
from typing import Any


class UnknownProvider(LookupError):
    """No installed package offers this provider for this port."""


@cache
def load(port: str, name: str) -> Any:
    """The provider class that entry point `name` of group `tijara.<port>` names."""
    found = list(entry_points(group=f"tijara.{port}", name=name))
    if not found:
        raise UnknownProvider(f"{port}: {name}")
    return found[0].load()


def names(port: str) -> list[str]:
    return sorted(point.name for point in entry_points(group=f"tijara.{port}"))
