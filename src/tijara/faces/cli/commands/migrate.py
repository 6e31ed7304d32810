"""Bring the database to this version's schema and grant the application its part of it."""

from tijara.faces.cli.terminal import say
from tijara.platform.ownership.migration import migrate
from tijara.platform.postgres.target import application_role


def run(options) -> None:
    applied = migrate(application_role())
    say(f"{len(applied)} migrations applied" if applied else "the schema is up to date")
