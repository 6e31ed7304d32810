"""A web process that says nothing is begun anew, and given longer each time that it still does."""

import os
import subprocess
import sys
import time

import psutil
import pytest

from tijara.platform import beats
from tijara.platform.supervisor import pulse
from tijara.platform.supervisor.child import Child
from tijara.platform.supervisor.children import Children
from tijara.platform.supervisor.record import new_record

LIVES = [sys.executable, "-c", "import time; time.sleep(60)"]
TWO = f"""
import signal, subprocess, time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for _ in range(2):
    subprocess.Popen({LIVES})
time.sleep(60)
"""
PATIENCE = 10.0


@pytest.fixture
def children(monkeypatch):
    """A web process that lives and never answers; nobody listens at its port."""
    monkeypatch.setenv("PORT", "1")
    told: list[str] = []
    made = Children(new_record(), told.append)
    child = Child(pulse.WEB, lambda: subprocess.Popen(LIVES, start_new_session=True))
    child.run()
    made.all.append(child)
    yield made
    child.end(1)


def was_killed_after(seconds: float, felt: pulse.Pulse) -> bool:
    web = felt.children.named(pulse.WEB)
    felt.asked_at = felt.heard_at = web.started_at = time.monotonic() - seconds
    felt.feel()
    try:
        web.process.wait(timeout=1.0)
    except subprocess.TimeoutExpired:
        return False
    web.run()
    return True


def test_a_start_that_was_cut_short_is_given_twice_as_long(children):
    felt = pulse.Pulse(children)
    assert not was_killed_after(29, felt)
    assert was_killed_after(31, felt)
    assert not was_killed_after(59, felt)
    assert was_killed_after(61, felt)
    assert [felt.patience, *(was_killed_after(301, felt) for _ in range(3))] == [120, *[True] * 3]
    assert felt.patience == pulse.LONGEST_SILENCE


@pytest.fixture
def two(monkeypatch, tmp_path):
    """A web process with two of its own, each with a mark of when it was heard."""
    monkeypatch.setenv("TIJARA_DATA", str(tmp_path))
    made = Children(new_record(), lambda _text: None)
    child = Child(
        pulse.WEB, lambda: subprocess.Popen([sys.executable, "-c", TWO], start_new_session=True)
    )
    child.run()
    made.all.append(child)
    leader = psutil.Process(child.process.pid)
    ends = time.monotonic() + PATIENCE
    while len(leader.children()) < 2:
        assert time.monotonic() < ends
    yield made, leader.children()
    child.end(1)


def heard(pid: int, seconds: float) -> None:
    file = beats.mark_of(pid)
    file.touch()
    moment = time.time() - seconds
    os.utime(file, (moment, moment))


def test_of_several_who_hangs_is_ended_and_nobody_else(two):
    children, (first, second) = two
    felt = pulse.Pulse(children)
    heard(first.pid, 29)
    heard(second.pid, 31)
    heard(os.getpid(), 99)
    felt.asked_at -= pulse.EVERY
    felt.feel()
    second.wait(PATIENCE)
    assert first.is_running() and children.named(pulse.WEB).process.poll() is None
    assert beats.beating() == [first.pid]
