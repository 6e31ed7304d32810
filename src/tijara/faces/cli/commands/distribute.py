"""Spread the tables of a migrated database over the nodes of its Citus cluster; safe to repeat."""

import os

from tijara.faces.cli.terminal import say
from tijara.platform.ownership.distribution import distribute


def run(options) -> int | None:
    if os.environ.get("TIJARA_REPLICA_DATABASE_URL"):
        say("a replica follows one database, not a cluster: unset TIJARA_REPLICA_DATABASE_URL")
        return 1
    taken = distribute()
    for step in taken:
        say(f"{step.about}: {', '.join(step.given[1:]) or 'reference'}")
    say(f"{len(taken)} steps taken" if taken else "everything is in its place")
    return None
