"""Whether this installation is a demonstration: asked also by what starts without Django."""

from collections.abc import Mapping

OPENING = ("TIJARA_HOSTS", "TIJARA_BIND")
"""Who sets one of these opens the market to others."""


def is_demonstration(given: Mapping[str, str]) -> bool:
    """As TIJARA_DEMONSTRATION says; else only while nobody but this machine can come."""
    said = given.get("TIJARA_DEMONSTRATION")
    return not any(given.get(name) for name in OPENING) if said is None else said == "1"
