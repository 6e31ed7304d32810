"""Turn JSON back into the dataclass that it came from, by the type hints of its fields."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

Build = Callable[[Any], Any]
FROM_TEXT: Mapping[type, Build] = {
    UUID: UUID,
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    time: time.fromisoformat,
}
COLLECTIONS = (list, tuple, set, frozenset)


class NotRebuildable(TypeError):
    """A field is of a type that JSON does not bring back."""


def rebuild[Built](kind: Callable[..., Built], body: Mapping[str, Any]) -> Built:
    """An instance of the dataclass. Unknown keys are passed over; missing ones need a default."""
    return builder_of(kind)(body)


@cache
def builder_of(kind: Any) -> Build:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional(kind)
    if origin in COLLECTIONS:
        return _collection(origin, get_args(kind))
    if origin is dict:
        return _mapping(*get_args(kind))
    return _plain(kind)


def _plain(kind: Any) -> Build:
    if is_dataclass(kind):
        return _dataclass(kind)
    if kind in FROM_TEXT:
        return FROM_TEXT[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is int:
        return int
    if kind in (str, float, bool, Any, object, NoneType, dict, list):
        return _as_it_is
    raise NotRebuildable(str(kind))


def _as_it_is(value: Any) -> Any:
    return value


def _dataclass(kind: Any) -> Build:
    hints = get_type_hints(kind)
    builders = {field.name: builder_of(hints[field.name]) for field in fields(kind)}
    needed = {
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    }

    plain = [name for name, make in builders.items() if make is _as_it_is]
    made = [(name, make) for name, make in builders.items() if make is not _as_it_is]

    def build(body: Mapping[str, Any]) -> Any:
        told = {name: body[name] for name in plain if name in body}
        for name, make in made:
            if name in body:
                told[name] = make(body[name])
        if len(told) < len(builders) and (lacking := needed - told.keys()):
            raise NotRebuildable(f"{kind.__name__} lacks {sorted(lacking)}")
        return kind(**told)

    return build


def _optional(kind: Any) -> Build:
    options = [option for option in get_args(kind) if option is not NoneType]
    if len(options) != 1 or NoneType not in get_args(kind):
        raise NotRebuildable(str(kind))
    make = builder_of(options[0])
    return lambda value: None if value is None else make(value)


def _collection(origin: type, of: tuple) -> Build:
    if origin is tuple and of[-1] is not Ellipsis:
        makers = [builder_of(one) for one in of]
        return lambda values: tuple(make(value) for make, value in zip(makers, values, strict=True))
    make = builder_of(of[0])
    return lambda values: origin(make(value) for value in values)


def _mapping(key: Any, value: Any) -> Build:
    make_key, make_value = builder_of(key), builder_of(value)
    return lambda body: {make_key(name): make_value(item) for name, item in body.items()}
