"""Stop everything that `tijara up` started."""

import os
import time

import psutil

from tijara.faces.cli.terminal import say
from tijara.platform.supervisor import record as records
from tijara.platform.supervisor.leftovers import end_leftovers
from tijara.platform.supervisor.supervisor import LEAVING

PATIENCE = 30.0
"""Beyond what it says that it is leaving."""


def run(options) -> int:
    record = records.read_record()
    was_running = record is not None and record.supervisor.is_alive()
    if record is not None and was_running:
        _end(record.supervisor)
    ended = end_leftovers(record)
    records.forget_record()
    say("stopped" if was_running or ended else "nothing was running")
    return 0


def _end(supervisor: records.Member) -> None:
    process = psutil.Process(supervisor.pid)
    process.terminate()
    ends = time.monotonic() + PATIENCE + float(os.environ.get(LEAVING, "0"))
    while supervisor.is_alive():
        if time.monotonic() > ends:
            process.kill()
        time.sleep(0.05)
