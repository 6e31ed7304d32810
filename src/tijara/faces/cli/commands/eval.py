"""Judge the market on data that nobody here wrote: `tijara eval search --data FOLDER [--json]`.

It starts a market of its own, like a bench. A file that is not in the folder is named, and what
needs it is skipped. Exit status 1 where a reach is missed.
"""

import argparse
import json
from pathlib import Path

from tijara.faces.cli.bench import machine, results
from tijara.faces.cli.bench.market import MarketFailed, inside, running
from tijara.faces.cli.terminal import say, warn

MASTER, LISTINGS = "ar_match_master.csv", "ar_match_listings.csv.gz"
QUERIES = 5000


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=["search"])
    parser.add_argument("--data", type=Path, required=True, help="the folder of the files")
    parser.add_argument("--json", action="store_true", help="one JSON object, for programs")
    parser.add_argument("--seed", type=int, default=7, help="of the draw of queries")
    parser.add_argument("--queries", type=int, default=QUERIES, help="how many are drawn")


def run(options: argparse.Namespace) -> int:
    missing = [name for name in (MASTER, LISTINGS) if not (options.data / name).is_file()]
    load = machine.load()
    try:
        found = [] if missing else _search(options)
    except MarketFailed as failure:
        warn(f"the eval broke off: {failure}")
        return 2
    report = {
        "bench": options.name,
        "machine": machine.facts(),
        "load": [*load, *machine.load()],
        "missing": missing,
        "results": [one.told() for one in found],
    }
    say(results.as_json(report) if options.json else results.as_table(report))
    for name in missing:
        warn(f"there is no {name} in {options.data}: skipped")
    return 0


def _search(options: argparse.Namespace) -> list[results.Result]:
    """How often the first found is what the seller meant; no reach is set yet."""
    master, listings = (str((options.data / name).resolve()) for name in (MASTER, LISTINGS))
    with running():
        told = json.loads(
            inside("finding", master, listings, str(options.queries), str(options.seed))
        )
    baselines = {name: value for name, value in told["acc"].items() if name != "search"}
    beside = baselines | {"queries": told["queries"], "goods": told["goods"]}
    return [
        results.Result("search acc@1", [told["acc"]["search"]], "share", beside=beside),
        results.Result("search query p95 in process", [told["p95 ms"]], "ms"),
    ]
