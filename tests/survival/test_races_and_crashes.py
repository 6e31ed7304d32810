"""What must hold when everyone buys at once, and when processes die: on a market of its own.

Short forms of `tijara bench race` and `tijara bench crash`, over HTTP against the whole family.
"""

import pytest

from tijara.faces.cli.bench import crash, race
from tijara.faces.cli.bench.market import audited, running
from tijara.faces.cli.bench.storm import afterwards, reckoning, trade, victims

UNITS = 5
CODES = 200
CROWD = {"buyers": 40, "attempts": 4}


@pytest.fixture(scope="module")
def market():
    with running() as started:
        yield started


def test_a_race_sells_what_is_there_and_tells_exactly_the_winners(market):
    told = race.on_the_shelf(market, UNITS, **CROWD)
    assert told == race.Race(sold=UNITS, won=UNITS, left=0, attempts=160)
    assert audited().faults == []


def test_a_race_for_the_last_units_of_two_sellers_in_one_checkout(market):
    told = race.of_two_sellers(market, UNITS, **CROWD)
    assert told == race.Race(sold=2 * UNITS, won=2 * UNITS, left=0, attempts=160)
    assert audited().faults == []


def test_a_race_for_the_last_codes_shows_each_to_one_buyer(market):
    told = race.of_codes(market, UNITS, **CROWD)
    assert told == race.Race(sold=UNITS, won=UNITS, left=0, attempts=160)
    assert audited().faults == []


def test_nothing_is_lost_or_doubled_whoever_dies_in_the_middle_of_the_sale(market):
    trading = trade.opened(market, 5, 100_000, CODES)
    kills = crash.storm(trading, seed=1, seconds=1, between=(0.3, 0.8))
    afterwards.come_to_rest(trading, is_hurried=True)
    assert set(kills) == set(victims.VICTIMS)
    assert {name for name, times in kills.items() if not times} <= victims.PASSING
    assert trading.acknowledged
    assert [one for one in reckoning.reckoned(trading, CODES) if one.wrong] == []
    assert audited().faults == []
