"""Start everything: database, web, worker. Returns when it serves; `tijara down` stops it."""

import argparse
import time

from tijara.faces.cli import addresses, family
from tijara.faces.cli.terminal import progress, say, warn
from tijara.platform import places
from tijara.platform.demonstration import began_empty, note_empty
from tijara.platform.postgres import cluster
from tijara.platform.supervisor import record as records
from tijara.platform.supervisor.child import log_file, spawn
from tijara.platform.supervisor.supervisor import Supervisor


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--foreground", action="store_true", help="stay, and stop with Ctrl-C or SIGTERM"
    )
    parser.add_argument(
        "--empty",
        action="store_true",
        help="begin a market of your own: without the demonstration, with the set-up",
    )


def run(options: argparse.Namespace) -> int:
    try:
        family.runs()
    except family.NotOfTheFamily as fault:
        warn(str(fault))
        return 2
    if options.empty and not _begin_empty():
        return 1
    if options.foreground:
        return _supervise()
    record = records.running_record()
    if record is not None and record.state == records.SERVING:
        say("already running; to take up changed code: make down, make up")
        addresses.show()
        return 0
    return _start_behind()


def _begin_empty() -> bool:
    """Said once, it holds for this data folder; where a market stands already it is refused."""
    if began_empty():
        return True
    if cluster.of_checkout().exists():
        warn(
            f"There is a market in {places.data()} already. For one of your own beside it:\n"
            "  TIJARA_DATA=<another folder> make up EMPTY=1"
        )
        return False
    note_empty()
    return True


def _supervise() -> int:
    lock = records.hold_lock()
    if lock is None:
        warn("another supervisor runs for this checkout: `tijara down` stops it")
        return 1
    with lock:
        supervisor = Supervisor(
            commands=family.commands(), preparations=family.preparations(), say=progress
        )
        return supervisor.run()


def _start_behind() -> int:
    """Start the supervisor in a session of its own and show what it says until it serves."""
    file = log_file("supervisor")
    seen = file.stat().st_size
    process = spawn(family.tijara("up", "--foreground"), "supervisor", family.environment())
    while True:
        seen = _show_new(seen)
        record = records.running_record()
        if record is not None and record.state == records.SERVING:
            _show_new(seen)
            addresses.show()
            return 0
        if process.poll() is not None:
            _show_new(seen)
            warn(f"not started; more in {file.parent}")
            return 1
        time.sleep(0.05)


def _show_new(seen: int) -> int:
    with log_file("supervisor").open("rb") as log:
        log.seek(seen)
        fresh = log.read()
    whole, newline, _ = fresh.rpartition(b"\n")
    if newline:
        say(whole.decode(errors="replace"))
    return seen + len(whole) + len(newline)
