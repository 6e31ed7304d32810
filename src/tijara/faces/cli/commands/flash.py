"""Check the audit of a flash sale: `tijara flash verify FILE [--key KEY]`; no market is needed."""

import argparse
from pathlib import Path

from tijara.domains.flash_sales.queries import AuditBroken, read_audit
from tijara.faces.cli.terminal import say, warn


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=["verify"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--key", default="", help="whose seal it must be; the market shows it")


def run(options: argparse.Namespace) -> int:
    try:
        told = read_audit(options.file.read_bytes(), options.key)
    except OSError as error:
        warn(f"{options.file} can't be read: {error.strerror}")
        return 2
    except AuditBroken as broken:
        warn(f"It does not hold: {broken}.")
        return 1
    bought = [row for row in told["places"] if row[5] == "bought"]
    units, sold = (sum(item[name] for item in told["items"]) for name in ("units", "sold"))
    say("It holds: sealed, in the order of the lot and of coming, and nothing sold twice.")
    say(f"  {units} set apart, {sold} sold to {len(bought)} of {len(told['places'])} places.")
    if not options.key:
        say("  Whose seal it is, --key says: compare it with the one that the market shows.")
    return 0
