"""Dump the database and bring a dump back, with PostgreSQL's own programs."""

import os
import subprocess
from pathlib import Path

import psycopg
from psycopg import sql

from . import cluster, target
from .roles import DATABASE, connect
from .secrets import ADMINISTRATOR, OWNER

RESTORED = f"{DATABASE}_restored"


class DumpFailed(RuntimeError):
    """pg_dump or pg_restore went wrong; the message carries its words."""


class DatabaseInUse(RuntimeError):
    """There is data where the dump should go."""


def dump(file: Path) -> None:
    """One consistent moment of the database, while it serves."""
    with target.owner_environment() as environment:
        _run("pg_dump", ["--format=custom", "--compress=gzip:4", f"--file={file}"], environment)


def restore(file: Path, *, replace: bool) -> None:
    """The dump's tables instead of what is there. A failure changes nothing."""
    with target.owner_environment() as environment:
        if not replace and _has_tables(environment):
            raise DatabaseInUse
        if target.is_embedded():
            _restore_beside(file, environment)
        elif _has_tables(environment):
            raise DatabaseInUse
        else:
            _load(file, environment)


def _restore_beside(file: Path, environment: dict[str, str]) -> None:
    """Into a new database, which then takes the old one's name."""
    own = cluster.of_checkout()
    with connect(own, ADMINISTRATOR, "postgres") as connection:
        new, old = sql.Identifier(RESTORED), sql.Identifier(DATABASE)
        owner = sql.Identifier(OWNER)
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        connection.execute(drop.format(new))
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(new, owner))
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(new))
        try:
            _load(file, environment | {"PGDATABASE": RESTORED})
        except DumpFailed:
            connection.execute(drop.format(new))
            raise
        connection.execute(drop.format(old))
        connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(new, old))


def _load(file: Path, environment: dict[str, str]) -> None:
    options = ["--no-owner", "--no-privileges", "--no-comments", "--single-transaction"]
    database = f"--dbname={environment['PGDATABASE']}"
    _run("pg_restore", [*options, "--exit-on-error", database, str(file)], environment)


def _has_tables(environment: dict[str, str]) -> bool:
    with psycopg.connect(
        host=environment.get("PGHOST"),
        port=environment.get("PGPORT"),
        user=environment.get("PGUSER"),
        password=environment.get("PGPASSWORD"),
        dbname=environment["PGDATABASE"],
    ) as connection:
        row = connection.execute("SELECT to_regclass('django_migrations') IS NOT NULL").fetchone()
        return bool(row and row[0])


def _run(program: str, options: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(
        [f"{target.programs()}/{program}", *options],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise DumpFailed(f"{program}: {done.stderr.strip()[-800:]}")
