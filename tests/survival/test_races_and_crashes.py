"""What must hold when everyone buys at once, and when processes die: on a market of its own.

Short forms of `tijara bench race` and `tijara bench crash`, over HTTP against the whole family.
"""

import json
from uuid import UUID

import pytest

from tijara.faces.cli.bench import crash, race
from tijara.faces.cli.bench.buying import Wanted
from tijara.faces.cli.bench.market import audited, inside, running

UNITS = 5


@pytest.fixture(scope="module")
def market():
    with running() as started:
        yield started


def test_a_race_sells_what_is_there_and_tells_exactly_the_winners(market):
    (goods,) = json.loads(inside("goods", "1", str(UNITS)))
    stock = goods.pop("stock_id")
    told = race.race(market, Wanted(**goods), buyers=40, attempts=4)
    ((sold, left),) = market.rows(race.SOLD, {"stock": UUID(stock)})
    assert (sold, told.won, left) == (UNITS, UNITS, 0)
    assert sum(told.statuses.values()) == 160
    assert audited().faults == []


def test_no_acknowledged_order_is_lost_whoever_dies(market):
    rows = json.loads(inside("goods", "10", "100000"))
    load = crash.Load(market, crash.goods_of(rows))
    kills = crash.suffer(market, load, seed=1, seconds=5, between=(0.4, 1.2))
    lost, twice = crash.after_all(market, load)
    assert kills.keys() == crash.VICTIMS.keys()
    assert load.acknowledged
    assert (lost, twice) == (0, 0)
    assert audited().faults == []
