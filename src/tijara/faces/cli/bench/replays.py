"""Evaluations that live a real trade again: `tijara eval olist`, `tijara eval retail`. Each starts
a market of its own, and says what of the data it has explained and whether the books agree.
"""

import argparse
import json
from pathlib import Path

from .market import Market, MarketFailed, audited, inside, running
from .olist_files import FILES
from .results import Result, always
from .waiting import UNDELIVERED, until_none

RETAIL = "uci_online_retail_2009_2010.parquet"


def missing_of_olist(data: Path) -> list[str]:
    return [name for name in FILES if not (data / name).is_file()]


def missing_of_retail(data: Path) -> list[str]:
    return [] if _retail_file(data).is_file() else [RETAIL]


def run_olist(options: argparse.Namespace) -> list[Result]:
    with running() as market:
        told = json.loads(inside("olist", str(options.data.resolve()), str(options.orders)))
        end_past(market)
        audit = audited()
    books, fates = told["books"], told["fates"]
    equal = told["equal"] / max(told["with goods"], 1) * 100
    off = abs(books["bank off"]) + abs(books["sellers off"])
    classes = {f"{name}: orders, cents between": pair for name, pair in told["classes"].items()}
    proved = {"proofs": audit.proofs, "faults": audit.faults[:20]}
    return [
        Result("olist equal to the cent", [equal], "% of orders with goods", beside=classes),
        always("olist cents in no class", [told["cents lost"]], "cents", 0, {}),
        Result("olist cents that the files contradict", [told["contradicted"]], "cents",
               beside={"first": told["figures of what differs"]}),
        always("olist not taken by the door", [fates.get("not taken by the door", 0)], "orders",
               0, fates),
        always("olist books off", [off], "cents", 0, books),
        audit.also(always("olist journal sum", [books["sum"]], "cents", 0, proved)),
    ]  # fmt: skip


def run_retail(options: argparse.Namespace) -> list[Result]:
    with running() as market:
        file = _retail_file(options.data).resolve()
        told = json.loads(inside("retail", str(file), str(options.orders)))
        end_past(market)
        audit = audited()
    sums = told["sums"]
    off = abs(told["cash off"]) + abs(told["refunds off"])
    lost = abs(told["called off unexplained"]) + abs(told["sold unexplained"])
    proved = {"proofs": audit.proofs, "faults": audit.faults[:20]}
    return [
        Result("retail lines", [told["lines"]], "lines", beside=told["classes"]),
        always("retail pence unexplained", [lost], "pence", 0, sums),
        always("retail not taken by the door", [sums.get("not placed", 0)], "orders", 0, {}),
        always("retail books off", [off], "pence", 0, {}),
        audit.also(always("retail journal sum", [told["sum"]], "pence", 0, proved)),
    ]


def end_past(market: Market) -> None:
    """Everybody has heard of everything, and what is kept as sums is told anew: what was lived
    after the clock had gone on lies before the mark of what is added up already."""
    try:
        until_none(lambda: market.rows(UNDELIVERED)[0][0])
    except TimeoutError as error:
        raise MarketFailed(f"{error}\n{market.last_words('worker')}") from error
    inside(".demonstration.sums")


def _retail_file(data: Path) -> Path:
    """The file itself, or the folder that has it."""
    return data / RETAIL if data.is_dir() else data
