"""How often the server tidies each table up: settled by `tijara migrate`, as the owner.

Left alone it waits until a fifth of a table is new. Of a table that only ever grows, that is once
in months: until then readings that an index alone could answer look into every row, and plans are
made by figures of a smaller market.
"""

from django.apps import apps
from django.db import connection
from psycopg import sql

GROWING = {
    "autovacuum_vacuum_insert_scale_factor": "0.01",
    "autovacuum_vacuum_insert_threshold": "10000",
    "autovacuum_analyze_scale_factor": "0.01",
    "autovacuum_analyze_threshold": "5000",
}
"""Of tables that are append-only: after each hundredth of their rows."""
PASSING = {
    "autovacuum_vacuum_scale_factor": "0.02",
    "autovacuum_vacuum_threshold": "1000",
    "autovacuum_analyze_scale_factor": "0.02",
    "autovacuum_analyze_threshold": "1000",
}
"""Of tables whose model says `passes = True`: rows come, are marked, and go."""
STANDING = """
    SELECT relname::text, coalesce(reloptions, '{}') FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND pg_has_role(current_user, relowner, 'USAGE')
"""


def wanted() -> dict[str, dict[str, str]]:
    """Settings by table."""
    found = {}
    for model in apps.get_models():
        if model._meta.managed and getattr(model, "append_only", False):
            found[model._meta.db_table] = GROWING
        elif model._meta.managed and getattr(model, "passes", False):
            found[model._meta.db_table] = PASSING
    return found


def settle_vacuum() -> list[str]:
    """Names of the tables whose settings were changed: those that stand are left alone, and nobody
    who reads or writes waits for it."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING)
        standing = {table: set(options) for table, options in cursor.fetchall()}
        changed = []
        for table, settings in sorted(wanted().items()):
            missing = {f"{name}={value}" for name, value in settings.items()}
            if table in standing and missing - standing[table]:
                cursor.execute(_told(table, settings))
                changed.append(table)
    return changed


def _told(table: str, settings: dict[str, str]) -> sql.Composed:
    each = [
        sql.SQL("{} = {}").format(sql.Identifier(name), sql.SQL(value))
        for name, value in settings.items()
    ]
    return sql.SQL("ALTER TABLE {} SET ({})").format(
        sql.Identifier(table), sql.SQL(", ").join(each)
    )
