"""Judge the market on what nobody here wrote: `tijara eval search --data FOLDER [--json]`, or
`tijara eval processes`, whose data is chance.

A search starts a market of its own, like a bench. A file that is not in the folder is named, and
what needs it is skipped. Exit status 1 where a reach is missed.
"""

import argparse
import json
from pathlib import Path

from tijara.faces.cli.bench import machine, results
from tijara.faces.cli.bench.market import MarketFailed, inside, running
from tijara.faces.cli.terminal import say, warn

MASTER, LISTINGS = "ar_match_master.csv", "ar_match_listings.csv.gz"
QUERIES = 5000
MUTANTS = 1000


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=["search", "processes"])
    parser.add_argument("--data", type=Path, help="search: the folder of the files")
    parser.add_argument("--json", action="store_true", help="one JSON object, for programs")
    parser.add_argument("--seed", type=int, default=7, help="of everything random")
    parser.add_argument("--queries", type=int, default=QUERIES, help="how many are drawn")


def run(options: argparse.Namespace) -> int:
    if options.name == "search" and options.data is None:
        warn("the folder of the files is missing: --data FOLDER")
        return 2
    wanted = (MASTER, LISTINGS) if options.name == "search" else ()
    missing = [name for name in wanted if not (options.data / name).is_file()]
    load = machine.load()
    try:
        found = [] if missing else JUDGES[options.name](options)
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
    return 0 if all(one.ok for one in found) else 1


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


def _processes(options: argparse.Namespace) -> list[results.Result]:
    """Of processes that were changed by chance, none that random histories break may be proved."""
    told = json.loads(inside("mutants", str(options.seed), str(MUTANTS)))
    counts, seeds = told["counts"], told["seeds"]
    wrong = counts.pop("broken and proved")
    beside = {"mutants": MUTANTS, **counts, "examples": told["examples"]}
    return [
        results.always("processes broken and proved", [wrong], "mutants", 0, beside),
        results.always("processes of ours proved", [told["sound"]], "processes", seeds, {}),
        results.always("processes of ours unbroken", [told["unbroken"]], "processes", seeds, {}),
    ]


JUDGES = {"search": _search, "processes": _processes}
