"""Move one row one step along its process: guard, state, log and fact in one statement.

Of rivals one wins, and the others are told so: the row is locked first, and its state is asked
after that. Guards written in SQL see the row as it is then; of other tables they see what stood
when the statement began, so they may ask only what never changes there. What else must be true is
the caller's to know, who holds the row: he vouches for it by its name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Composable, Composed, Identifier, Literal, Placeholder

from tijara.kit.actor import Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.outbox.recorder import RECORDED, Fact, body_of, lane_of

from .shapes import Move, Process

HELD = SQL("""
    WITH held AS (
        SELECT * FROM {table} WHERE {owner} = %(owner)s AND id = %(id)s FOR NO KEY UPDATE
    ), fit AS (
        SELECT *, greatest(%(at)s, moved_at + interval '1 microsecond') AS this_moment
        FROM held WHERE state = ANY(%(before)s) {guards}
    ), moved AS (
        UPDATE {table} t SET state = %(after)s, moved_at = fit.this_moment {sets}
        FROM fit WHERE t.{owner} = fit.{owner} AND t.id = fit.id RETURNING t.id
    ) {logged} {told}
    SELECT held.state, EXISTS (SELECT FROM moved), {shown} FROM held
""")
"""`this_moment`: who waited for the row had looked at the clock before the one who held it."""
LOGGED = SQL("""
    , logged AS (
        INSERT INTO {log} ({owner}, id, {subject}, before, after, actor_kind, person_id, reason,
                           moved_at)
        SELECT {owner}, %(key)s, id, state, %(after)s, %(kind)s, %(person)s, %(reason)s,
               this_moment
        FROM fit
    )
""")
KNOWN = SQL("EXISTS (SELECT FROM {log} k WHERE k.{owner} = %(owner)s AND k.id = %(key)s)")


class Misuse(AssertionError):
    """A caller does what the process does not say: always a bug."""


class Outcome(StrEnum):
    MOVED = "moved"
    REPEATED = "repeated"
    """The same key has moved it before; nothing was done."""
    LOST = "lost"
    """It is not where this move begins, or a guard is not true: somebody was quicker."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Track:
    """Where the things of a process lie: a table with `state` and `moved_at`, and its log."""

    process: Process
    table: str
    owner: str
    log: str = ""
    """Each move a row; its id is the key that makes the move happen once."""
    subject: str = ""
    """The log's column with the thing's id."""
    version: str = ""
    """The column that says by which version a row lives; one without it has only ever had one."""
    earlier: tuple[Process, ...] = ()
    shown: tuple[str, ...] = ()
    """Columns that a mover is told, as they were before the move."""
    guards: Mapping[str, Composable] = field(default_factory=dict)
    """Conditions on the row, in SQL."""
    facts: Mapping[type[Fact], Mapping[str, Composable]] = field(default_factory=dict)
    """The fields of the facts that moves tell, in SQL."""
    written: dict[tuple, str] = field(init=False, default_factory=dict, compare=False, repr=False)
    """Statements as they were written the first time: there are few, and each is made of many."""

    def process_of(self, version: int) -> Process:
        return next(one for one in (self.process, *self.earlier) if one.version == version)


@dataclass(frozen=True, slots=True)
class Step:
    """A move that is asked for. The same `key` again does nothing again. `does` says which of its
    effects the caller carries out, in the same commit: all of them, or it is a bug."""

    name: str
    by: Actor
    does: tuple[str, ...] = ()
    reason: str = ""
    key: UUID | None = None
    vouched: tuple[str, ...] = ()
    """Guards that the caller has looked at, holding the row."""
    sets: Mapping[str, Any] = field(default_factory=dict)
    """Other columns that change with it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a step, and the row as it was before."""

    outcome: Outcome
    before: str = ""
    row: Mapping[str, Any] = field(default_factory=dict)


def move(track: Track, owner_id: UUID, id: UUID, step: Step) -> Moved:
    """One statement. A row of an earlier version is asked once more, by its own; the first that is
    asked by is the newest that knows the move."""
    known = (one for one in (track.process, *track.earlier) if one.knows(step.name))
    first = next(known, track.process)
    told = _moved(track, first, owner_id, id, step)
    if told is None:
        return Moved(Outcome.MISSING)
    before, is_moved, is_known, version, *shown = told
    if not is_moved and version != first.version and track.process_of(version).knows(step.name):
        told = _moved(track, track.process_of(version), owner_id, id, step)
        before, is_moved, is_known, version, *shown = told or (before, False, False, version)
    outcome = Outcome.MOVED if is_moved else Outcome.REPEATED if is_known else Outcome.LOST
    return Moved(outcome, before, dict(zip(track.shown, shown, strict=True)))


def _moved(track: Track, process: Process, owner_id: UUID, id: UUID, step: Step) -> Any:
    asked = process.move(step.name)
    check(asked, step, track)
    given = {
        "owner": owner_id,
        "id": id,
        "before": [str(state) for state in asked.before],
        "after": str(asked.after),
        "at": now(),
        "kind": str(step.by.kind),
        "person": step.by.person_id,
        "reason": str(step.reason),
        "key": step.key or new_id(),
        "event": new_id(),
        "lane": lane_of(owner_id),
    }
    given |= {f"set_{name}": value for name, value in step.sets.items()}
    known = (process.version, step.name, step.key is None, *step.sets)
    if known not in track.written:
        track.written[known] = _statement(track, process, asked, step).as_string(None)
    with connection.cursor() as cursor:
        cursor.execute(track.written[known], given)
        return cursor.fetchone()


def check(asked: Move, step: Step, track: Track | None = None) -> None:
    """Is the step what the process says of this move? Else a bug is loud."""
    if step.by.kind is not ActorKind.SYSTEM and step.by.kind not in asked.by:
        raise Misuse(f"{asked.name} is not {step.by.kind}'s")
    if set(step.does) != set(asked.does):
        raise Misuse(f"{asked.name} does {asked.does}, not {step.does}")
    looked_at = {*step.vouched, *(track.guards if track else ())}
    if unasked := set(asked.guards) - looked_at:
        raise Misuse(f"{asked.name}: nobody has looked at {sorted(unasked)}")
    if track and step.key and not track.log:
        raise Misuse(f"{track.table} has no log to find a key in")


def _statement(track: Track, process: Process, asked: Move, step: Step) -> Composed:
    names = {
        "table": Identifier(track.table),
        "owner": Identifier(track.owner),
        "log": Identifier(track.log),
        "subject": Identifier(track.subject),
    }
    is_known = KNOWN.format(**names) if step.key else SQL("false")
    version = Identifier(track.version) if track.version else Literal(process.version)
    guards = [track.guards[name] for name in asked.guards if name in track.guards]
    guards += [SQL("{} <= %(at)s").format(Identifier(asked.due))] if asked.due else []
    guards += [SQL("{} = {}").format(version, Literal(process.version))] if track.version else []
    guards += [SQL("NOT {}").format(is_known)] if step.key else []
    sets = [
        SQL(", {} = {}").format(Identifier(name), Placeholder(f"set_{name}")) for name in step.sets
    ]
    return HELD.format(
        **names,
        guards=SQL("").join(SQL(" AND ({})").format(guard) for guard in guards),
        sets=SQL("").join(sets),
        logged=LOGGED.format(**names) if track.log else SQL(""),
        told=_told(track, asked),
        shown=SQL(", ").join([is_known, version, *map(Identifier, track.shown)]),
    )


def _told(track: Track, asked: Move) -> Composable:
    if not asked.tells:
        return SQL("")
    fact = next(one for one in track.facts if one.name == asked.tells)
    return RECORDED.format(
        owner=Identifier(track.owner),
        name=Literal(fact.name),
        body=body_of(fact, track.facts[fact]),
        rows=Identifier("fit"),
    )
