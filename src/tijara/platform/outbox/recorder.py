"""Record facts in the same transaction as the change that they tell of."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, ClassVar, Protocol
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from psycopg.sql import SQL, Composable, Composed, Literal

from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.changes import tell

from .models import LANES

RECORDED = SQL("""
    , told AS (
        INSERT INTO outbox_event (owner_id, id, name, body, lane, recorded_at, attempts, last_error)
        SELECT {owner}, %(event)s, {name}, {body}, %(lane)s, %(at)s, 0, '' FROM {rows}
    )
""")
"""A fact of the rows that the same statement changes: its body is made of their columns."""


RECORD = """
    INSERT INTO outbox_event (owner_id, id, name, body, lane, recorded_at, attempts, last_error)
    SELECT owner_id, id, name, body, lane, %s, 0, ''
    FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::jsonb[], %s::smallint[])
        AS told (owner_id, id, name, body, lane)
"""


class Fact(Protocol):
    """A frozen dataclass whose `name` is versioned: "orders.order_placed.v1". One that changes what
    pages show names the fields of ids in `seen_in`: they are told to the web processes with it."""

    name: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]


class NotInTransaction(RuntimeError):
    """A fact was recorded outside the transaction of its change: always a bug."""


def lane_of(owner_id: UUID) -> int:
    return (owner_id.int & 0xFF) % LANES


def record(owner_id: UUID, *facts: Fact) -> None:
    """Record facts of one owner; one statement, whatever their number."""
    record_many([(owner_id, fact) for fact in facts])


def record_many(owned_facts: Sequence[tuple[UUID, Fact]]) -> None:
    if not transaction.get_connection().in_atomic_block:
        raise NotInTransaction(owned_facts[0][1].name if owned_facts else "")
    if not owned_facts:
        return
    owners, facts = zip(*owned_facts, strict=True)
    given = [
        now(),
        list(owners),
        [new_id() for _ in facts],
        [fact.name for fact in facts],
        [json.dumps(asdict(fact), cls=DjangoJSONEncoder) for fact in facts],
        [lane_of(owner_id) for owner_id in owners],
    ]
    with connection.cursor() as cursor:
        cursor.execute(RECORD, given)
    tell(id for _, fact in owned_facts for id in _ids_seen(fact))


def _ids_seen(fact: Fact) -> Iterator[UUID]:
    for field in getattr(fact, "seen_in", ()):
        yield from getattr(fact, field)


def body_of(fact_type: type[Fact], told: Mapping[str, Composable]) -> Composed:
    """The fact's body, in SQL: an expression for each of its fields, and for nothing else."""
    if set(told) != {field.name for field in fields(fact_type)}:
        raise TypeError(f"{fact_type.name} does not consist of {sorted(told)}")
    pairs = [SQL("{}, {}").format(Literal(name), value) for name, value in told.items()]
    return SQL("jsonb_build_object({})").format(SQL(", ").join(pairs))
