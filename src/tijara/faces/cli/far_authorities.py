"""A demonstration asks no tax authority: its stores and their papers are invented."""

from collections.abc import MutableMapping

from tijara.platform.demonstration import is_demonstration

SETTINGS = ("TIJARA_ZATCA_ADDRESS", "TIJARA_ETA_ADDRESS")
NOBODY = "http://127.0.0.1:9"
"""The port of the discard service, at which no authority ever answers: what is sent there waits."""


def keep_far(given: MutableMapping[str, str]) -> None:
    """Who wants to try an authority's own sandbox from a demonstration says its address himself."""
    if is_demonstration(given):
        for name in SETTINGS:
            given.setdefault(name, NOBODY)
