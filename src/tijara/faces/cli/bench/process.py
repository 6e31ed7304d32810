"""Moves among a million open deals: one by one with their money, sixteen rivals on each, and the
clock's sweep; and processes changed by chance, for their prover. The deals are laid in bulk without
their orders, so no proof is run on this market.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import NamedTemporaryFile

from psycopg.sql import SQL, Identifier, Literal

from tijara.platform.postgres import cluster, roles
from tijara.platform.postgres.secrets import ADMINISTRATOR

from . import rounds
from .market import Market, inside, running
from .results import Result, always, at_least, at_most

DEALS, SELLERS, HELD = 1_000_000, 400, 10_000
MOVES, RIVALRIES, SWEPT, ROUNDS = 2_000, 1_000, 40_000, 3
MUTANTS = 1_000
REACH_MS, REACH_RATE = 0.6, 10_000.0
NAMES = {
    "deal": Identifier("deals_deal"),
    "purse": Identifier("ledger_purse"),
    "deals": Literal(DEALS),
    "sellers": Literal(SELLERS),
    "held": Literal(HELD),
    "purses": Literal(MOVES * ROUNDS + RIVALRIES + SWEPT * ROUNDS),
}
LAY = SQL("""
    ALTER TABLE {deal} DROP CONSTRAINT deals_deal_order_fk;
    WITH sellers AS (SELECT array_agg(gen_random_uuid()) AS ids FROM generate_series(1, {sellers}))
    INSERT INTO {deal} (seller_id, id, state, opened_at, moved_at, due_at)
    SELECT ids[1 + n % {sellers}], gen_random_uuid(), 'performed', now(), now(),
           now() + interval '1 minute' * (1440 + n % 43200)
    FROM sellers, generate_series(1, {deals}) AS n;
    INSERT INTO {purse} (seller_id, id, currency, held_minor)
    SELECT seller_id, id, 'SAR', {held} FROM {deal} WHERE opened_at = now()
    ORDER BY id LIMIT {purses};
""").format(**NAMES)
KEYS = SQL("""
    SELECT seller_id::text, id::text FROM {purse} WHERE held_minor = {held} ORDER BY id
""").format(**NAMES)
"""In one commit with the rows, so that `now()` is theirs alone."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What some moves cost: of who asks and of the server's process that answers him; of the whole
    database, relay and tidying in it; and how long it took."""

    cpu_ms: float
    database_ms: float
    seconds: float


def run(options: argparse.Namespace) -> list[Result]:
    with running() as market, rounds.ping() as ping:
        with roles.connect(cluster.of_checkout(), ADMINISTRATOR, roles.DATABASE) as connection:
            connection.execute(LAY)
        market.settle()
        keys = iter(market.rows(KEYS))
        ping.measure()
        moves = [_spent(market, "moves", _some(keys, MOVES)) for _ in range(ROUNDS)]
        won = json.loads(_inside("rivals", _some(keys, RIVALRIES)))
        swept = [_spent(market, "sweep", _some(keys, SWEPT)) for _ in range(ROUNDS)]
    beside = {
        "open deals": DEALS,
        "moves/s by one": MOVES / min(one.seconds for one in moves),
        "CPU-ms of the whole database": min(one.database_ms for one in moves) / MOVES,
        "django ping CPU-ms": ping.cpu_ms,
        "reach scaled by": ping.scale,
    }
    costs, rates = [one.cpu_ms / MOVES for one in moves], [SWEPT / one.seconds for one in swept]
    of_sweep = {"CPU-ms a deal": min(one.cpu_ms for one in swept) / SWEPT}
    return [
        at_most("process move CPU-ms", costs, "CPU-ms", REACH_MS, beside, scale=ping.scale),
        at_least("process clock sweep/s", rates, "deals/s", REACH_RATE, of_sweep, scale=ping.scale),
        always("process one winner", [won["one winner"]], "of 1000", RIVALRIES, won),
        *mutated(options.seed),
    ]


def mutated(seed: int) -> list[Result]:
    """Of processes that were changed by chance, none that random histories break may be proved."""
    told = json.loads(inside("mutants", str(seed), str(MUTANTS)))
    counts, seeds = told["counts"], told["seeds"]
    wrong = counts.pop("broken and proved")
    beside = {"mutants": MUTANTS, **counts, "examples": told["examples"]}
    return [
        always("processes broken and proved", [wrong], "mutants", 0, beside),
        always("processes of ours proved", [told["sound"]], "processes", seeds, {}),
        always("processes of ours unbroken", [told["unbroken"]], "processes", seeds, {}),
    ]


def _spent(market: Market, what: str, keys: list) -> Spent:
    before = market.spent()["database"]
    told = json.loads(_inside(what, keys))
    return Spent(told["cpu ms"], market.spent()["database"] - before, told["seconds"])


def _inside(what: str, keys: list) -> str:
    with NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(keys, file)
        file.flush()
        return inside("dealing", what, file.name)


def _some(keys: Iterator, number: int) -> list:
    return [next(keys) for _ in range(number)]
