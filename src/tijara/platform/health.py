"""How the installation is: its processes, its database, its disk, its backups."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from django.db import connection

from tijara.platform import places
from tijara.platform.postgres.replica import bytes_behind, has_replica
from tijara.platform.supervisor import memory
from tijara.platform.supervisor import record as records

VERSIONS = ("tijara", "django", "psycopg", "procrastinate", "granian")
DATABASE = """
    SELECT pg_database_size(current_database()), current_setting('server_version'),
           (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
           current_setting('max_connections')::int, pg_postmaster_start_time(),
           (SELECT sum(blks_hit)::float / nullif(sum(blks_hit + blks_read), 0)
            FROM pg_stat_database WHERE datname = current_database())
"""
TABLES = """
    SELECT relname, pg_total_relation_size(relid), n_live_tup, last_autovacuum
    FROM pg_stat_user_tables ORDER BY 2 DESC LIMIT 8
"""
MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class ProcessView:
    name: str
    is_alive: bool
    pid: int
    since: datetime
    megabytes: float


@dataclass(frozen=True, slots=True)
class DatabaseView:
    megabytes: float
    version: str
    connections: int
    most_connections: int
    since: datetime
    hits: float
    """How much of what was asked for stood in memory, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class ReplicaView:
    megabytes_behind: float | None
    """Of what was written and it has not followed yet; None: it doesn't answer."""


@dataclass(frozen=True, slots=True)
class TableView:
    name: str
    megabytes: float
    rows: int
    tidied_at: datetime | None


@dataclass(frozen=True, slots=True)
class DiskView:
    free_megabytes: float
    whole_megabytes: float

    @property
    def used(self) -> float:
        return 1 - self.free_megabytes / self.whole_megabytes if self.whole_megabytes else 0.0


@dataclass(frozen=True, slots=True)
class BackupView:
    name: str
    made_at: datetime
    megabytes: float


def processes() -> list[ProcessView]:
    """None where something else than `tijara up` keeps the processes."""
    record = records.running_record()
    if record is None:
        return []
    family = {"supervisor": record.supervisor, **record.members}
    return [
        ProcessView(
            name,
            member.is_alive(),
            member.pid,
            datetime.fromtimestamp(member.started, UTC),
            memory.of_member(member),
        )
        for name, member in family.items()
    ]


def database() -> DatabaseView:
    with connection.cursor() as cursor:
        cursor.execute(DATABASE)
        size, server, used, most, since, hits = cursor.fetchone()
    return DatabaseView(size / MEGABYTE, server, used, most, since, hits or 0.0)


def replica() -> ReplicaView | None:
    """None where there is none to read from."""
    if not has_replica():
        return None
    behind = bytes_behind()
    return ReplicaView(None if behind is None else behind / MEGABYTE)


def largest_tables() -> list[TableView]:
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        return [TableView(name, size / MEGABYTE, *rest) for name, size, *rest in cursor.fetchall()]


def disk() -> DiskView:
    usage = shutil.disk_usage(places.data())
    return DiskView(usage.free / MEGABYTE, usage.total / MEGABYTE)


def last_backup() -> BackupView | None:
    """The newest in the data folder; what was copied elsewhere is not seen."""
    found = sorted((places.data() / "backups").glob("*.tar"), key=_made_at)
    return _backup(found[-1]) if found else None


def versions() -> list[tuple[str, str]]:
    return [(name, version(name)) for name in VERSIONS]


def _backup(file: Path) -> BackupView:
    at = datetime.fromtimestamp(_made_at(file), UTC)
    return BackupView(file.name, at, file.stat().st_size / MEGABYTE)


def _made_at(file: Path) -> float:
    return file.stat().st_mtime
