"""Which facts are told outside, and what of them: nothing leaves that was not named here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from tijara.platform.outbox.recorder import Fact

TEST = "webhooks.test.v1"
"""The type of the message that an endpoint is tried out with; nobody subscribes to it."""


@dataclass(frozen=True, slots=True)
class Published:
    """A type of fact that endpoints may choose, and the fields of it that they are told."""

    name: str
    fields: tuple[str, ...]

    def data_of(self, body: Mapping[str, Any]) -> dict[str, Any]:
        return {name: body[name] for name in self.fields if name in body}


_published: dict[str, Published] = {}


def published[Told: Fact](*names: str) -> Callable[[type[Told]], type[Told]]:
    """Over a fact: these of its fields may leave the house. Ids and public facts, no person."""

    def publish(fact_type: type[Told]) -> type[Told]:
        known = {field.name for field in fields(fact_type)}
        if unknown := set(names) - known:
            raise TypeError(f"{fact_type.name} has no {sorted(unknown)}")
        _published[fact_type.name] = Published(fact_type.name, names)
        return fact_type

    return publish


def published_facts() -> dict[str, Published]:
    """All of them by name, in the order of their names."""
    return dict(sorted(_published.items()))


def published_fact(name: str) -> Published | None:
    return _published.get(name)


def forget(name: str) -> None:
    """For tests, whose facts must not outlive them."""
    _published.pop(name, None)
