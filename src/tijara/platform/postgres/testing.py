"""A database for each test run, copied from a migrated template that outlives the runs.

The template is keyed by everything that shapes the schema. Its server is this checkout's own and
forgets nothing slower than it must (no fsync); it stops when the last run that uses it ends. With
DATABASE_URL that server is used instead.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import psutil
import psycopg
from django.apps import apps
from django.conf import settings
from django.db import connection, connections
from psycopg import sql

from tijara.platform import places
from tijara.platform.ownership import grants, migration, vacuuming

from . import target
from .cluster import Cluster, DatabaseFailed, cluster_at, stop
from .roles import ensure_roles
from .secrets import ADMINISTRATOR, APPLICATION, OWNER, secret_of

KEPT_TABLES = ("django_migrations", "django_content_type", "auth_permission")
GROWN = """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relname = ANY(%s)
        AND pg_relation_size(oid) > 1 << 18
"""
"""Of these tables, those that took in more than the next test should step over."""


def cluster_of_tests() -> Cluster:
    socket = places.database_socket().with_name(f"tijara-{places.mark()}-tests")
    return cluster_at("tests", socket, places.base_port() + 2, durable=False)


@contextmanager
def database_of_this_run() -> Iterator[str]:
    """Point Django at a database of this run's own, as the application's role."""
    with _server() as (owner, application):
        template = f"tijara_template_{places.mark()}_{_schema_hash()}"
        name = f"tijara_test_{places.mark()}_{os.getpid()}"
        with _locked("templates"):
            _forget_the_past(owner, template)
            _ensure_template(owner, template)
            _execute(owner, "CREATE DATABASE {} TEMPLATE {}", name, template)
        _point_django_at(application | {"NAME": name})
        try:
            yield name
        finally:
            connections.close_all()
            _execute(_mightiest(owner), "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


@contextmanager
def copy_of(name: str, key: str, fill: Callable[[], None]) -> Iterator[None]:
    """Point Django at a copy of a database that `fill` has filled, as the application's role: once
    for all who ask with the same key, in this run and the next. Only inside a run; its own database
    is untouched, and Django comes back to it."""
    own = dict(settings.DATABASES["default"])
    owner = own | _role(cluster_of_tests(), OWNER) if target.is_embedded() else own
    kept, copy = f"tijara_{name}_{places.mark()}_{key}", f"{own['NAME']}_{name}"
    with _locked(name):
        if kept not in _databases(owner):
            _fill(owner, own, kept, fill)
        _execute(owner, "CREATE DATABASE {} TEMPLATE {}", copy, kept)
    _point_django_at({"NAME": copy})
    try:
        yield
    finally:
        _point_django_at({"NAME": own["NAME"]})
        _execute(_mightiest(owner), "DROP DATABASE IF EXISTS {} WITH (FORCE)", copy)


def _fill(owner: dict, own: dict, kept: str, fill: Callable[[], None]) -> None:
    """Under another name, renamed when whole; what was filled with another key is forgotten."""
    unfinished = f"{kept}_unfinished"
    for old in _databases(owner):
        if old.startswith(kept.rpartition("_")[0]):
            _execute(_mightiest(owner), "DROP DATABASE IF EXISTS {} WITH (FORCE)", old)
    template = f"tijara_template_{places.mark()}_{_schema_hash()}"
    _execute(owner, "CREATE DATABASE {} TEMPLATE {}", unfinished, template)
    _point_django_at({"NAME": unfinished})
    try:
        fill()
    finally:
        _point_django_at({"NAME": own["NAME"]})
    _execute(owner, "ALTER DATABASE {} RENAME TO {}", unfinished, kept)


def _mightiest(owner: dict) -> dict:
    """Who may send away the server's own vacuum too; of somebody else's server, the owner."""
    return _role(cluster_of_tests(), ADMINISTRATOR) if target.is_embedded() else owner


def empty_tables() -> None:
    """Empty every table that has rows: the application may not.

    To truncate a table is to make its files anew, and those of all that refer to it; the few rows
    of a test are deleted by the administrator, for whom no key and no trigger stands in the way.
    On somebody else's server the owner truncates.
    """
    if not target.is_embedded():
        with as_owner() as owner:
            _truncate(owner, _full_tables(owner))
        return
    try:
        _delete(_kept_administrator())
    except psycopg.OperationalError:  # ended from the other side, as tests of a lost server do
        _forget_kept()
        _delete(_kept_administrator())


def _full_tables(connection_: psycopg.Connection) -> list[str]:
    query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
    names = [row[0] for row in connection_.execute(query) if row[0] not in KEPT_TABLES]
    probe = sql.SQL(" UNION ALL ").join(
        sql.SQL("(SELECT {} FROM {} LIMIT 1)").format(sql.Literal(name), sql.Identifier(name))
        for name in names
    )
    return [row[0] for row in connection_.execute(probe, prepare=True)]


def _truncate(owner: psycopg.Connection, full: list[str]) -> None:
    if full:
        tables = sql.SQL(", ").join(map(sql.Identifier, full))
        owner.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(tables))


def _delete(administrator: psycopg.Connection) -> None:
    full = _full_tables(administrator)
    if full:
        each = [sql.SQL("DELETE FROM {}").format(sql.Identifier(name)) for name in full]
        administrator.execute(sql.SQL("; ").join(each))
    for (name,) in administrator.execute(GROWN, [full]).fetchall():
        administrator.execute(sql.SQL("VACUUM {}").format(sql.Identifier(name)))


_kept: dict[str, psycopg.Connection] = {}
"""The administrator's connection to a database of this process, by its name."""


def _kept_administrator() -> psycopg.Connection:
    given = _owner_of_this_run()
    name = given["dbname"]
    if name not in _kept:
        _forget_kept()
        role = _role(cluster_of_tests(), ADMINISTRATOR)
        given |= {"user": role["USER"], "password": role["PASSWORD"]}
        _kept[name] = psycopg.connect(**given, autocommit=True)
        _kept[name].execute("SET session_replication_role = replica")
    return _kept[name]


def _forget_kept() -> None:
    while _kept:
        _kept.popitem()[1].close()


@contextmanager
def as_owner() -> Iterator[psycopg.Connection]:
    """This run's database as the role that owns it: for tests that do what nobody may."""
    with psycopg.connect(**_owner_of_this_run(), autocommit=True) as owner:
        yield owner


@contextmanager
def django_as_owner() -> Iterator[None]:
    """Django speaks to this run's database as the role that owns it, as `tijara migrate` does."""
    own = dict(settings.DATABASES["default"])
    _point_django_at(own | _role(cluster_of_tests(), OWNER) if target.is_embedded() else own)
    try:
        yield
    finally:
        _point_django_at(own)


def end_connections() -> None:
    """End every connection to this run's database from the server's side."""
    mighty = _owner_of_this_run()
    if target.is_embedded():
        given = _role(cluster_of_tests(), ADMINISTRATOR)
        mighty |= {"user": given["USER"], "password": given["PASSWORD"]}
    with psycopg.connect(**mighty, autocommit=True) as connection_:
        connection_.execute(
            "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


# The server -----------------------------------------------------------------------------------


@contextmanager
def _server() -> Iterator[tuple[dict, dict]]:
    """Django's settings of the owner and of the application."""
    if not target.is_embedded():
        given = dict(settings.DATABASES["default"])
        yield given, _lesser_role(given)
        return
    cluster = cluster_of_tests()
    with _lock_file("users").open("a") as users:
        with _locked("server"):
            _ensure_started(cluster)
            fcntl.flock(users, fcntl.LOCK_SH)
        try:
            yield _role(cluster, OWNER), _role(cluster, APPLICATION)
        finally:
            with _locked("server"):
                _stop_if_last(cluster, users)


def _ensure_started(cluster: Cluster) -> None:
    if cluster.running() is not None and cluster.is_ready():
        return
    try:
        _start(cluster)
    except (DatabaseFailed, psycopg.OperationalError):
        cluster.end_predecessor()
        shutil.rmtree(cluster.home)
        _start(cluster)


def _start(cluster: Cluster) -> None:
    is_new = not cluster.exists()
    if is_new:
        cluster.make()
    cluster.start()
    if is_new:
        ensure_roles(cluster)


def _stop_if_last(cluster: Cluster, users: IO) -> None:
    """Runs share the server: each holds `users`, and a new one waits for none of them."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    if (server := cluster.running()) is not None:
        stop(server.pid)


@contextmanager
def _locked(name: str) -> Iterator[IO]:
    with _lock_file(name).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock


def _lock_file(name: str) -> Path:
    return places.made(places.data()) / f"tests.{name}.lock"


def _role(cluster: Cluster, role: str) -> dict:
    return {
        "USER": role,
        "PASSWORD": secret_of(role, cluster.secrets),
        "HOST": cluster.listening.socket_folder,
        "PORT": str(cluster.listening.port),
        "OPTIONS": settings.DATABASES["default"]["OPTIONS"],
    }


def _lesser_role(owner: dict) -> dict:
    """On a given server: the same login, which puts on the application's role."""
    with psycopg.connect(**_parameters(owner, "postgres"), autocommit=True) as connection_:
        query = "SELECT 1 FROM pg_roles WHERE rolname = %s"
        if not connection_.execute(query, [APPLICATION]).fetchone():
            role = sql.Identifier(APPLICATION)
            connection_.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(role))
            connection_.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(role))
    options = owner.get("OPTIONS", {}) | {"options": f"-c role={APPLICATION}"}
    return owner | {"OPTIONS": options}


# The databases --------------------------------------------------------------------------------


def _ensure_template(owner: dict, template: str) -> None:
    """Migrate and grant under another name, renamed when whole."""
    if template in _databases(owner):
        return
    unfinished = f"{template}_unfinished"
    _execute(owner, "DROP DATABASE IF EXISTS {}", unfinished)
    _execute(owner, "CREATE DATABASE {}", unfinished)
    _point_django_at(owner | {"NAME": unfinished})
    migration.migrate(APPLICATION)
    connection.close()
    _execute(owner, "ALTER DATABASE {} RENAME TO {}", unfinished, template)


def _forget_the_past(owner: dict, template: str) -> None:
    """Drop templates of other schemas and databases whose run was killed; one that an orphan still
    works on is left for the next time."""
    for name in _databases(owner):
        kind, _, last = name.removeprefix("tijara_").replace(places.mark(), "").partition("__")
        is_old_template = kind == "template" and name != template
        is_abandoned = kind == "test" and not psutil.pid_exists(int(last.partition("_")[0]))
        if places.mark() in name and (is_old_template or is_abandoned):
            with suppress(psycopg.errors.InsufficientPrivilege):
                _execute(owner, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def _schema_hash() -> str:
    """Of everything that shapes the migrated database."""
    digest = hashlib.sha256()
    for config in sorted(apps.get_app_configs(), key=lambda config: config.name):
        folder = Path(config.path)
        for file in sorted([*folder.glob("migrations/**/*.py"), *folder.glob("**/*.sql")]):
            digest.update(f"{config.name}/{file.name}".encode())
            digest.update(file.read_bytes())
    digest.update(" ".join(sorted(grants.append_only_tables())).encode())
    for settled in (grants, vacuuming):
        digest.update(Path(settled.__file__).read_bytes())
    digest.update(repr(vacuuming.wanted()).encode())
    return digest.hexdigest()[:12]


def _databases(owner: dict) -> list[str]:
    with psycopg.connect(**_parameters(owner, "postgres"), autocommit=True) as connection_:
        return [row[0] for row in connection_.execute("SELECT datname FROM pg_database")]


def _execute(owner: dict, statement: str, *names: str) -> None:
    with psycopg.connect(**_parameters(owner, "postgres"), autocommit=True) as connection_:
        connection_.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _parameters(role: dict, database: str) -> dict:
    given = {"user": role["USER"], "password": role["PASSWORD"], "host": role["HOST"]}
    given |= {"port": role["PORT"], "dbname": database}
    return {name: value for name, value in given.items() if value}


def _owner_of_this_run() -> dict:
    current = settings.DATABASES["default"]
    owner = current if not target.is_embedded() else current | _role(cluster_of_tests(), OWNER)
    return _parameters(owner, current["NAME"])


def _point_django_at(role: dict) -> None:
    connection.close()
    settings.DATABASES["default"].update(role)
    connection.settings_dict.update(role)
