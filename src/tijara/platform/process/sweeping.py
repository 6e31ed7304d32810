"""Move all rows whose moment has come, many in one statement: the clock's hand.

Rows that somebody holds are passed over, so that any number of sweepers go side by side and none
waits; the next round finds them.
"""

from typing import Any

from django.db import connection
from psycopg.sql import SQL, Composable, Composed, Identifier, Literal

from tijara.kit.clock import now

from .moving import Misuse, Step, Track, check
from .shapes import Move

DUE = SQL("""
    WITH fit AS (
        SELECT * FROM {table}
        WHERE state = ANY(%(before)s) AND {due} <= %(at)s {guards}
        ORDER BY {due} LIMIT %(limit)s FOR NO KEY UPDATE SKIP LOCKED
    ), moved AS (
        UPDATE {table} t SET state = %(after)s, moved_at = %(at)s
        FROM fit WHERE t.{owner} = fit.{owner} AND t.id = fit.id
    ), logged AS (
        INSERT INTO {log} ({owner}, id, {subject}, before, after, actor_kind, person_id, reason,
                           moved_at)
        SELECT {owner}, uuidv7(), id, state, %(after)s, %(kind)s, NULL, %(reason)s, %(at)s FROM fit
    )
    SELECT {shown} FROM fit
""")


def sweep(track: Track, step: Step, *, limit: int) -> list[tuple[Any, ...]]:
    """The columns `shown` of the rows that moved, those that were due first before the others. All
    versions that know the move have their turn."""
    rows: list[tuple[Any, ...]] = []
    for asked, versions in _alike(track, step).items():
        check(asked, step, track)
        given = {
            "before": [str(state) for state in asked.before],
            "after": str(asked.after),
            "at": now(),
            "kind": str(step.by.kind),
            "reason": step.reason,
            "limit": limit - len(rows),
        }
        with connection.cursor() as cursor:
            cursor.execute(_statement(track, versions, asked), given)
            rows += cursor.fetchall()
    return rows


def _alike(track: Track, step: Step) -> dict[Move, list[int]]:
    """The versions by what the move is in them: most have it like the others, and go together."""
    found: dict[Move, list[int]] = {}
    for process in (track.process, *track.earlier):
        if process.knows(step.name):
            found.setdefault(process.move(step.name), []).append(process.version)
    return found


def _statement(track: Track, versions: list[int], asked: Move) -> Composed:
    if not asked.due or asked.tells or not track.log:
        raise Misuse(f"{asked.name} is not for a sweep: it has no moment, or tells a fact")
    guards: list[Composable] = [track.guards[name] for name in asked.guards]
    if track.version:
        guards.append(SQL("{} = ANY({})").format(Identifier(track.version), Literal(versions)))
    return DUE.format(
        table=Identifier(track.table),
        owner=Identifier(track.owner),
        log=Identifier(track.log),
        subject=Identifier(track.subject),
        due=Identifier(asked.due),
        guards=SQL("").join(SQL(" AND ({})").format(guard) for guard in guards),
        shown=SQL(", ").join(map(Identifier, track.shown)),
    )
