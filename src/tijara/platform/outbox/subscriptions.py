"""Who reacts to which fact: `@on(OrderPlaced)` over a function of a domain's reactions.py."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from .recorder import Fact

React = TypeVar("React", bound=Callable[[Any], None])
LONGEST_NAME = 150


class ClashingFacts(TypeError):
    """Two types of fact have one name: what was recorded could not be told apart."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A fact's type and its reactions by their stable names, in the order they were declared."""

    fact_type: type[Fact]
    reactions: dict[str, Callable[[Any], None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heard:
    """A fact as it was recorded, for who listens to all of them."""

    owner_id: UUID
    id: UUID
    name: str
    body: Mapping[str, Any]
    recorded_at: datetime


Listen = Callable[[Sequence[Heard]], None]
_subscriptions: dict[str, Subscription] = {}
_listeners: list[Listen] = []


def on(fact_type: type[Fact]) -> Callable[[React], React]:
    """Call the function with each such fact, in a transaction of its own, once."""

    def subscribe(react: React) -> React:
        subscription = _subscriptions.setdefault(fact_type.name, Subscription(fact_type))
        if subscription.fact_type is not fact_type:
            raise ClashingFacts(fact_type.name)
        subscription.reactions[stable_name(react)] = react
        return react

    return subscribe


def on_every(listen: Listen) -> Listen:
    """Call the function with whatever is recorded, some facts at a time, at least once each.

    What it does must be the same when it is done twice: no row marks that it was done.
    """
    _listeners.append(listen)
    return listen


def listeners() -> Sequence[Listen]:
    return tuple(_listeners)


def stable_name(react: Callable[[Any], None]) -> str:
    """Module and function: what marks the reaction as done. Renaming it makes it a new one."""
    name = f"{react.__module__}.{react.__qualname__}"
    if len(name) > LONGEST_NAME:
        raise ValueError(f"the name of a reaction is too long: {name}")
    return name


def subscription_of(name: str) -> Subscription | None:
    return _subscriptions.get(name)


def subscriptions() -> dict[str, Subscription]:
    """All of them by the fact's name, as a copy."""
    return dict(_subscriptions)


def forget(fact_type: type[Fact]) -> None:
    """For tests, whose facts must not outlive them."""
    _subscriptions.pop(fact_type.name, None)
