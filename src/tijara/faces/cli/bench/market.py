"""The market that is measured: a family of its own, in a data folder of its own.

The bench's process takes over that family's environment before anything is read from it, so that
the market of this checkout is never touched.
"""

import fcntl
import hashlib
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import psutil
import psycopg
from psycopg.sql import Composed

from tijara.faces.cli import gateway_simulator
from tijara.faces.cli.family import tijara
from tijara.kit.clock import now
from tijara.platform import places
from tijara.platform.postgres import cluster, roles
from tijara.platform.postgres.secrets import ADMINISTRATOR, APPLICATION, OWNER
from tijara.platform.supervisor import memory
from tijara.platform.supervisor import record as records
from tijara.platform.supervisor.child import log_file
from tijara.platform.supervisor.supervisor import python

from . import keys, machine, processor
from .results import Result
from .visitor import Visitor
from .world_sale import TABLES
from .world_sizes import size_of

INSIDE = "tijara.faces.cli.bench.inside"
SHAPED_BY = ("**/migrations/*", "faces/cli/demonstration/**/*", "faces/cli/bench/wor*.py")
"""What a kept world depends on: when one of these changes it is made anew."""
SEEDED, DROPPED = "seeded.json", "indexes.json"
"""In the data folder of a seeded market: what its making took; which keys and indexes wait."""

NOT_OURS = (
    "DATABASE_URL",
    "TIJARA_OWNER_DATABASE_URL",
    "DJANGO_SETTINGS_MODULE",
    *gateway_simulator.SETTINGS,
)
"""Settings of the surroundings that would lead to another database, to those of the tests, or to a
gateway where money is real."""


class MarketFailed(RuntimeError):
    """The measured market did not start or could not be made."""


@dataclass(slots=True)
class Market:
    port: int
    behind: str = ""
    """The folder of the database's socket, where another way leads to it than everybody's."""

    def visitor(self, **more: float) -> Visitor:
        return Visitor(self.port, **more)

    def start(self) -> float:
        """Seconds from the command until the market is ready."""
        began = time.monotonic()
        process = subprocess.Popen(
            tijara("up"), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        while not self.is_ready():
            if process.poll() not in (None, 0):
                said = process.stdout.read().decode(errors="replace") if process.stdout else ""
                raise MarketFailed(said[-2000:])
            time.sleep(0.01)
        took = time.monotonic() - began
        process.communicate()
        return took

    def is_ready(self) -> bool:
        """Whether the web process answers and reaches the database."""
        try:
            return self.visitor(timeout=3.0).get("/health/ready").status == 200
        except OSError:
            return False

    def stop(self) -> None:
        _command("down")

    def members(self) -> dict[str, int]:
        """Process ids by name: "web", "worker", "database"."""
        record = records.running_record()
        if record is None:
            raise MarketFailed("the measured market is not running")
        return {name: member.pid for name, member in record.members.items()}

    def spent(self) -> dict[str, float]:
        """Milliseconds of processor time of each member so far."""
        return {name: processor.milliseconds(pid) for name, pid in self.members().items()}

    def megabytes(self) -> float:
        record = records.running_record()
        return memory.of_family(record) if record else 0.0

    def rows(self, query: str | Composed, values: dict | None = None) -> list[tuple]:
        """What the database holds, asked as the application."""
        own = cluster.of_checkout()
        if self.behind:
            own = replace(own, listening=replace(own.listening, socket_folder=self.behind))
        with roles.connect(own, APPLICATION, roles.DATABASE) as connection:
            return connection.execute(query, values).fetchall()

    def last_words(self, name: str) -> str:
        """The end of a process's log."""
        return log_file(name).read_text(errors="replace")[-2500:]

    def settle(self) -> None:
        """Leave nothing for the server to tidy up while somebody measures."""
        with roles.connect(cluster.of_checkout(), ADMINISTRATOR, roles.DATABASE) as connection:
            connection.execute("VACUUM ANALYZE")
            connection.execute("CHECKPOINT")

    def command(self, *words: str) -> str:
        return _command(*words)

    @contextmanager
    def told_statements(self) -> Iterator[Path]:
        """While it lasts the server writes down each statement, with who asked."""
        database = cluster.of_checkout()
        with roles.connect(database, ADMINISTRATOR, "postgres") as connection:
            _set(connection, log_statement="all", log_line_prefix="<%a> ")
            try:
                yield database.log
            finally:
                _set(connection, log_statement=None, log_line_prefix=None)


@contextmanager
def without_indexes(*tables: str) -> Iterator[None]:
    """While it lasts these tables have no index but those that hold them to something."""
    told = places.data() / DROPPED
    as_owner = partial(roles.connect, cluster.of_checkout(), OWNER, roles.DATABASE)
    keys.drop(as_owner, tables, told, only_reading=True)
    yield
    keys.make(as_owner, told)


@contextmanager
def seeded(scale: float, seed: int) -> Iterator[Market]:
    """The seeded market of that size, running where it was made: it is too large to be copied, so
    what is done to it stays. No worker runs beside it."""
    folder, _ = seed_made(scale, seed)
    with _seeding(folder, TIJARA_RUNS="web") as market:
        yield market


def seed_made(scale: float, seed: int) -> tuple[Path, dict]:
    """The folder of the seeded market, made where it is missing or finished where its making was
    broken off, and what the making took: {"goods s", "trade s", "indexes s", "vacuum s"}."""
    shelf, kind = places.made(_shelf()), f"seed-{scale:g}-{seed}-"
    folder = shelf / f"{kind}{_shape(1)}"
    with (shelf / f"{kind}lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for old in set(shelf.glob(f"{kind}*/")) - {folder}:
            shutil.rmtree(old)
        told = folder / SEEDED
        if not told.exists():
            took = _seed(folder, scale, seed)
            told.write_text(json.dumps(took))
        return folder, json.loads(told.read_text())


def _seed(folder: Path, scale: float, seed: int) -> dict[str, float]:
    """Goods with the worker, who indexes them; the trade without."""
    took: dict[str, float] = {}
    size = size_of(scale)
    with _seeding(folder), _timed(took, "goods s"):
        inside_aloud("world", str(size.products), str(size.sellers))
    with _seeding(folder, TIJARA_RUNS="web") as market:
        took |= fill_trade(size.orders, size.buyers, seed)
        with _timed(took, "vacuum s"):
            market.settle()
    return took


@contextmanager
def _seeding(folder: Path, **more: str) -> Iterator[Market]:
    """Nobody's goods stand there but those that are laid. One that a killed bench has left running
    listens on its port."""
    told = {"TIJARA_DEMONSTRATION": "0", "TIJARA_DOCUMENT_PRINTER": ""} | more
    with _taken_over(folder, is_kept=True, **told) as market:
        if records.running_record():
            market.stop()
        with _during(market):
            yield market


def fill_trade(orders: int, buyers: int, seed: int) -> dict[str, float]:
    """What it took: {"trade s", "indexes s"}."""
    took: dict[str, float] = {}
    database, told = cluster.of_checkout(), places.data() / DROPPED
    as_owner = partial(roles.connect, database, OWNER, roles.DATABASE)
    with roles.connect(database, ADMINISTRATOR, "postgres") as connection:
        _set(connection, autovacuum="off", max_wal_size="8GB")
        try:
            with _timed(took, "trade s"):
                keys.drop(as_owner, TABLES, told)
                inside_aloud("world_trade", str(orders), str(buyers), str(seed))
            with _timed(took, "indexes s"):
                keys.make(as_owner, told)
            inside_aloud(".demonstration.sums")
        finally:
            _set(connection, autovacuum=None, max_wal_size=None)
    return took


@contextmanager
def _during(market: Market) -> Iterator[None]:
    market.start()
    try:
        yield
    finally:
        market.stop()


@contextmanager
def _timed(took: dict[str, float], what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    took[what] = time.monotonic() - began


@contextmanager
def running(products: int = 0) -> Iterator[Market]:
    """A fresh copy of a world, running: the demonstration market, and `products` beside it."""
    with standing(products) as market, _during(market):
        yield market


@contextmanager
def standing(products: int = 0, **more: str) -> Iterator[Market]:
    """The same, installed and not yet started; `more` are settings of its own."""
    shelf = places.made(_shelf())
    world = _world(shelf, products)
    with _taken_over(shelf / f"run-{os.getpid()}", **more) as market:
        _copy(world, places.data())
        yield market


@contextmanager
def bare() -> Iterator[Market]:
    """A new market with open shops and no goods, running: where only an index is measured, a
    demonstration would be made and printed for nothing."""
    shelf = places.made(_shelf())
    _forget_the_dead(shelf)
    folder = shelf / f"run-{os.getpid()}"
    with _taken_over(folder, TIJARA_DEMONSTRATION="0") as market, _during(market):
        inside("shops")
        yield market


def _shelf() -> Path:
    return places.data() / "bench"


def _world(shelf: Path, products: int) -> Path:
    """The folder of a prepared world, made where it is missing. Who comes second waits for it."""
    with (places.made(shelf) / "worlds.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        world = shelf / f"world-{products}-{_shape(products)}"
        return world if world.exists() else _made_world(shelf, world, products)


def _made_world(shelf: Path, world: Path, products: int) -> Path:
    for old in shelf.glob(f"{world.name.rpartition('-')[0]}-*"):
        shutil.rmtree(old)
    _forget_the_dead(shelf)
    with _taken_over(shelf / f"making-{os.getpid()}") as market:
        with _during(market):
            inside("world", str(products))
            market.settle()
        places.data().rename(world)
    return world


@contextmanager
def _taken_over(folder: Path, *, is_kept: bool = False, **more: str) -> Iterator[Market]:
    """This process belongs to the market of that folder, until the folder is thrown away."""
    port = free_port()
    mine = {
        "TIJARA_DATA": str(folder),
        "PORT": str(port),
        "TIJARA_DEMONSTRATION": "1",
        "TIJARA_RATE_LIMIT_FACTOR": machine.RATE_LIMIT_FACTOR,
    } | more
    kept = {name: os.environ.pop(name, None) for name in [*mine, *NOT_OURS]}
    os.environ.update(mine)
    try:
        yield Market(port)
    finally:
        if not is_kept:
            shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(places.database_socket(), ignore_errors=True)
        for name, value in kept.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def inside(name: str, *words: str) -> str:
    """Run a module of this folder, or beside it (".demonstration.sums"), in the taken-over
    environment, with Django; what it says."""
    return _run(python("-m", INSIDE, name, *words))


def inside_aloud(name: str, *words: str) -> None:
    """The same, of what takes long: how far it has come is seen."""
    command = python("-m", INSIDE, name, *words)
    if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode:
        raise MarketFailed(f"{name} {' '.join(words)} broke off; begun again, it goes on")


def _forget_the_dead(shelf: Path) -> None:
    """Remove what killed benches left."""
    for folder in [*shelf.glob("run-*"), *shelf.glob("making-*")]:
        if not psutil.pid_exists(int(folder.name.partition("-")[2])):
            shutil.rmtree(folder, ignore_errors=True)


def _copy(world: Path, folder: Path) -> None:
    """With its owners and modes: the server refuses files that are somebody else's."""
    _run(["cp", "-a", "--reflink=auto", str(world), str(folder)])


def _shape(products: int) -> str:
    """The demonstration tells of its last ninety days, so alone it is made anew each day."""
    digest = hashlib.sha256(b"" if products else now().date().isoformat().encode())
    root = Path(__file__).resolve().parents[3]
    for pattern in SHAPED_BY:
        for file in sorted(path for path in root.glob(pattern) if path.is_file()):
            if file.suffix in (".py", ".sql", ".toml"):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:10]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def _set(connection: psycopg.Connection, **settings: str | None) -> None:
    for name, value in settings.items():
        told = f"SET {name} = '{value}'" if value is not None else f"RESET {name}"
        connection.execute(f"ALTER SYSTEM {told}".encode())
    connection.execute("SELECT pg_reload_conf()")
    time.sleep(0.3)


def _command(*words: str) -> str:
    return _run(tijara(*words))


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MarketFailed(f"{' '.join(command[-3:])}: {(done.stdout + done.stderr)[-3000:]}")
    return done.stdout


@dataclass(frozen=True, slots=True)
class Audit:
    """What `tijara audit` proved and what it found at fault."""

    proofs: int
    by_code: list[tuple[str, str]]
    """(the proof's code, what it found)."""

    @property
    def faults(self) -> list[str]:
        return [fault for _, fault in self.by_code]

    def also(self, result: Result) -> Result:
        """The result, missed also where a proof fails."""
        return replace(result, ok=result.ok and not self.faults)


def audited() -> Audit:
    done = subprocess.run(tijara("audit", "--json"), capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)["proofs"]
    return Audit(len(told), [(one["code"], fault) for one in told for fault in one["faults"]])
