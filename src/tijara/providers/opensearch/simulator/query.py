"""The part of the query language that we speak: filters of a bool, and sorting by fields."""

from collections.abc import Callable
from operator import itemgetter
from typing import Any

Source = dict[str, Any]
Test = Callable[[Source], bool]
WRONG = "parsing_exception"


class BadQuery(ValueError):
    """What the real one would refuse with 400."""


def test_of(query: dict[str, Any]) -> Test:
    if len(query) != 1:
        raise BadQuery("a query has one name")
    ((kind, told),) = query.items()
    if kind not in KINDS:
        raise BadQuery(f"unknown query [{kind}]")
    return KINDS[kind](told)


def _bool(told: dict[str, Any]) -> Test:
    if told.keys() - {"filter"}:
        raise BadQuery("[bool] query does not support it")
    tests = [test_of(each) for each in told.get("filter", [])]
    return lambda source: all(test(source) for test in tests)


def _terms(told: dict[str, Any]) -> Test:
    ((name, values),) = told.items()
    if not isinstance(values, list):
        raise BadQuery(f"[terms] query requires an array: {name}")
    wanted = set(values)
    return lambda source: not wanted.isdisjoint(_values(source, name))


def _term(told: dict[str, Any]) -> Test:
    ((name, value),) = told.items()
    return lambda source: value in _values(source, name)


def _prefix(told: dict[str, Any]) -> Test:
    ((name, value),) = told.items()
    return lambda source: any(str(each).startswith(value) for each in _values(source, name))


def _values(source: Source, name: str) -> list[Any]:
    value = source.get(name, [])
    return value if isinstance(value, list) else [value]


def sorted_by(sources: list[Source], sort: list[dict[str, str]]) -> list[Source]:
    """The last key first: sorting keeps the order of equals."""
    found = list(sources)
    for each in reversed(sort):
        ((name, way),) = each.items()
        found.sort(key=itemgetter(name), reverse=way == "desc")
    return found


KINDS: dict[str, Callable[[Any], Test]] = {
    "bool": _bool,
    "terms": _terms,
    "term": _term,
    "prefix": _prefix,
    "match_all": lambda told: lambda source: True,
}
