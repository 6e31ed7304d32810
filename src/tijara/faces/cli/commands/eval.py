"""Judge the market on what nobody here wrote: `tijara eval search FOLDER [--json]`, `tijara eval
invoices FOLDER`, `olist FOLDER` and `retail FILE`, which live a real trade again; or `tijara eval
processes`, whose data is chance. `tijara eval search --judged FOLDER` judges the search by a set of
others, in the form of ArabicEcomSearchBench (`bench/judged_files.py`).

A search and a trade start a market of their own, like a bench. A file that is not in the folder is
named, and what needs it is skipped. Exit status 1 where a reach is missed.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from tijara.faces.cli.bench import judging, machine, process, replays, results
from tijara.faces.cli.bench.judged_files import BadSet
from tijara.faces.cli.bench.market import MarketFailed
from tijara.faces.cli.terminal import say, warn
from tijara.platform.providers import load, names

INVOICE_JUDGES = "invoice_judges"
QUERIES = 4000


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=[*JUDGES])
    parser.add_argument("path", nargs="?", type=Path, help="where the files are")
    parser.add_argument("--data", type=Path, help="the same")
    parser.add_argument("--orders", type=int, default=0, help="olist, retail: how many; 0 all")
    parser.add_argument("--json", action="store_true", help="one JSON object, for programs")
    parser.add_argument("--seed", type=int, default=7, help="of everything random")
    parser.add_argument("--queries", type=int, default=QUERIES, help="search: of a set; 0 all")
    parser.add_argument("--sample", action="store_true", help="search: 300 of each set")
    parser.add_argument("--set", dest="sets", action="append", choices=[*judging.SETS])
    parser.add_argument("--judged", type=Path, help="search: a judged set of others, a folder")


def run(options: argparse.Namespace) -> int:
    options.data = options.data or options.path
    needs = MISSING.get(options.name) if not options.judged else None
    if needs and options.data is None:
        warn("the files are missing: say where they are")
        return 2
    missing = needs(options.data) if needs else []
    loaded = machine.load()
    try:
        skipped = missing and options.name != "invoices"
        found = [] if skipped else JUDGES[options.name](options)
    except (MarketFailed, BadSet) as failure:
        warn(f"the eval broke off: {failure}")
        return 2
    report = {
        "bench": options.name,
        "machine": machine.facts(),
        "load": [*loaded, *machine.load()],
        "missing": missing,
        "results": [one.told() for one in found],
    }
    say(results.as_json(report) if options.json else results.as_table(report))
    for name in missing:
        warn(f"there is no {name} in {options.data}: skipped")
    return 0 if all(one.ok for one in found) else 1


def _invoices(options: argparse.Namespace) -> list[results.Result]:
    """Every document of ours must pass the official validators, and every deliberate error be
    caught by its rule. A country whose files are not there is left out."""
    found = [
        one
        for name in names(INVOICE_JUDGES)
        if all((options.data / file).is_file() for file in load(INVOICE_JUDGES, name).needs)
        for one in load(INVOICE_JUDGES, name)().judge(options.data)
    ]
    return [
        results.always(one.what, [one.good], "documents", one.of, {"wrong": one.wrong[:20]})
        for one in found
    ]


def _needed() -> tuple[str, ...]:
    return tuple(
        file for name in names(INVOICE_JUDGES) for file in load(INVOICE_JUDGES, name).needs
    )


def _missing(wanted: Callable[[], tuple[str, ...]]) -> Callable[[Path], list[str]]:
    return lambda data: [name for name in wanted() if not (data / name).is_file()]


JUDGES = {
    "search": judging.run,
    "invoices": _invoices,
    "processes": lambda options: process.mutated(options.seed),
    "olist": replays.run_olist,
    "retail": replays.run_retail,
}
MISSING: dict[str, Callable[[Path], list[str]]] = {
    "search": _missing(lambda: judging.FILES),
    "invoices": _missing(_needed),
    "olist": replays.missing_of_olist,
    "retail": replays.missing_of_retail,
}
"""The files that an evaluation names and does not find. Only invoices go on with the others."""
