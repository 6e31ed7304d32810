"""How long until the market answers: an installed one, and (--cold) a fresh clone."""

import argparse
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from tijara.platform import places

from .market import MarketFailed, free_port, standing
from .pace import products_for, rounds_for
from .results import Result, at_most
from .visitor import Visitor

ROUNDS = 5
REACH_S = 6.0
REACH_COLD_S = 120.0
KEPT = ("PATH", "LANG", "PIP_INDEX_URL", "PIP_CONFIG_FILE", "UV_INDEX_URL", "NPM_CONFIG_REGISTRY")


def run(options: argparse.Namespace) -> list[Result]:
    values = []
    with standing(products_for(options)) as market:
        for _ in range(rounds_for(options, ROUNDS)):
            values.append(market.start())
            market.stop()
    beside = {"until": "/health/ready", "installed": "files, schema and market are there"}
    found = [at_most("start s", values, "s", REACH_S, beside)]
    return [*found, _cold()] if options.cold else found


def _cold() -> Result:
    """`make up` in a clone of HEAD, with an empty home and an environment of almost nothing."""
    folder = Path(tempfile.mkdtemp(prefix="tijara-cold-"))
    clone, home = folder / "clone", folder / "home"
    home.mkdir()
    git = ["git", "clone", "-q", str(places.checkout()), str(clone)]
    subprocess.run(git, check=True)
    port, data = free_port(), places.data() / "bench" / f"cold-{os.getpid()}"
    bare = {name: os.environ[name] for name in KEPT if name in os.environ}
    bare |= {"HOME": str(home), "PORT": str(port), "TIJARA_DATA": str(data)}
    began = time.monotonic()
    try:
        with subprocess.Popen(
            ["make", "up"], cwd=clone, env=bare, stdout=subprocess.DEVNULL, start_new_session=True
        ) as process:
            took = _until_ready(port, process, began)
            process.wait()
    finally:
        subprocess.run(["make", "down"], cwd=clone, env=bare, check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(data, ignore_errors=True)
    return at_most("cold start s", [took], "s", REACH_COLD_S, {"of": "git clone, then make up"})


def _until_ready(port: int, process: subprocess.Popen, began: float) -> float:
    while time.monotonic() - began < 5 * REACH_COLD_S:
        try:
            if Visitor(port).get("/health/ready").status == 200:
                return time.monotonic() - began
        except OSError:
            time.sleep(0.1)
        if process.poll():
            raise MarketFailed(f"`make up` ended with {process.returncode}")
    os.killpg(process.pid, signal.SIGTERM)
    raise MarketFailed("`make up` does not come to an end")
