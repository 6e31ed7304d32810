"""Measure the market: `tijara bench NAME [--json]`, NAME a bench or `all`.

It starts a market of its own and never touches the one of this checkout. Exit status 1 where a
reach is missed, 2 where the bench itself broke off.
"""

import argparse
import importlib
import json
import subprocess
import time
from pathlib import Path
from typing import Any

from tijara.faces.cli import bench
from tijara.faces.cli.bench import machine, results
from tijara.faces.cli.bench import report as report_page
from tijara.faces.cli.bench.market import MarketFailed
from tijara.faces.cli.family import tijara
from tijara.faces.cli.terminal import say, warn
from tijara.kit.clock import now

BENCHES = {
    "limits": "limits",
    "start": "starting",
    "memory": "memory",
    "page": "page",
    "category": "category",
    "checkout": "checkout",
    "race": "race",
    "crash": "crash",
    "import": "importing",
    "money": "money",
    "orders": "orders",
    "flash": "flash",
    "payments": "payments",
    "seed": "seed",
    "lists": "lists",
    "books": "books",
    "process": "process",
    "search": "search",
    "scale": "scale",
    "lighthouse": "lighthouse",
}
BY_THEMSELVES = ("lighthouse", "seed")
"""Not among `all`: the one needs npm's packages and a browser, the other only makes a market."""


QUICK = (
    "limits", "start", "memory", "page", "category", "checkout", "orders", "flash", "import",
    "search", "lists",
)  # fmt: skip
"""What `all --quick` measures."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=[*BENCHES, "all"])
    parser.add_argument("--json", action="store_true", help="one JSON object, for programs")
    parser.add_argument("--seed", type=int, default=7, help="of everything random")
    parser.add_argument("--rounds", type=int, help="race (20), lighthouse (3): how often")
    parser.add_argument("--orders", type=int, default=3000, help="money: how many; 100000 whole")
    parser.add_argument("--seconds", type=int, default=120, help="crash: how long")
    parser.add_argument("--products", type=int, nargs="+", help="search, import: among how many")
    parser.add_argument("--report", type=Path, help="all, search: a page for people, with drawings")
    parser.add_argument("--data", help="import: a catalogue file; else one is made")
    parser.add_argument("--scale", type=float, help="seed, lists: 1 are ten million orders; .01")
    parser.add_argument("--here", action="store_true", help="seed: this empty market of yours")
    parser.add_argument("--quick", action="store_true", help="fewer and smaller: some minutes")
    parser.add_argument("--cold", action="store_true", help="start: also from a fresh clone")


def run(options: argparse.Namespace) -> int:
    if options.name == "all":
        return _all(options)
    module = importlib.import_module(f"{bench.__name__}.{BENCHES[options.name]}")
    load = machine.load()
    try:
        found = module.run(options)
    except MarketFailed as failure:
        warn(f"the bench broke off: {failure}")
        return 2
    report = {
        "bench": options.name,
        "machine": machine.facts(),
        "load": [*load, *machine.load()],
        "results": [one.told() for one in found],
    }
    say(results.as_json(report) if options.json else results.as_table(report))
    return 0 if all(one.ok for one in found) else 1


def _all(options: argparse.Namespace) -> int:
    """Each in a process of its own; one object with everybody's results."""
    told, failed, load, began = [], [], machine.load(), time.monotonic()
    for name in QUICK if options.quick else [one for one in BENCHES if one not in BY_THEMSELVES]:
        report = _one(name, options)
        if report is None:
            failed.append(name)
            continue
        told.append(report)
        if not options.json:
            say(results.as_table(report))
    merged = {
        "bench": "all",
        "machine": machine.facts(),
        "load": [*load, *machine.load()],
        "quick": options.quick,
        "minutes": round((time.monotonic() - began) / 60, 1),
        "broke off": failed,
        "results": [one for report in told for one in report["results"]],
    }
    if options.report:
        options.report.write_text(report_page.page(merged, now()), encoding="utf-8")
    if options.json:
        say(results.as_json(merged))
    return 0 if not failed and all(one["ok"] for one in merged["results"]) else 1


def _one(name: str, options: argparse.Namespace) -> dict[str, Any] | None:
    words = ["bench", name, "--json", "--seed", str(options.seed)]
    words += ["--quick"] if options.quick else []
    words += ["--cold"] if options.cold else []
    done = subprocess.run(tijara(*words), capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout)
    except ValueError:
        warn(f"bench {name} broke off:\n{done.stderr[-2000:]}")
        return None
