"""What the application may do with the owner's tables: append-only is a grant, not a habit.

Run by `tijara migrate` after every migration, as the owner.
"""

from django.apps import apps
from django.db import connection
from psycopg import sql

READ_ONLY = frozenset({"django_migrations"})
TABLES = """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
      AND pg_has_role(current_user, relowner, 'USAGE')
    ORDER BY relname
"""
WHOLE_SCHEMA = """
    GRANT USAGE ON SCHEMA public TO {role};
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {role};
"""


def append_only_tables() -> frozenset[str]:
    """The tables whose model says `append_only = True`."""
    return frozenset(
        model._meta.db_table
        for model in apps.get_models()
        if getattr(model, "append_only", False) and model._meta.managed
    )


def grant_to(role: str) -> None:
    """Give the role what the application needs on every table of this database."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT current_database(), current_user")
        database, owner = cursor.fetchone()
        if owner == role:
            return
        statements = [_whole(role, database)]
        statements += [_table(table, role) for table in tables]
        cursor.execute(sql.SQL(";\n").join(statements).as_string())


def _whole(role: str, database: str) -> sql.Composed:
    name = sql.Identifier(role)
    entry = sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}")
    return sql.SQL(WHOLE_SCHEMA + "{entry}").format(
        role=name, entry=entry.format(sql.Identifier(database), name)
    )


def _table(table: str, role: str) -> sql.Composed:
    powers = "SELECT, INSERT, UPDATE, DELETE"
    if table in READ_ONLY:
        powers = "SELECT"
    elif table in append_only_tables():
        powers = "SELECT, INSERT"
    return sql.SQL("GRANT {} ON {} TO {}").format(
        sql.SQL(powers), sql.Identifier(table), sql.Identifier(role)
    )
