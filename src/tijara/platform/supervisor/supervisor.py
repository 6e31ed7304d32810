"""Start in order (database, schema, web and worker), watch, stop in the opposite order."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from tijara.platform import beats, places
from tijara.platform.postgres import cluster, roles, target

from . import record as records
from .child import Child, log_file, spawn
from .children import DATABASE, Children
from .leftovers import end_leftovers
from .pulse import WEB, Pulse, is_healthy

STOPPING = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGHUP})
CHECK_EVERY = 0.25
TIDY_EVERY = 60.0
READY_WITHIN = 90.0
LEAVING = "TIJARA_LEAVING_SECONDS"
SETTLED = 1.0
MOST_DEATHS = 3
"""A process that dies that often before the first answer will not answer at all."""


class Stopped(Exception):
    """Somebody asked us to stop."""


class StepFailed(RuntimeError):
    """A step of the start-up went wrong."""


class Supervisor:
    """`commands` are the family's processes by name; `preparations` run before them, once a start,
    each by its words for the terminal.
    """

    def __init__(
        self,
        *,
        commands: dict[str, list[str]],
        preparations: list[tuple[str, list[str]]],
        say: Callable[[str], None],
    ) -> None:
        self.commands = commands
        self.preparations = preparations
        self.say = _where_it_may(say)
        self.record = records.new_record()
        self.children = Children(self.record, self.say)
        self.pulse = Pulse(self.children)
        self.must_stop = False
        self.tidied_at = time.monotonic()

    def run(self) -> int:
        """Serve until a signal says stop. Exit status 0 after a stop, 1 after a failed start."""
        for sign in STOPPING:
            signal.signal(sign, self._ask_to_stop)
        try:
            self._start()
            self._watch()
        except Stopped:
            pass
        except Exception as error:
            self._note(records.FAILED, str(error))
            self.say(f"failed: {error}")
            return 1
        finally:
            self._leave()
            self.children.end()
        records.forget_record()
        return 0

    # Start ------------------------------------------------------------------------------------

    def _start(self) -> None:
        if ended := end_leftovers(records.read_record()):
            self.say(f"ended what an earlier run left: {', '.join(ended)}")
        self.record.write()
        beats.take_back_leaving()
        if WEB in self.commands:
            _check_port(places.web_port())
        if target.is_embedded():
            self._start_database()
        for words, command in self.preparations:
            self._prepare(words, command)
        self.say(f"starting {', '.join(self.commands)}")
        for name, command in self.commands.items():
            self._begin(Child(name, self._spawner(name, command)))
        self._wait_until_ready()
        self._note(records.SERVING)
        self.say("serving")

    def _start_database(self) -> None:
        database = cluster.of_checkout()
        if not database.exists():
            self.say("making the database")
            database.make()
        self.say("starting the database")
        self._begin(Child(DATABASE, database.start))
        roles.ensure_ready(database)

    def _prepare(self, words: str, command: list[str]) -> None:
        self.say(words)
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, env=self._environment("preparation")
        )
        while process.poll() is None:
            if self.must_stop:
                process.terminate()
                process.wait()
                raise Stopped
            time.sleep(0.05)
        if process.returncode:
            raise StepFailed(f"{' '.join(command[-2:])} went wrong")

    def _begin(self, child: Child) -> None:
        if self.must_stop:
            raise Stopped
        self.children.add(child)

    def _spawner(self, name: str, command: list[str]) -> Callable[[], subprocess.Popen]:
        return lambda: spawn(command, name, self._environment(name))

    def _environment(self, name: str) -> dict[str, str]:
        return os.environ | {"TIJARA_PROCESS": name, "PYTHONUNBUFFERED": "1"}

    def _wait_until_ready(self) -> None:
        ends = time.monotonic() + READY_WITHIN
        while time.monotonic() < ends:
            if self.must_stop:
                raise Stopped
            if self._is_ready():
                return
            self.children.revive()
            if self.children.weakest().deaths >= MOST_DEATHS:
                break
            time.sleep(0.05)
        culprit = self.children.weakest().name
        raise StepFailed(f"{culprit} does not answer:\n{last_words(culprit)}")

    def _is_ready(self) -> bool:
        """Where no web process is among them, once they have lived for a moment."""
        if WEB in self.commands:
            return is_healthy("ready")
        return all(child.has_lived(SETTLED) for child in self.children.all)

    # Watch ------------------------------------------------------------------------------------

    def _watch(self) -> None:
        while not self.must_stop:
            try:
                self._look_after()
            except OSError as error:  # a full disk must not end who brings the others back
                self.say(f"not now: {error}")
            time.sleep(CHECK_EVERY)

    def _look_after(self) -> None:
        self.children.revive()
        if WEB in self.commands:
            self.pulse.feel()
        if time.monotonic() - self.tidied_at > TIDY_EVERY:
            self.tidied_at = time.monotonic()
            self.children.shorten_logs()

    # Stop -------------------------------------------------------------------------------------

    def _ask_to_stop(self, sign: int, frame: object) -> None:
        self.must_stop = True

    def _leave(self) -> None:
        """Says so for a while before it ends, where a balancer looks; a second signal ends that."""
        seconds = float(os.environ.get(LEAVING, "0"))
        if self.record.state != records.SERVING or WEB not in self.commands or not seconds:
            return
        self.say(f"leaving in {seconds:g} s")
        with suppress(OSError):
            beats.say_leaving()
        self.must_stop = False
        ends = time.monotonic() + seconds
        while time.monotonic() < ends and not self.must_stop:
            self.children.revive()
            time.sleep(CHECK_EVERY)

    def _note(self, state: str, said: str = "") -> None:
        self.record.state, self.record.said = state, said
        self.record.write()


def _where_it_may(say: Callable[[str], None]) -> Callable[[str], None]:
    """What can't be written down is not said: on a full disk the supervisor goes on without."""

    def told(text: str) -> None:
        with suppress(OSError):
            say(text)

    return told


def _check_port(port: int) -> None:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((os.environ.get("TIJARA_BIND", "127.0.0.1"), port))
        except OSError as error:
            told = f"port {port} is taken by another program: PORT=… make up takes another one"
            raise StepFailed(told) from error


def last_words(name: str) -> str:
    file = log_file(name)
    return file.read_text(errors="replace")[-2000:] if file.exists() else ""


def python(*words: str) -> list[str]:
    return [sys.executable, *words]
