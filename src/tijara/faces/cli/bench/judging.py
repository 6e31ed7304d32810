"""Judge the search: each set in a market of its own, so that no set lends another its words.

`--judged FOLDER` is a set that others have judged (`judged_files`): it is judged instead of ours.
"""

import argparse
import json
from pathlib import Path

from . import judged_files
from .finding_sets import CATALOGUE, LEARNED, LISTINGS, MASTER, OTHERS, SETS
from .market import bare, inside
from .results import Result, at_least

FILES = (MASTER, LISTINGS, CATALOGUE)
SAMPLE = 300
REACHES = {
    "sellers": ("acc@1", 0.935),
    LEARNED: ("acc@1", 0.965),
    "english": ("recall@5", 0.9),
    "arabic": ("recall@5", 0.9),
    "english to Arabic alone": ("recall@5", 0.9),
    "Arabic to English alone": ("recall@5", 0.9),
}
"""Of the half that judges."""


def run(options: argparse.Namespace) -> list[Result]:
    most = SAMPLE if options.sample else options.queries
    if options.judged:
        judged_files.read(options.judged, most, options.seed)
        return _judged(OTHERS, options.judged, most, options.seed)
    names = options.sets or SETS
    return [one for name in names for one in _judged(name, options.data, most, options.seed)]


def _judged(name: str, folder: Path, most: int, seed: int) -> list[Result]:
    with bare():
        said = inside("finding", name, str(folder.resolve()), str(most), str(seed))
    return _results(name, json.loads(said))


def _results(name: str, told: dict) -> list[Result]:
    ways = told["ways"]
    own = ways.pop("search")
    beside = {name: value for name, value in own.items() if name != "acc@1"}
    beside["goods"] = told["goods"]
    beside["learned"] = told["learned"]
    beside |= {
        way: {key: round(value, 3) for key, value in figures.items() if isinstance(value, float)}
        for way, figures in ways.items()
    }
    what, reach = REACHES.get(name, ("nDCG@10" if name == OTHERS else "recall@5", 0.0))
    shown = own | beside
    if name in REACHES:
        first = at_least(f"search {name} {what}", [own[what]], "share", reach, shown)
    else:
        first = Result(f"search {name} {what}", [own[what]], "share", beside=shown)
    return [first, Result(f"search {name} p95 in process", [told["p95 ms"]], "ms")]
