"""Bring the database to this version's schema and grant the application its part of it.

With --plan nothing is changed: it says what would be applied, and what of it would keep a market
that goes on selling waiting. Exit status 1 where something would.
"""

import argparse

from tijara.faces.cli.terminal import say
from tijara.platform.ownership.locking import pending
from tijara.platform.ownership.migration import migrate
from tijara.platform.postgres.target import application_role


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--plan", action="store_true", help="say what would be done, and do nothing"
    )


def run(options: argparse.Namespace) -> int:
    if options.plan:
        return _tell()
    applied = migrate(application_role())
    say(f"{len(applied)} migrations applied" if applied else "the schema is up to date")
    return 0


def _tell() -> int:
    waiting = pending()
    if not waiting:
        say("the schema is up to date")
    for one in waiting:
        say(f"{one.name}{'' if one.risks else ': nobody waits'}")
        for risk in one.risks:
            say(f"  {risk.table}, about {risk.rows} rows: {risk.harm}")
    return 1 if any(one.risks for one in waiting) else 0
