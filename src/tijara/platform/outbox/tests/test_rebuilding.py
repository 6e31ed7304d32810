"""A fact comes back from JSON as it went in."""

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from uuid import UUID

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from hypothesis import given
from hypothesis import strategies as st

from tijara.kit.money import Money
from tijara.kit.rebuilding import NotRebuildable, rebuild


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Line:
    id: UUID
    price: Money
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Shipped:
    order_id: UUID
    at: datetime
    on: date
    count: int
    colour: Colour
    lines: tuple[Line, ...]
    pair: tuple[int, UUID]
    by_place: dict[int, list[UUID]]
    anything: dict = field(default_factory=dict)


lines = st.builds(
    Line,
    id=st.uuids(),
    price=st.builds(Money, st.integers(), st.just("SAR")),
    note=st.none() | st.text(),
)
facts = st.builds(
    Shipped,
    order_id=st.uuids(),
    at=st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(microsecond=0)),
    on=st.dates(),
    count=st.integers(),
    colour=st.just(Colour.RED),
    lines=st.lists(lines).map(tuple),
    pair=st.tuples(st.integers(), st.uuids()),
    by_place=st.dictionaries(st.integers(), st.lists(st.uuids())),
    anything=st.dictionaries(st.text(), st.integers()),
)


@given(facts)
def test_a_fact_survives_its_json(fact):
    body = json.loads(json.dumps(asdict(fact), cls=DjangoJSONEncoder))
    assert rebuild(Shipped, body) == fact


def test_keys_of_a_later_version_are_passed_over_and_defaults_fill_in():
    price = {"minor": 5, "currency": "SAR", "rounded": True}
    body = {"id": "00000000-0000-7000-8000-000000000001", "price": price, "colour": "red"}
    assert rebuild(Line, body).price == Money(5, "SAR")
    assert rebuild(Line, body).note is None


def test_what_lacks_a_field_is_not_a_fact():
    with pytest.raises(NotRebuildable):
        rebuild(Line, {"id": "00000000-0000-7000-8000-000000000001"})


def test_a_type_that_json_does_not_bring_back_is_refused():
    @dataclass
    class Odd:
        value: complex

    with pytest.raises(NotRebuildable):
        rebuild(Odd, {"value": 1})
