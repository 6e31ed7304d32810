"""Three roles. The administrator makes roles and nothing else; the owner owns the database and
migrates; the application reads and writes rows and owns nothing, so that grants bind it."""

import psycopg
from psycopg import sql

from .cluster import Cluster
from .secrets import ADMINISTRATOR, APPLICATION, OWNER, secret_of

DATABASE = "tijara"


def connect(cluster: Cluster, role: str, database: str) -> psycopg.Connection:
    return psycopg.connect(
        host=cluster.listening.socket_folder,
        port=cluster.listening.port,
        user=role,
        password=secret_of(role, cluster.secrets),
        dbname=database,
        autocommit=True,
        connect_timeout=10,
    )


def ensure_roles(cluster: Cluster) -> None:
    """Make the owner and the application, with the passwords of the data folder."""
    with connect(cluster, ADMINISTRATOR, "postgres") as connection:
        there = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
        for role, powers in ((OWNER, "CREATEDB"), (APPLICATION, "NOCREATEDB")):
            verb = "ALTER" if role in there else "CREATE"
            connection.execute(
                sql.SQL("{} ROLE {} LOGIN NOSUPERUSER NOCREATEROLE {} PASSWORD {}").format(
                    sql.SQL(verb),
                    sql.Identifier(role),
                    sql.SQL(powers),
                    sql.Literal(secret_of(role, cluster.secrets)),
                )
            )


def ensure_database(cluster: Cluster, name: str = DATABASE) -> bool:
    """Make the database; true where it was missing."""
    with connect(cluster, ADMINISTRATOR, "postgres") as connection:
        query = "SELECT 1 FROM pg_database WHERE datname = %s"
        if connection.execute(query, [name]).fetchone():
            return False
        statement = sql.SQL("CREATE DATABASE {} OWNER {}")
        connection.execute(statement.format(sql.Identifier(name), sql.Identifier(OWNER)))
        revoke = sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC")
        connection.execute(revoke.format(sql.Identifier(name)))
    return True


def ensure_ready(cluster: Cluster) -> bool:
    """Roles and database of a started cluster; true where the database is new."""
    ensure_roles(cluster)
    return ensure_database(cluster)
