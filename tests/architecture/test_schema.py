"""The database has every constraint, key and index that the models declare, and no other."""

import pytest
from django.apps import apps
from django.db import connection, models

from tijara.platform.ownership.constraints import OwnedForeignKey

OURS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("tijara.") and model._meta.managed
]
pytestmark = pytest.mark.django_db


def columns(model: type[models.Model], names) -> str:
    return ", ".join(model._meta.get_field(name).column for name in names)


def declared_keys(model: type[models.Model]) -> dict[str, str]:
    """Unique constraints without a condition and foreign keys over the owner, as SQL."""
    found = {}
    for constraint in model._meta.constraints:
        if isinstance(constraint, OwnedForeignKey):
            target = apps.get_model(constraint.to)
            found[constraint.name] = (
                f"FOREIGN KEY ({columns(model, constraint.fields)}) REFERENCES "
                f"{target._meta.db_table}({columns(target, constraint.to_fields)})"
            )
        elif isinstance(constraint, models.UniqueConstraint) and not constraint.condition:
            nulls = " NULLS NOT DISTINCT" if constraint.nulls_distinct is False else ""
            found[constraint.name] = f"UNIQUE{nulls} ({columns(model, constraint.fields)})"
    return found


def declared_checks(model: type[models.Model]) -> dict[str, str]:
    """Check constraints as the database writes them back: put on an empty copy of the table."""
    checks = [one for one in model._meta.constraints if isinstance(one, models.CheckConstraint)]
    if not checks:
        return {}
    table = model._meta.db_table
    with connection.schema_editor() as editor, connection.cursor() as cursor:
        cursor.execute(f'CREATE TEMP TABLE "{table}" (LIKE public."{table}") ON COMMIT DROP')
        for check in checks:
            cursor.execute(str(check.create_sql(model, editor)))
        found = definitions(f"pg_temp.{table}", "c")
        cursor.execute(f'DROP TABLE pg_temp."{table}"')
    return found


def definitions(table: str, kinds: str) -> dict[str, str]:
    """Without the quotes in which the server puts columns called like its own words (position)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE conrelid = %s::regclass AND contype = ANY(%s)",
            [table, list(kinds)],
        )
        return {name: told.replace('"', "") for name, told in cursor.fetchall()}


def plain_keys(model: type[models.Model]) -> set[str]:
    """The columns of Django's own foreign keys and unique fields, whose constraints it names."""
    return {
        field.column
        for field in model._meta.local_fields
        if (isinstance(field, models.ForeignKey) and field.db_constraint)
        or (field.unique and not field.primary_key)
    }


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
class TestTable:
    def test_has_the_keys_that_are_declared(self, model):
        there = definitions(f"public.{model._meta.db_table}", "uf")
        declared = declared_keys(model)
        assert {name: there.get(name) for name in declared} == declared
        others = [definition for name, definition in there.items() if name not in declared]
        expected = plain_keys(model)
        assert {one.split("(")[1].split(")")[0] for one in others} == expected

    def test_has_the_checks_that_are_declared(self, model):
        there = definitions(f"public.{model._meta.db_table}", "c")
        django_checks = {
            f.column for f in model._meta.local_fields if f.db_check(connection) is not None
        }
        there = {name: text for name, text in there.items() if not _is_of(name, django_checks)}
        assert there == declared_checks(model)

    def test_has_the_primary_key_that_is_declared(self, model):
        pk = model._meta.pk
        fields = pk.fields if isinstance(pk, models.CompositePrimaryKey) else [pk]
        keys = definitions(f"public.{model._meta.db_table}", "p").values()
        assert list(keys) == [f"PRIMARY KEY ({', '.join(field.column for field in fields)})"]

    def test_has_the_indexes_that_are_declared(self, model):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND tablename = %s",
                [model._meta.db_table],
            )
            there = {name for (name,) in cursor}
        conditional = {
            one.name for one in model._meta.constraints if getattr(one, "condition", None)
        } - {one.name for one in model._meta.constraints if isinstance(one, models.CheckConstraint)}
        assert {index.name for index in model._meta.indexes} | conditional <= there


def _is_of(constraint: str, checked_columns: set[str]) -> bool:
    """Django's own check of a positive integer: "<table>_<column>_check"."""
    return constraint.endswith("_check") and any(c in constraint for c in checked_columns)


def test_a_missing_constraint_would_be_seen():
    """A model that declares more than its table has is told apart."""
    stock = next(model for model in OURS if model._meta.label == "inventory.Stock")

    class Stricter(models.Model):
        class Meta:
            app_label = "tests"
            db_table = stock._meta.db_table
            managed = False
            constraints = [
                models.CheckConstraint(
                    condition=models.Q(held__gte=1), name="inventory_stock_held_fits"
                )
            ]

        held = models.IntegerField()

    stricter = declared_checks(Stricter)["inventory_stock_held_fits"]
    there = definitions("public.inventory_stock", "c")["inventory_stock_held_fits"]
    assert stricter != there
