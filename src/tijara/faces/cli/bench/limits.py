"""What this machine can do by itself, without us: writes that are on the disk, transactions of a
bare PostgreSQL (its own pgbench, TPC-B), answers of an empty Django view behind the same server.

A market's figures are to be read beside these of the same run.
"""

import argparse
import os
import re
import subprocess
import time

from tijara.platform import places
from tijara.platform.postgres import cluster, roles
from tijara.platform.postgres.secrets import ADMINISTRATOR, secret_of

from . import rounds
from .market import MarketFailed, bare
from .results import Result

WRITES = 400
SECONDS, QUICK_SECONDS = 10, 4
CLIENTS = 8
ASKED = 3000
PGBENCH = "pgbench"
TPS = re.compile(r"^tps = ([\d.]+)", re.M)
TRIAL = "tijara_pgbench"


def run(options: argparse.Namespace) -> list[Result]:
    seconds = QUICK_SECONDS if options.quick else SECONDS
    with bare() as market, rounds.ping() as ping:
        commits = Result("limit writes on disk/s", [1000 / disk_ms()], "1/s")
        one, many = (_transactions(clients, seconds) for clients in (1, CLIENTS))
        ping.measure()
        began = time.monotonic()
        rounds.at_once(range(ASKED), lambda _, visitor: visitor.get("/ping"), ping.port, 2)
        rate = ASKED / (time.monotonic() - began)
        memory = market.megabytes()
    told = {"of": "pgbench -b tpcb-like, scale 1, by the socket, durable"}
    return [
        commits,
        Result("limit pgbench/s by 1", [one], "1/s", beside=told),
        Result(f"limit pgbench/s by {CLIENTS}", [many], "1/s", beside=told),
        Result("limit django ping/s", [rate], "1/s", beside={"connections": 2}),
        Result("django ping CPU-ms", [ping.cpu_ms], "ms", beside={"reference": 0.21}),
        Result("memory MB of a bare market", [memory], "MB"),
    ]


def disk_ms() -> float:
    """Until a small write is on this machine's disk: the median."""
    path = places.data() / "commit.bench"
    took = []
    with path.open("wb", buffering=0) as file:
        for _ in range(WRITES):
            began = time.perf_counter()
            file.write(b"\0" * 8192)
            os.fdatasync(file.fileno())
            took.append((time.perf_counter() - began) * 1000)
    path.unlink()
    return sorted(took)[WRITES // 2]


def _transactions(clients: int, seconds: int) -> float:
    """In a database of its own, beside the market's."""
    here = cluster.of_checkout()
    with roles.connect(here, ADMINISTRATOR, "postgres") as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {TRIAL}".encode())
        connection.execute(f"CREATE DATABASE {TRIAL}".encode())
    _pgbench("-i", "-q", TRIAL)
    said = _pgbench("-c", str(clients), "-j", "2", "-T", str(seconds), TRIAL)
    found = TPS.search(said)
    if found is None:
        raise MarketFailed(said[-500:])
    return float(found[1])


def _pgbench(*words: str) -> str:
    here = cluster.of_checkout()
    program = here.programs() / PGBENCH
    told = {
        "PGHOST": str(here.listening.socket_folder),
        "PGPORT": str(here.listening.port),
        "PGUSER": ADMINISTRATOR,
        "PGPASSWORD": secret_of(ADMINISTRATOR, here.secrets),
    }
    done = subprocess.run(
        [str(program), *words], env=os.environ | told, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise MarketFailed(f"pgbench: {done.stderr[-1000:]}")
    return done.stdout
