"""What isn't one commit may be broken off: begun again, it must go on."""

from django.contrib.postgres.operations import (
    AddIndexConcurrently,
    CreateExtension,
    RemoveIndexConcurrently,
)
from django.db.migrations import Migration, RunPython
from django.db.migrations.loader import MigrationLoader

MAY_STAND = (AddIndexConcurrently, RemoveIndexConcurrently, CreateExtension)


def goes_on(migration: Migration) -> bool:
    """Indexes are looked at before they are built; code in steps is by itself, and looks itself."""
    steps = migration.operations
    if len(steps) == 1 and isinstance(steps[0], RunPython):
        return True
    return all(isinstance(one, MAY_STAND) for one in steps)


def test_a_migration_in_steps_goes_on_where_it_was_broken_off():
    ours = [
        one
        for one in MigrationLoader(None).disk_migrations.values()
        if one.__module__.startswith("tijara.") and not one.atomic
    ]
    assert ours
    assert [f"{one.app_label}.{one.name}" for one in ours if not goes_on(one)] == []
