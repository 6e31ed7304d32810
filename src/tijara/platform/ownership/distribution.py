"""Turn a migrated PostgreSQL into a distributed one: every owned table by its owner's id.

All owned tables lie in one co-location group, whatever their owner column is called: what one
commit touches (an owner's rows and the outbox beside them) is then on one node. Reference tables
are copied everywhere; local ones stay where they are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, models

from tijara.kit.refusal import Kind, Refusal

from .checks import ownership_of
from .constraints import OwnedForeignKey

SHARDS = 64
"""Choose 64 to 128 at first; shards are moved online later, never split while orders flow."""
OWNER_ARGUMENTS = ("p_seller", "p_buyer", "p_owner")
"""A function whose first argument has such a name runs where that owner's rows are."""
FUNCTIONS = """
    SELECT oid::regprocedure::text, proargnames[1] FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND proargnames[1] = ANY(%s) ORDER BY 1
"""
TRUNCATE = "SELECT truncate_local_data_after_distributing_table(%s::regclass)"
"""The rows were copied to the nodes; what the coordinator kept of them is let go."""
PLACED_FUNCTIONS = """
    SELECT objid::regprocedure::text FROM pg_catalog.pg_dist_object
    WHERE classid = 'pg_proc'::regclass AND distribution_argument_index IS NOT NULL
"""


class NoCitus(Refusal):
    """The database has no Citus extension: CREATE EXTENSION citus, or stay on one machine."""

    code = "ownership.no_citus"
    kind = Kind.UNAVAILABLE


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of the way to a cluster, and what it is about: a table or a function."""

    about: str
    statement: str
    given: tuple[str, ...]


def distribute() -> list[Step]:
    """Take every step that has not been taken; those that were taken now."""
    with connection.cursor() as cursor:
        placed = _placed_tables(cursor)
        steps = [step for step in plan(apps.get_models()) if step.about not in placed]
        cursor.execute(f"SET citus.shard_count = {SHARDS:d}")
        for step in steps:
            cursor.execute(step.statement, step.given)
        for step in reversed(steps):
            cursor.execute(TRUNCATE, [step.about])
        functions = _function_steps(cursor)
        for step in functions:
            cursor.execute(step.statement, step.given)
    return steps + functions


def plan(all_models: Iterable[type[models.Model]]) -> list[Step]:
    """A step for each table that is not local: reference tables first, targets of keys first."""
    managed = [model for model in all_models if model._meta.managed and not model._meta.proxy]
    reference = [model for model in managed if ownership_of(model) == "reference"]
    owned = [model for model in managed if ownership_of(model) not in ("reference", "local")]
    steps = [
        Step(table, "SELECT create_reference_table(%s::regclass)", (table,))
        for table in map(_table, targets_first(reference))
    ]
    beside = "none"
    for model in targets_first(owned):
        table, column = _table(model), model._meta.get_field(ownership_of(model)).column
        statement = "SELECT create_distributed_table(%s::regclass, %s, colocate_with => %s)"
        steps.append(Step(table, statement, (table, column, beside)))
        beside = steps[-1].about if beside == "none" else beside
    return steps


def targets_first(some: list[type[models.Model]]) -> list[type[models.Model]]:
    """The models in an order in which each comes after those that its foreign keys name."""
    ordered: list[type[models.Model]] = []

    def put(model: type[models.Model]) -> None:
        if model in ordered:
            return
        for target in _targets(model):
            if target in some and target is not model:
                put(target)
        ordered.append(model)

    for model in sorted(some, key=_table):
        put(model)
    return ordered


def _targets(model: type[models.Model]) -> Iterator[type[models.Model]]:
    for field in model._meta.local_fields:
        if isinstance(field, models.ForeignKey) and field.db_constraint:
            yield field.related_model
    for constraint in model._meta.constraints:
        if isinstance(constraint, OwnedForeignKey):
            yield model._meta.apps.get_model(constraint.to)


def _table(model: type[models.Model]) -> str:
    return model._meta.db_table


def _placed_tables(cursor) -> set[str]:
    cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'citus'")
    if cursor.fetchone() is None:
        raise NoCitus()
    cursor.execute("SELECT table_name::text FROM citus_tables WHERE citus_table_type <> 'local'")
    return {name for (name,) in cursor.fetchall()}


def _function_steps(cursor) -> list[Step]:
    """The order door and its like are run by the node that holds the owner's rows."""
    cursor.execute(PLACED_FUNCTIONS)
    placed = {name for (name,) in cursor.fetchall()}
    beside = next(step.about for step in plan(apps.get_models()) if len(step.given) == 3)
    statement = "SELECT create_distributed_function(%s::regprocedure, %s, colocate_with => %s)"
    cursor.execute(FUNCTIONS, [list(OWNER_ARGUMENTS)])
    return [
        Step(function, statement, (function, argument, beside))
        for function, argument in cursor.fetchall()
        if function not in placed
    ]
