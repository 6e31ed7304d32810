"""Waiting for a worker, as long as it gets on."""

import time
from collections.abc import Callable

UNDELIVERED = "SELECT count(*) FROM outbox_event WHERE delivered_at IS NULL"
PATIENCE = 600.0
SHARE = 20
"""Looking takes no more than one part of so many: among a million that wait, counting is work."""


def until_none(
    left: Callable[[], int], *, patience: float = PATIENCE, least_pause: float = 0.5
) -> None:
    """Until nothing is left; raise TimeoutError where for `patience` seconds it has not grown less
    than it ever was."""
    least, ends = None, time.monotonic() + patience
    while True:
        began = time.monotonic()
        waiting = left()
        if not waiting:
            return
        looked = time.monotonic()
        if least is None or waiting < least:
            least, ends = waiting, looked + patience
        if looked > ends:
            raise TimeoutError(f"{waiting} still wait, and were {least} {patience:.0f} s ago")
        time.sleep(max(least_pause, (looked - began) * SHARE))
