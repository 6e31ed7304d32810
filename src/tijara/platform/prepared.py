"""Reads of a fixed form: the ORM builds the statement once, and from then on only values change.

Building a short statement costs the ORM more than sending it and reading its rows. `@prepared`
over a function that gives a queryset keeps what was built, and asks it with the values of the call.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import CharField, Lookup, QuerySet, UUIDField
from psycopg.types.json import Jsonb

Row = tuple[Any, ...]
Reading = Callable[[Any], Any]
FIRST_MOMENT = datetime(2001, 1, 1, tzinfo=UTC)
ASKED = object()
"""In the form of a call: a value on which the form does not hang."""


class NotPreparable(TypeError):
    """The statement is not the same for other values."""


@UUIDField.register_lookup
@CharField.register_lookup
class Among(Lookup):
    """`id__among=ids`: one of a short list, by one plan for any length (decision 116)."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        column, values = self.process_lhs(compiler, connection)
        kind = "uuid[]" if isinstance(self.lhs.output_field, UUIDField) else "text[]"
        return f"{column} = ANY((SELECT %s::{kind})::{kind})", [*values, list(self.rhs)]


@dataclass(frozen=True, slots=True)
class Statement:
    text: str
    values: Row
    """What the form itself holds; where `places` says so, a value of the call stands instead."""
    places: tuple[tuple[int, int], ...]
    """(place among the statement's values, place among the call's)."""
    readings: tuple[tuple[int, Reading], ...]
    """Columns that the ORM reads otherwise than the driver, as JSON."""
    locks: bool

    def rows(self, given: Sequence[Any]) -> list[Row]:
        if self.locks and not connection.in_atomic_block:
            raise transaction.TransactionManagementError(
                "a lock outside a transaction holds nothing"
            )
        values = list(self.values)
        for place, argument in self.places:
            values[place] = given[argument]
        with connection.cursor() as cursor:
            cursor.execute(self.text, values)
            rows = cursor.fetchall()
        return [self._read(row) for row in rows] if self.readings else rows

    def _read(self, row: Row) -> Row:
        columns = list(row)
        for place, read in self.readings:
            columns[place] = read(columns[place])
        return tuple(columns)


def prepared(make: Callable[..., QuerySet]) -> Callable[..., list[Row]]:
    """The rows of the queryset that `make` gives for these values: a `values_list`, never flat.

    Values are UUIDs, texts, whole numbers, moments, and lists of the first two for `__among`: of an
    empty one nothing is asked, and nothing found. None and truth values shape the statement: each
    combination of them is built once.
    """
    known: dict[Row, Statement] = {}

    @wraps(make)
    def ask(*given: Any) -> list[Row]:
        if [] in given:
            return []
        form = tuple(one if one is None or isinstance(one, bool) else ASKED for one in given)
        statement = known.get(form)
        if statement is None:
            statement = known[form] = _built(make, given, form)
        return statement.rows(given)

    return ask


def _built(make: Callable[..., QuerySet], given: Row, form: Row) -> Statement:
    """Built twice, with other values: what differs is the call's, all else the form's."""
    first, second = (list(_stand_ins(given, form, start)) for start in (1, 101))
    text, values, readings, locks = _compiled(make(*first))
    again, others, *_ = _compiled(make(*second))
    if text != again:
        raise NotPreparable(text)
    pairs = list(zip(first, second, strict=True))
    differ = [
        (place, pair)
        for place, pair in enumerate(zip(values, others, strict=True))
        if _bare(pair[0]) != _bare(pair[1])
    ]
    if not all(pair in pairs for _, pair in differ):
        raise NotPreparable(f"not a value as it was given: {text}")
    places = tuple((place, pairs.index(pair)) for place, pair in differ)
    if {argument for _, argument in places} != {n for n, one in enumerate(form) if one is ASKED}:
        raise NotPreparable(f"a value is not asked: {text}")
    return Statement(text, values, places, readings, locks)


def _bare(value: Any) -> Any:
    """Out of psycopg's wrapping for JSON, of which no two are equal."""
    return value.obj if isinstance(value, Jsonb) else value


def _stand_ins(given: Row, form: Row, start: int) -> Iterator[Any]:
    for number, (value, shape) in enumerate(zip(given, form, strict=True), start):
        yield _stand_in(value, number) if shape is ASKED else value


def _stand_in(value: Any, number: int) -> Any:
    """Another value of that kind; numbers fit into the smallest column."""
    match value:
        case UUID():
            return UUID(int=number)
        case str():
            return f"stand-in-{number}"
        case int():
            return 20_000 + number
        case datetime():
            return FIRST_MOMENT + timedelta(days=number)
        case [*values]:
            return [_stand_in(values[0] if values else UUID(int=0), number)]
    raise NotPreparable(type(value).__name__)


def _compiled(rows: QuerySet) -> tuple[str, Row, tuple[tuple[int, Reading], ...], bool]:
    compiler = rows.query.get_compiler(rows.db)
    text, values = compiler.as_sql()
    known = compiler.get_converters([column for column, *_ in compiler.select])
    readings = ((place, _reading(*told)) for place, told in known.items())
    return text, tuple(values), tuple(readings), rows.query.select_for_update


def _reading(steps: Sequence[Callable[..., Any]], column: Any) -> Reading:
    def read(value: Any) -> Any:
        for step in steps:
            value = step(value, column, connection)
        return value

    return read
