"""Whether this installation is a demonstration: asked also by what starts without Django."""

from collections.abc import Mapping
from pathlib import Path

from tijara.platform import places

OPENING = ("TIJARA_HOSTS", "TIJARA_BIND")
"""Who sets one of these opens the market to others."""


def is_demonstration(given: Mapping[str, str]) -> bool:
    """As TIJARA_DEMONSTRATION says; else only while nobody but this machine can come, and nobody
    has begun a market of his own here."""
    said = given.get("TIJARA_DEMONSTRATION")
    if said is not None:
        return said == "1"
    return not began_empty() and not any(given.get(name) for name in OPENING)


def began_empty() -> bool:
    """Whether this data folder was begun by `tijara up --empty`: nothing is invented there."""
    return _mark().exists()


def note_empty() -> None:
    places.made(_mark().parent)
    _mark().touch()


def _mark() -> Path:
    return places.data() / "begun-empty"
