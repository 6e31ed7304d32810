"""Prove what must always be true of the data; fails and says where it is not."""

import argparse
import json
from dataclasses import asdict

from tijara.faces.cli.terminal import say
from tijara.platform.audits import ProofResult, run_proofs
from tijara.platform.outbox.queries import backlog

SHOWN = 10


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object for a program")


def run(options: argparse.Namespace) -> int:
    results = run_proofs()
    holds = all(result.holds for result in results)
    if options.json:
        say(json.dumps({"holds": holds, "proofs": [asdict(one) for one in results]}, indent=1))
    else:
        for result in results:
            _tell(result)
        waiting = backlog().waiting
        say(f"\n{'All of it is true.' if holds else 'THE DATA IS AT FAULT.'}")
        say(f"{waiting} facts are on their way." if waiting else "No fact waits.")
    return 0 if holds else 1


def _tell(result: ProofResult) -> None:
    sign = "  holds  " if result.holds else "  FAULT  "
    say(f"{sign}{result.name} ({result.checked} looked at, {result.milliseconds} ms)")
    for fault in result.faults[:SHOWN]:
        say(f"{'':<9}→ {fault}")
    if len(result.faults) > SHOWN:
        say(f"{'':<9}→ and {len(result.faults) - SHOWN} more")
