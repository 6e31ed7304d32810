"""What must hold when everyone buys at once, and when processes die: on a market of its own.

Short forms of `tijara bench race` and `tijara bench crash`, over HTTP against the whole family.
"""

import pytest

from tijara.faces.cli.bench import crash, race
from tijara.faces.cli.bench.market import audited
from tijara.faces.cli.bench.storm import afterwards, faults, reckoning, striking, trade, victims

UNITS = 5
CODES = 200
CROWD = {"buyers": 40, "attempts": 4}


@pytest.fixture(scope="module")
def ground():
    with faults.exposed() as exposed:
        yield exposed


@pytest.fixture
def market(ground):
    return ground.market


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


def test_nothing_is_lost_or_doubled_whatever_goes_wrong_in_the_middle_of_the_sale(ground, market):
    trading = trade.opened(market, 5, 100_000, CODES)
    struck = crash.storm(
        trading, ground, seed=1, seconds=1, between=(0.2, 0.5), lasts=(0.3, 1.0), is_audited=False
    )
    afterwards.come_to_rest(trading, is_hurried=True)
    assert set(struck.times) == set(striking.ALL)
    assert {name for name, times in struck.times.items() if not times} <= victims.PASSING
    assert trading.acknowledged
    assert struck.amiss == []
    assert [one for one in reckoning.reckoned(trading, CODES) if one.wrong] == []
    assert audited().faults == []


def test_the_same_seed_draws_the_same_schedule():
    def first(seed: int) -> list[tuple]:
        plan = striking.planned(seed, (1, 2), (3, 4))
        drawn = [next(plan) for _ in range(2 * len(striking.ALL))]
        return [(one.after, one.name, one.lasts, one.chance.random()) for one in drawn]

    assert first(5) == first(5) != first(6)
