"""One process of the family: started, watched, brought back later and later while it dies."""

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tijara.platform import places

from .leftovers import end_group
from .record import Member

FIRST_PAUSE = 0.2
LONGEST_PAUSE = 10.0
HEALTHY_AFTER = 5.0
"""Seconds: who lived that long dies for the first time again."""
LOG_LIMIT = 16 * 1024 * 1024


@dataclass(slots=True)
class Child:
    """`start` gives the process; it leads its own group, so that its own children end with it."""

    name: str
    start: Callable[[], subprocess.Popen]
    process: subprocess.Popen | None = None
    member: Member | None = None
    started_at: float = 0.0
    pause: float = FIRST_PAUSE
    resume_at: float = 0.0
    deaths: int = 0

    def run(self) -> None:
        self.process = self.start()
        self.member = Member.of(self.process.pid)
        self.started_at = time.monotonic()

    def has_died(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def bury(self) -> str:
        """After a death: end what is left of the group and set when to try again."""
        code = self.process.returncode if self.process else None
        if self.member is not None:
            end_group(self.member, patience=1)
        self.deaths += 1
        if time.monotonic() - self.started_at > HEALTHY_AFTER:
            self.pause = FIRST_PAUSE
        self.resume_at = time.monotonic() + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)
        self.process = None
        return f"{self.name} died ({code}), back in {self.resume_at - time.monotonic():.1f} s"

    def has_lived(self, seconds: float) -> bool:
        return not self.has_died() and time.monotonic() - self.started_at > seconds

    def is_due(self) -> bool:
        return self.process is None and time.monotonic() >= self.resume_at

    def end(self, patience: float) -> None:
        if self.process is None or self.member is None:
            return
        self.process.poll()
        end_group(self.member, patience=patience)
        self.process.wait()
        self.process = None


def spawn(command: list[str], log_name: str, environment: dict[str, str]) -> subprocess.Popen:
    """A process of ours in a session of its own, its words in logs/<name>."""
    file = log_file(log_name)
    with file.open("ab") as log:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=places.checkout(),
            env=environment,
            start_new_session=True,
        )


def log_file(name: str) -> Path:
    file = places.made(places.data() / "logs") / f"{name}.log"
    file.touch(mode=0o600)
    return file


def shorten_log(name: str) -> None:
    """Keep one older part: copied and emptied in place, because its writer holds it open."""
    file = log_file(name)
    if file.exists() and file.stat().st_size > LOG_LIMIT:
        file.with_suffix(".log.1").write_bytes(file.read_bytes())
        with file.open("r+b") as log:
            log.truncate(0)
