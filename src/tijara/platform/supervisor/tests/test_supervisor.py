"""The supervisor with real processes: it brings back the dead and leaves nobody behind."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psutil
import pytest

from tijara.platform import places
from tijara.platform.supervisor import leftovers
from tijara.platform.supervisor import record as records

PATIENCE = 40.0


@pytest.fixture(scope="module", params=["database", "no database"])
def family(request) -> Iterator["Family"]:
    made = Family(places.base_port() + 8, with_database=request.param == "database")
    try:
        made.start()
        yield made
    finally:
        made.forget()


class Family:
    """A small family in a data folder of its own."""

    def __init__(self, port: int, *, with_database: bool, members: tuple[str, ...] = ()):
        self.members = members
        self.home = places.made(places.data() / f"trial-{uuid4().hex[:8]}")
        self.environment = os.environ | {
            "TIJARA_HOME": str(self.home),
            "TIJARA_DATA": str(self.home / "data"),
            "PORT": str(port),
        }
        self.environment.pop("DATABASE_URL", None)
        if not with_database:
            self.environment["DATABASE_URL"] = "postgresql://nobody@nowhere/nothing"
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        self.process = self.another()
        eventually(self.serves)

    def serves(self) -> bool:
        record = self.record()
        return record.supervisor.pid == self.process.pid and record.state == records.SERVING

    def another(self) -> subprocess.Popen:
        small = "tijara.platform.supervisor.tests.small_family"
        command = [sys.executable, "-m", small, *self.members]
        with (self.home / "said").open("ab") as said:
            return subprocess.Popen(command, env=self.environment, stdout=said, stderr=said)

    def record(self) -> records.Record:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TIJARA_DATA", self.environment["TIJARA_DATA"])
            record = records.read_record()
        assert record is not None, (self.home / "said").read_text()
        return record

    def processes(self) -> list[psutil.Process]:
        members = self.record().members.values()
        return [process for member in members for process in leftovers.group_of(member)]

    def stop(self) -> int:
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def forget(self) -> None:
        self.stop()
        shutil.rmtree(self.home)


def eventually(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            if holds():
                return
        except (AssertionError, KeyError):
            if time.monotonic() > ends:
                raise
        assert time.monotonic() < ends, "it never came about"
        time.sleep(0.05)


def test_every_member_is_brought_back_when_it_is_killed(family):
    for name in family.record().members:
        member = family.record().members[name]
        os.kill(member.pid, signal.SIGKILL)
        eventually(
            lambda name=name, member=member: (
                family.record().members[name].pid != member.pid
                and family.record().members[name].is_alive()
            )
        )


def test_a_member_that_dies_takes_its_own_children_along(family):
    worker = family.record().members["worker"]
    eventually(lambda: len(leftovers.group_of(worker)) == 2)
    os.kill(worker.pid, signal.SIGKILL)
    eventually(lambda: leftovers.group_of(worker) == [])


def test_a_web_process_that_hangs_is_begun_anew(family):
    web = family.record().members["web"]
    os.kill(web.pid, signal.SIGSTOP)
    eventually(lambda: family.record().members["web"].pid != web.pid)


def test_there_is_one_supervisor_only(family):
    assert family.another().wait(PATIENCE) == 7


def test_who_comes_after_a_killed_supervisor_starts_clean(family):
    before = family.processes()
    family.process.kill()
    family.process.wait()
    assert any(leftovers.lives(process) for process in before)
    family.start()
    assert not any(leftovers.lives(process) for process in before)


def test_a_stop_leaves_nobody_behind(family):
    before = family.processes()
    assert len(before) >= 2
    assert family.stop() == 0
    assert not any(leftovers.lives(process) for process in before)
    family.start()


def test_a_machine_may_run_the_worker_alone():
    """Whatever else listens where a web process would."""
    port = places.base_port() + 9
    alone = Family(port, with_database=False, members=("worker",))
    with socket.create_server(("127.0.0.1", port)):
        try:
            alone.start()
            assert set(alone.record().members) == {"worker"}
        finally:
            alone.forget()


def test_a_port_that_somebody_else_has_is_told_of():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        family = Family(taken.getsockname()[1], with_database=False)
        try:
            assert family.another().wait(PATIENCE) == 1
            assert "is taken" in (family.home / "said").read_text()
        finally:
            shutil.rmtree(family.home)


def test_a_reused_process_id_is_not_mistaken_for_a_member():
    stranger = records.Member(os.getpid(), psutil.Process().create_time() - 1000)
    assert not stranger.is_alive()
    assert leftovers.group_of(stranger) == []


def test_the_record_survives_a_torn_file(tmp_path, monkeypatch):
    monkeypatch.setenv("TIJARA_DATA", str(tmp_path))
    for torn in ("", "{", "[]", '{"supervisor": 1}'):
        Path(places.made(tmp_path / "run") / "supervisor.json").write_text(torn)
        assert records.read_record() is None
