"""Which server is meant: the embedded one, or the one that DATABASE_URL names."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlparse

from . import binaries, cluster
from .roles import DATABASE, ensure_ready
from .secrets import APPLICATION, OWNER, secret_of


def is_embedded() -> bool:
    return not os.environ.get("DATABASE_URL")


def application_role() -> str:
    """The role that web and worker connect as, to which `tijara migrate` grants."""
    if is_embedded():
        return APPLICATION
    return unquote(urlparse(os.environ["DATABASE_URL"]).username or "")


@contextmanager
def owner_environment() -> Iterator[dict[str, str]]:
    """What libpq's programs need to reach the database as its owner; the embedded server is
    started for the time where it stands still.
    """
    if not is_embedded():
        url = os.environ.get("TIJARA_OWNER_DATABASE_URL") or os.environ["DATABASE_URL"]
        yield _from_url(url)
        return
    own = cluster.of_checkout()
    with started(own):
        yield {
            "PGHOST": own.listening.socket_folder,
            "PGPORT": str(own.listening.port),
            "PGUSER": OWNER,
            "PGPASSWORD": secret_of(OWNER, own.secrets),
            "PGDATABASE": DATABASE,
        }


@contextmanager
def started(own: cluster.Cluster) -> Iterator[None]:
    """The embedded server, left as it was found: running, or not."""
    if own.running() is not None:
        yield
        return
    if not own.exists():
        own.make()
    process = own.start()
    try:
        ensure_ready(own)
        yield
    finally:
        cluster.stop(process.pid)
        process.wait()


def programs() -> str:
    """The folder of pg_dump and pg_restore."""
    return str(binaries.installed())


def _from_url(url: str) -> dict[str, str]:
    parts = urlparse(url)
    given = {
        "PGHOST": unquote(parts.hostname or ""),
        "PGPORT": str(parts.port or ""),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": unquote(parts.path.lstrip("/")),
    }
    return {name: value for name, value in given.items() if value}
