"""The processes of the family together: brought back when they die, ended in the opposite order."""

import time
from collections.abc import Callable

from tijara.platform.postgres import cluster

from .child import Child, shorten_log
from .record import Record

PATIENCE = 10.0
DATABASE = "database"


class Children:
    def __init__(self, record: Record, say: Callable[[str], None]) -> None:
        self.record = record
        self.say = say
        self.all: list[Child] = []
        self.is_written_down = True

    def add(self, child: Child) -> None:
        child.run()
        self.all.append(child)
        self._write_down()

    def revive(self) -> None:
        """Bring back who died, each after its pause."""
        for child in self.all:
            if child.has_died():
                self.say(child.bury())
            if child.is_due():
                self._run_again(child)
        if not self.is_written_down:
            self._write_down()

    def weakest(self) -> Child:
        return max(self.all, key=lambda child: child.deaths)

    def named(self, name: str) -> Child:
        return next(child for child in self.all if child.name == name)

    def kill(self, child: Child) -> None:
        """One that hangs: `revive` brings it back."""
        if child.process is not None:
            self.say(f"{child.name} does not answer: beginning it anew")
            child.process.kill()

    def shorten_logs(self) -> None:
        for child in self.all:
            if child.name != DATABASE:
                shorten_log(child.name)

    def end(self) -> None:
        for child in reversed(self.all):
            if child.name == DATABASE:
                _end_database(child)
            else:
                child.end(PATIENCE)

    def _run_again(self, child: Child) -> None:
        try:
            child.run()
        except Exception as error:
            child.resume_at = time.monotonic() + child.pause
            self.say(f"{child.name} does not start: {error}")
            return
        self._write_down()
        self.say(f"{child.name} is back")

    def _write_down(self) -> None:
        members = {child.name: child.member for child in self.all if child.member is not None}
        self.record.members = members
        try:
            self.record.write()
            self.is_written_down = True
        except OSError:  # a full disk: tried again until it is
            self.is_written_down = False


def _end_database(child: Child) -> None:
    if child.process is not None:
        cluster.stop(child.process.pid)
        child.process.wait()
