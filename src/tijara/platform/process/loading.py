"""Processes in and out of JSON, and those of this house. What is not sound is not loaded."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from tijara.kit.rebuilding import rebuild

from .proving import prove
from .shapes import Fault, Process


class Unsound(ValueError):
    """It has faults: whatever lived by it could be lost, or its money."""

    def __init__(self, name: str, faults: tuple[Fault, ...]):
        super().__init__(f"{name}: {'; '.join(map(str, faults))}")
        self.faults = faults


Shelf = dict[tuple[str, int], Process]
"""By name and version."""
HOUSE: Shelf = {}


def proved(process: Process, shelf: Shelf = HOUSE) -> Process:
    """The same, if it is sound. Over a process that a domain writes down in its states.py."""
    if faults := prove(process):
        raise Unsound(process.name, faults)
    known = shelf.setdefault((process.name, process.version), process)
    if known != process:
        raise ValueError(f"{process.name} has two versions {process.version}")
    return process


def loaded() -> list[Process]:
    """All that this house lives by, by name and version."""
    return [HOUSE[key] for key in sorted(HOUSE)]


def as_data(process: Process) -> dict[str, Any]:
    """As JSON holds it."""
    return asdict(process)


def from_data(told: Mapping[str, Any]) -> Process:
    """Not proved yet."""
    return rebuild(Process, told)
