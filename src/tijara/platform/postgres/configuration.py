"""postgresql.conf and pg_hba.conf, written anew at each start: the code is what runs.

An installation's own wishes go into `local.conf` beside them, which is read last.
"""

from dataclasses import dataclass

SMALL_MACHINE = {
    "shared_buffers": "80MB",
    "effective_cache_size": "512MB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "max_connections": "60",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "max_worker_processes": "4",
    "io_method": "sync",
    "autovacuum_max_workers": "2",
    "random_page_cost": "1.1",
    "wal_level": "replica",
    "max_wal_senders": "2",
    "wal_compression": "on",
    "min_wal_size": "64MB",
    "max_wal_size": "512MB",
    "checkpoint_completion_target": "0.9",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
}
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
FLEETING = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
NO_PERSONAL_DATA = {"log_min_error_statement": "panic", "log_error_verbosity": "terse"}
"""A failing statement and its key values may name a person: the log tells the error alone."""


@dataclass(frozen=True, slots=True)
class Listening:
    socket_folder: str
    port: int
    over_tcp: bool = False


def server_settings(listening: Listening, *, durable: bool) -> str:
    values = SMALL_MACHINE | (DURABLE if durable else FLEETING) | NO_PERSONAL_DATA
    values |= {
        "port": str(listening.port),
        "unix_socket_directories": listening.socket_folder,
        "unix_socket_permissions": "0700",
        "listen_addresses": "127.0.0.1" if listening.over_tcp else "",
    }
    lines = [f"{name} = '{value}'" for name, value in values.items()]
    return "\n".join([*lines, "include_if_exists = 'local.conf'", ""])


def client_rules(listening: Listening) -> str:
    """Nobody is trusted: who asks shows the role's secret, on the socket as well."""
    rules = ["local all all scram-sha-256"]
    if listening.over_tcp:
        rules.append("host all all 127.0.0.1/32 scram-sha-256")
    return "\n".join([*rules, ""])
