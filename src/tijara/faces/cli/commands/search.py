"""Make the search's index anew while the old one answers, or say how it is: `search rebuild`.

It may be cut off at any time: the same command goes on from there.
"""

import argparse
import time

from tijara.domains.search.actions import rebuild_index
from tijara.domains.search.queries import engine_health
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM

BUSY_SECONDS = 1.0


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["rebuild", "health"])


def run(options: argparse.Namespace) -> int:
    return _rebuild() if options.what == "rebuild" else _health()


def _rebuild() -> int:
    while True:
        told = rebuild_index(actor=SYSTEM)
        if told.is_ended:
            say(f"generation {told.generation} answers: {told.laid} products")
            return 0
        if told.has_waited:
            time.sleep(BUSY_SECONDS)
        else:
            say(f"{told.laid} products")


def _health() -> int:
    told = engine_health()
    number = "" if told.documents is None else f", {told.documents} documents"
    say(f"{'well' if told.is_well else 'NOT WELL'}: {told.says}{number}")
    return 0 if told.is_well else 1
