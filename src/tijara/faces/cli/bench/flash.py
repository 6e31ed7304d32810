"""A flash sale through HTTP: durable orders a second of many goods and of one, what an order costs,
that exactly what there is gets sold, and how long a buyer waits for his click.

Beside them stands what the ordinary door does with a list of one, called from one process.
"""

import argparse
import json
import os
from dataclasses import replace
from uuid import UUID

from tijara.faces.cli import gateway_simulator

from . import rounds
from .market import Market, audited, inside, running
from .pace import products_for
from .pressing import Pressed, at_rate, press, request_of
from .results import Result, always, at_least, at_most
from .rounds import Ping, Round

MANY_GOODS, MANY_ORDERS = 10_000, 20_000
HOT_ORDERS = 20_000
QUICK = 4
"""So much less of each."""
UNITS, BUYERS = 100, 5_000
RACES = 20
HANDS = 512
PART_OF_PEAK = 0.7
CLICKS = 12_000
REACH_MANY, REACH_HOT, REACH_CPU_MS, REACH_P99_MS = 5_000.0, 6_000.0, 0.30, 250.0
SOLD = """
    SELECT sum(sold), sum(units), (SELECT count(*) FROM flash_place
        WHERE seller_id = %(seller)s AND state = 'bought'),
        (SELECT count(*) FROM orders_order WHERE seller_id = %(seller)s)
    FROM flash_item WHERE seller_id = %(seller)s
"""
DOOR_SECONDS = 2.0


def run(options: argparse.Namespace) -> list[Result]:
    races, less = options.rounds or (1 if options.quick else RACES), QUICK if options.quick else 1
    goods, orders = MANY_GOODS // less, MANY_ORDERS // less
    with running(products_for(options)) as market, rounds.ping() as ping:
        gateway_simulator.take_over(os.environ)
        door = json.loads(inside("flashing", "door", str(DOOR_SECONDS)))
        ping.measure()
        many = _burst(market, "flash-many", goods, orders // goods, orders)
        ping.measure()
        hot = _burst(market, "flash-hot", 1, HOT_ORDERS // less, HOT_ORDERS // less)
        ping.measure()
        peak = min(many.rate, hot.rate)
        clicks = _clicks(market, peak * PART_OF_PEAK, CLICKS // less)
        ping.measure()
        sold = [_race(market, number) for number in range(races)]
        audit = audited()
    beside = _beside(many, hot, ping, door)
    told = {"proofs": audit.proofs, "faults": audit.faults}
    return [
        _rate("flash orders/s many", many, REACH_MANY, beside, ping),
        _rate("flash orders/s hot", hot, REACH_HOT, beside, ping),
        at_most("flash CPU-ms", [many.round.cpu_ms], "ms", REACH_CPU_MS, beside, scale=ping.scale),
        at_most(
            "flash click p99 ms",
            [clicks.percentile(0.99)],
            "ms",
            REACH_P99_MS,
            {"asked a second": peak * PART_OF_PEAK, "p50": clicks.percentile(0.5)},
            scale=ping.scale,
        ),
        audit.also(_judged(sold, told)),
    ]


class Burst:
    def __init__(self, told: Pressed, spent: dict[str, float], sold: tuple[int, int, int, int]):
        self.pressed, self.sold = told, sold
        self.round = Round(told.answers["bought"] or 1, spent, told.seconds)

    @property
    def rate(self) -> float:
        return self.pressed.answers["bought"] / self.pressed.seconds

    @property
    def is_exact(self) -> bool:
        """As many were told of an order as there are, and none was sold that was not there."""
        sold, units, places, orders = self.sold
        return sold == places == orders == self.pressed.answers["bought"] and sold <= units


def _burst(market: Market, slug: str, goods: int, units: int, orders: int) -> Burst:
    """Everybody has his turn and his order ready: all press."""
    told = json.loads(inside("flashing", "lay", slug, str(goods), str(units), str(orders)))
    market.settle()
    inside("flashing", "call", told["seller"], *told["sales"])
    market.settle()
    requests = [request_of(slug, *one) for one in told["passes"]]
    before = market.spent()
    pressed = press(market.port, requests, HANDS)
    after = market.spent()
    spent = {name: after[name] - before[name] for name in after}
    return Burst(pressed, spent, _sold(market, told["seller"]))


def _clicks(market: Market, each_second: float, many: int) -> Pressed:
    told = json.loads(inside("flashing", "lay", "flash-clicks", "1", str(many), str(many)))
    market.settle()
    inside("flashing", "call", told["seller"], *told["sales"])
    market.settle()
    requests = [request_of("flash-clicks", *one) for one in told["passes"]]
    return at_rate(market.port, requests, HANDS * 2, each_second)


def _race(market: Market, number: int) -> tuple[int, int, int]:
    """(sold, told so, left) of a hundred units among five thousand, who all press, and press again
    until nobody has a turn that he has not used."""
    slug = f"flash-race-{number}"
    told = json.loads(inside("flashing", "lay", slug, "1", str(UNITS), str(BUYERS)))
    inside("flashing", "call", told["seller"], *told["sales"])
    requests = [request_of(slug, *one) for one in told["passes"]]
    won = press(market.port, requests, HANDS).answers["bought"]
    won += press(market.port, requests, HANDS).answers["bought"]
    sold, units, _, orders = _sold(market, told["seller"])
    return (sold if sold == orders else -1), won, units - sold


def _sold(market: Market, seller: str) -> tuple[int, int, int, int]:
    (row,) = market.rows(SOLD, {"seller": UUID(seller)})
    sold, units, held, orders = map(int, row)
    return sold, units, held, orders


def _rate(what: str, burst: Burst, reach: float, beside: dict, ping: Ping) -> Result:
    told = {"answers": dict(burst.pressed.answers), "p99 ms": burst.pressed.percentile(0.99)}
    result = at_least(what, [burst.rate], "1/s", reach, told | beside, scale=ping.scale)
    return replace(result, ok=result.ok and burst.is_exact)


def _beside(many: Burst, hot: Burst, ping: Ping, door: dict) -> dict:
    one = door["1"]
    return rounds.beside([many.round], ping) | {
        "hot CPU-ms": hot.round.cpu_ms,
        "door, one a call, orders/s": one["placed"] / one["seconds"],
        "door, 32 a call, orders/s": door["32"]["placed"] / door["32"]["seconds"],
        "door, 256 a call, orders/s": door["256"]["placed"] / door["256"]["seconds"],
    }


def _judged(races: list[tuple[int, int, int]], told: dict) -> Result:
    beside = {
        "orders that buyers were told of": [won for _, won, _ in races],
        "units left": [left for _, _, left in races],
        "buyers": BUYERS,
    }
    result = always(
        "flash race sold", [sold for sold, _, _ in races], "units", UNITS, beside | told
    )
    well = all(won == UNITS and not left for _, won, left in races)
    return replace(result, ok=result.ok and well)
