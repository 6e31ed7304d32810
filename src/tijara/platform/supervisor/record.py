"""Who runs for this checkout: process ids with start times, so that a reused id deceives nobody."""

import fcntl
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO

import psutil

from tijara.platform import places

STARTING, SERVING, FAILED = "starting", "serving", "failed"


@dataclass(slots=True)
class Member:
    """A process that leads a group of its own."""

    pid: int
    started: float

    @classmethod
    def of(cls, pid: int) -> "Member":
        return cls(pid, psutil.Process(pid).create_time())

    def is_alive(self) -> bool:
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.started) < 1
            return same and process.status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False


@dataclass(slots=True)
class Record:
    supervisor: Member
    boot: str
    state: str = STARTING
    said: str = ""
    members: dict[str, Member] = field(default_factory=dict)

    def write(self) -> None:
        file = _file()
        unfinished = file.with_suffix(".new")
        unfinished.write_text(json.dumps(asdict(self)))
        unfinished.replace(file)


def new_record() -> Record:
    return Record(Member.of(os.getpid()), boot())


def read_record() -> Record | None:
    """The last record of this boot, whether or not its processes live."""
    try:
        told = json.loads(_file().read_text())
        members = {name: Member(**member) for name, member in told["members"].items()}
        record = Record(
            Member(**told["supervisor"]), told["boot"], told["state"], told["said"], members
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return record if record.boot == boot() else None


def running_record() -> Record | None:
    """The record of a supervisor that lives."""
    record = read_record()
    return record if record is not None and record.supervisor.is_alive() else None


def forget_record() -> None:
    _file().unlink(missing_ok=True)


def hold_lock() -> IO | None:
    """The supervisors' lock, held until the returned file is closed; None where it is taken."""
    lock = (places.made(folder()) / "supervisor.lock").open("a")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    return lock


def folder() -> Path:
    return places.data() / "run"


def boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return str(int(psutil.boot_time()))


def _file() -> Path:
    return folder() / "supervisor.json"
