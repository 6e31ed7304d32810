"""Spread the tables of a migrated database over the nodes of its Citus cluster; safe to repeat."""

from tijara.faces.cli.terminal import say
from tijara.platform.ownership.distribution import distribute


def run(options) -> None:
    taken = distribute()
    for step in taken:
        say(f"{step.about}: {', '.join(step.given[1:]) or 'reference'}")
    say(f"{len(taken)} steps taken" if taken else "everything is in its place")
