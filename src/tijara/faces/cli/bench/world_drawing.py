"""What is sold in a bench's world, when, to whom and how it ends: drawn by chance in the server, an
order from its number alone.

The n-th seller sells an n-th of what the first one does, and so do his goods among themselves, more
or less; orders grow over the years and sleep at night; a few buyers buy most.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

from psycopg import sql

from .world_sale import CARD, CASH, TRANSFER, whole

SET = 50_000
"""Orders of a part, at most."""
PARTS = 10
"""At least so many."""
DAYS = timedelta(days=1096)
GROWTH = 1.6
"""Orders until a moment are this power of the time until then."""
HOURS = (2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 6, 5, 5, 6, 7, 8, 9, 10, 10, 8, 5)
"""How busy each hour of a day is."""
STATES = {
    "delivered": 70, "cancelled": 8, "refused": 5, "refunded": 3, "shipped": 4, "packed": 2,
    "confirmed": 3, "placed": 4,
}  # fmt: skip
STEPS = {
    "delivered": 4, "refunded": 5, "refused": 4, "shipped": 3, "packed": 2, "confirmed": 1,
    "cancelled": 1, "placed": 0, "pending": 0,
}  # fmt: skip
"""How many moves led to each state from "placed"."""
OPEN = ("shipped", "packed", "confirmed", "placed")
OPEN_DAYS = timedelta(days=20)
"""Older orders have come to an end."""
UNPAID, UNPAID_SHARE = timedelta(hours=40), 0.3
"""Of those that are not paid in cash; older ones would have lapsed."""
LATEST = timedelta(hours=1)
"""Before the plan's moment: the hours of its last day are not all over."""
STEP = timedelta(hours=7)
METHODS = {CASH: 70, CARD: 25, TRANSFER: 5}
LINES, UNITS = [1, 1, 1, 2, 3], [1, 1, 1, 2, 4]
FALL = 1.5
"""How much more the early buyers buy."""

SHARED = """
    SELECT n, power((n + pg_temp.chance(n, {salt} + 1)) / {orders}, 1 / {growth}::float8) AS of_time
    FROM generate_series({start}::bigint, {stop}::bigint - 1) AS n OFFSET 0
"""
DATED = """
    SELECT n, of_time, floor(second / 86400) * 86400 AS midnight,
           second / 86400 - floor(second / 86400) AS of_day
    FROM (SELECT n, of_time, date_part('epoch', {begins}::timestamptz)
                 + of_time * date_part('epoch', {lasts}::interval) AS second
          FROM ({shared}) AS s) AS t OFFSET 0
"""
AWAKE = """
    SELECT n, of_time, midnight, of_day, width_bucket(of_day, {ends}::float8[]) AS hour
    FROM ({dated}) AS d OFFSET 0
"""
"""The same day, at an hour when people buy; who came first stays first."""
PLACED = """
    SELECT n, of_time, least({latest}::timestamptz, to_timestamp(midnight + 3600 * (hour
             + (of_day - ({starts}::float8[])[hour + 1]) / ({widths}::float8[])[hour + 1])))
             AS placed_at,
           width_bucket(pg_temp.chance(n, {salt} + 2), {sellers}::float8[]) AS rank,
           ({methods}::text[])[1 + floor(pg_temp.chance(n, {salt} + 3) * 100)::int] AS method,
           ({states}::text[])[1 + floor(pg_temp.chance(n, {salt} + 4) * {states_many})::int]
             AS wanted
    FROM ({awake}) AS a OFFSET 0
"""
ENDED = """
    SELECT n, of_time, placed_at, rank, method, {moment}::timestamptz - placed_at AS age,
           CASE WHEN method <> {cash} AND {moment}::timestamptz - placed_at < {unpaid}::interval
                 AND pg_temp.chance(n, {salt} + 5) < {unpaid_share} THEN 'pending'
                WHEN wanted = ANY({open}) AND {moment}::timestamptz - placed_at > {open_days}
                THEN 'delivered' ELSE wanted END AS state
    FROM ({placed}) AS p OFFSET 0
"""
STEPPED = """
    SELECT n, of_time, placed_at, rank, method, state, steps,
           least({step}::interval, age / (steps + 1)) AS step
    FROM (SELECT *, ({steps}::int[])[array_position({ways}::text[], state)] AS steps
          FROM ({ended}) AS e OFFSET 0) AS w OFFSET 0
"""
DRAWN = """
    SELECT n, of_time, placed_at, rank, method, state,
        method <> {cash} AS is_charged,
        method <> {cash} AND state <> 'pending' AS is_paid,
        CASE WHEN method <> {cash} AND state <> 'pending'
             THEN placed_at + interval '40 seconds' END AS released_at,
        CASE WHEN steps > 0 AND state <> 'cancelled' THEN placed_at + step END AS confirmed_at,
        CASE WHEN steps > 1 THEN placed_at + step * 2 END AS packed_at,
        CASE WHEN steps > 2 THEN placed_at + step * 3 END AS shipped_at,
        CASE WHEN state IN ('delivered', 'refunded') THEN placed_at + step * 4 END AS arrived_at,
        CASE WHEN state = 'refused' THEN placed_at + step * 4 END AS refused_at,
        CASE WHEN state = 'refunded' THEN placed_at + step * 5 END AS refunded_at,
        CASE WHEN state = 'cancelled' THEN placed_at + step END AS cancelled_at,
        CASE WHEN steps > 0 THEN placed_at + step * steps
             WHEN method <> {cash} AND state <> 'pending'
             THEN placed_at + interval '40 seconds' ELSE placed_at END AS ended_at,
        pg_temp.id_at(placed_at, n, {salt} + 10) AS id
    FROM ({stepped}) AS s
"""
"""One row an order: its seller's place, what became of it, the moment of each move or none."""
STEP_ROWS = """
    CROSS JOIN LATERAL (VALUES
        (1, 'pending', 'placed', s.released_at), (2, 'placed', 'confirmed', s.confirmed_at),
        (3, 'confirmed', 'packed', s.packed_at), (4, 'packed', 'shipped', s.shipped_at),
        (5, 'shipped', 'delivered', s.arrived_at), (6, 'shipped', 'refused', s.refused_at),
        (7, 'delivered', 'refunded', s.refunded_at), (8, 'placed', 'cancelled', s.cancelled_at)
    ) AS m (k, before, after, at)
"""
"""To be joined to the sales `s`, where `at` is not null."""


@dataclass(frozen=True, slots=True)
class Plan:
    """So many orders of so many buyers until `moment`, when the last seller had come."""

    orders: int
    buyers: int
    seed: int
    moment: datetime

    @property
    def begins(self) -> datetime:
        return self.moment - DAYS

    @property
    def size(self) -> int:
        return max(min(SET, self.orders // PARTS), 1)

    @property
    def parts(self) -> int:
        return -(-self.orders // self.size)

    def of(self, part: int) -> range:
        return range(part * self.size, min((part + 1) * self.size, self.orders))


def drawn(plan: Plan, numbers: range, sellers: int) -> sql.Composed:
    """The orders of these numbers among so many sellers, as a query (`DRAWN`)."""
    hours = [hour / sum(HOURS) for hour in HOURS]
    ends = list(accumulate(hours))
    values: dict[str, object] = {
        "start": numbers.start,
        "stop": numbers.stop,
        "orders": float(plan.orders),
        "growth": GROWTH,
        "salt": plan.seed * 64,
        "begins": plan.begins,
        "lasts": DAYS,
        "moment": plan.moment,
        "latest": plan.moment - LATEST,
        "ends": ends[:-1],
        "starts": [0.0, *ends[:-1]],
        "widths": hours,
        "sellers": _shares(sellers)[:-1],
        "methods": _spread(METHODS),
        "states": _spread(STATES),
        "states_many": sum(STATES.values()),
        "cash": CASH,
        "unpaid": UNPAID,
        "unpaid_share": UNPAID_SHARE,
        "open": list(OPEN),
        "open_days": OPEN_DAYS,
        "step": STEP,
        "steps": list(STEPS.values()),
        "ways": list(STEPS),
    }
    names = ("shared", "dated", "awake", "placed", "ended", "stepped", "drawn")
    texts = (SHARED, DATED, AWAKE, PLACED, ENDED, STEPPED, DRAWN)
    made = sql.Composed([])
    for name, text in zip(names, texts, strict=True):
        made = values[name] = whole(text, **values)
    return made


def _shares(sellers: int) -> Sequence[float]:
    """Where the part of each ends."""
    weights = [1 / (place + 1) for place in range(sellers)]
    return [end / sum(weights) for end in accumulate(weights)]


def _spread(weights: dict[str, int]) -> list[str]:
    return [name for name, weight in weights.items() for _ in range(weight)]
