"""Every file of a domain lies in a room that all domains have; no junk drawers anywhere."""

from collections.abc import Iterator
from pathlib import Path

from tools.house import Fault, House

MODULES = frozenset(
    {
        "shapes",
        "events",
        "ports",
        "queries",
        "actions",
        "models",
        "rules",
        "states",
        "reactions",
        "jobs",
        "testing",
    }
)
"""Rooms that may be a file or a package."""
FILES = frozenset({"__init__.py", "apps.py", "README.md"})
NEEDED = frozenset({"apps.py", "README.md", "tests"})
FOLDERS = frozenset({"migrations", "tests", "templates", "locale"})
DRAWERS = frozenset({"utils", "util", "common", "helpers", "helper", "base", "manager", "service"})
CODE = frozenset({".py", ".html", ".js", ".css", ".sh"})


def faults(house: House) -> Iterator[Fault]:
    for domain in house.domains():
        for name in sorted(NEEDED):
            if not (domain / name).exists():
                yield Fault((domain / name).relative_to(house.root), 1, "every domain has one")
        for entry in sorted(domain.iterdir()):
            if entry.name != "__pycache__" and not _is_room(domain, entry):
                yield Fault(entry.relative_to(house.root), 1, "no domain has such a room")
    for source in house.python():
        if source.path.stem.strip("_") in DRAWERS:
            yield source.fault(1, "a name that says nothing: call it by what it does")


def _is_room(domain: Path, entry: Path) -> bool:
    if entry.is_file():
        return entry.name in FILES or (entry.suffix == ".py" and entry.stem in MODULES)
    if entry.name == "templates":
        return all(_is_message(domain, path) for path in entry.rglob("*") if path.is_file())
    return entry.name in FOLDERS | MODULES or _is_data(entry)


def _is_message(domain: Path, path: Path) -> bool:
    return path.is_relative_to(domain / "templates" / domain.name / "messages")


def _is_data(folder: Path) -> bool:
    """A folder of tables that the domain reads: no code in it."""
    return not any(path.suffix in CODE for path in folder.rglob("*"))
