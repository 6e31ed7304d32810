"""How a process stands back behind others that want the same cores."""

import os
from contextlib import suppress
from pathlib import Path

MOST = 19
GROUP = Path("/proc/self/autogroup")
"""Linux may share the cores among sessions first: then a session's own niceness is what counts."""


def stand_back(nice: int) -> None:
    """By so much, from 0 (not at all) to 19; so do the processes that come of this one."""
    if nice <= 0:
        return
    os.nice(min(nice, MOST))
    with suppress(OSError):
        GROUP.write_text(str(min(nice, MOST)))
