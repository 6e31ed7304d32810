"""Bring the database to the code's schema, as the owner, and grant the application its part."""

import io

from django.core.management import call_command
from django.db import connection

from .grants import grant_to


def migrate(application: str) -> list[str]:
    """The names of the migrations that were applied."""
    before = _applied()
    call_command("migrate", interactive=False, verbosity=0, stdout=io.StringIO())
    grant_to(application)
    return sorted(_applied() - before)


def _applied() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('django_migrations') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return set()
        cursor.execute("SELECT app || '.' || name FROM django_migrations")
        return {row[0] for row in cursor.fetchall()}
