"""More than the family's own worker, as where several machines tell of what has happened."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tijara.faces.cli.family import tijara

QUIET = subprocess.DEVNULL


@contextmanager
def more_workers(many: int) -> Iterator[None]:
    begun = [
        subprocess.Popen(tijara("work"), stdin=QUIET, stdout=QUIET, stderr=QUIET)
        for _ in range(many)
    ]
    try:
        yield
    finally:
        for process in begun:
            process.terminate()
        for process in begun:
            process.wait()
