"""Write what a seller or staff did into the audit log, at the end of the chain of its owner."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id

from .chain import BEGINNING, Link, hash_of

LOCK = """
    INSERT INTO audit_head (owner_id, place, hash) VALUES (%s, 0, %s)
    ON CONFLICT (owner_id) DO UPDATE SET place = audit_head.place
    RETURNING place, hash
"""
"""The owner's head, made if it is missing, and locked until the commit."""


WRITE = """
    WITH written AS (
        INSERT INTO audit_entry (owner_id, id, person_id, actor_kind, action, facts, recorded_at,
                                 place, previous, hash)
        SELECT %(owner)s, e.* FROM unnest(
            %(ids)s::uuid[], %(persons)s::uuid[], %(kinds)s::text[], %(actions)s::text[],
            %(facts)s::jsonb[], %(moments)s::timestamptz[], %(places)s::bigint[],
            %(previous)s::text[], %(hashes)s::text[]) AS e
    )
    UPDATE audit_head SET place = %(place)s, hash = %(hash)s WHERE owner_id = %(owner)s
"""


DIGEST = 32
"""Bytes of a SHA-256."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An act in its place, with the hash that covers it."""

    link: Link
    hash: str


@dataclass(frozen=True, slots=True)
class Deed:
    """One act before it has its place in a chain."""

    owner_id: UUID
    person_id: UUID | None
    actor_kind: str
    action: str
    facts: dict[str, Any]


_waiting: ContextVar[list[Deed] | None] = ContextVar("_waiting", default=None)


@contextmanager
def acts_together() -> Iterator[None]:
    """What is done within is written at its end, in one go.

    The chain's head is locked by its last statement only: an action that calls others keeps
    nobody waiting, and never waits for a row while it holds the head. Acts within that are
    undone leave no entry.
    """
    outer, mine = _waiting.get(), list[Deed]()
    token = _waiting.set(mine)
    try:
        yield
    finally:
        _waiting.reset(token)
    if outer is None:
        _append(mine)
    else:
        outer.extend(mine)


def is_within_another() -> bool:
    """Whether somebody waits to write what is done now together with what he does."""
    return _waiting.get() is not None


def record_act(actor: Actor, action: str, given: dict[str, Any]) -> None:
    """Keeps ids, numbers, dates, states and digests; never free text, which may hold personal
    data."""
    facts = {name: plain for name, value in given.items() if (plain := _plain(value)) is not None}
    owner_id = actor.owner_id or OPERATOR_ID
    deed = Deed(owner_id, actor.person_id, actor.kind.value, action, facts)
    waiting = _waiting.get()
    if waiting is None:
        with transaction.atomic():
            _append([deed])
    else:
        waiting.append(deed)


def _append(deeds: Sequence[Deed]) -> None:
    """Owner by owner, in the order of their ids: two that append to several never embrace."""
    for owner_id in sorted({deed.owner_id for deed in deeds}):
        place, last = _locked_head(owner_id)
        entries = []
        for deed in deeds:
            if deed.owner_id == owner_id:
                place += 1
                entries.append(_entry(deed, place, last))
                last = entries[-1].hash
        _write(owner_id, entries)


def _write(owner_id: UUID, entries: Sequence[Entry]) -> None:
    """They, and the head that is the last of them, in one statement."""
    links = [one.link for one in entries]
    given = {
        "owner": owner_id,
        "ids": [one.id for one in links],
        "persons": [one.person_id for one in links],
        "kinds": [one.actor_kind for one in links],
        "actions": [one.action for one in links],
        "facts": [json.dumps(one.facts) for one in links],
        "moments": [one.recorded_at for one in links],
        "places": [one.place for one in links],
        "previous": [one.previous for one in links],
        "hashes": [one.hash for one in entries],
        "place": links[-1].place,
        "hash": entries[-1].hash,
    }
    with connection.cursor() as cursor:
        cursor.execute(WRITE, given)


def _locked_head(owner_id: UUID) -> tuple[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [owner_id, BEGINNING])
        return cursor.fetchone()


def _entry(deed: Deed, place: int, previous: str) -> Entry:
    link = Link(
        owner_id=deed.owner_id,
        place=place,
        previous=previous,
        id=new_id(),
        person_id=deed.person_id,
        actor_kind=deed.actor_kind,
        action=deed.action,
        facts=deed.facts,
        recorded_at=now(),
    )
    return Entry(link, hash_of(link))


def _plain(value: Any) -> Any:
    if isinstance(value, bool | int):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID | date):
        return str(value)
    if isinstance(value, bytes) and len(value) == DIGEST:
        return value.hex()
    return None
