"""What must hold when everyone buys at once, and when processes die: on a market of its own.

Short forms of `tijara bench race` and `tijara bench crash`, over HTTP against the whole family.
"""

from itertools import islice

import pytest

from tijara.faces.cli.bench import crash, race
from tijara.faces.cli.bench.market import audited
from tijara.faces.cli.bench.storm import afterwards, faults, reckoning, striking, trade, victims

UNITS = 5
CODES = 200
CROWD = {"buyers": 40, "attempts": 4}
LIKE_OTHERS = {
    "web's own child",
    "a database session",
    "database, stopped at once",
    "network slow",
    "worker hangs",
    "database hangs",
}
"""Left to the bench, which takes longer: they end as others do."""
SHORT = tuple(name for name in striking.ALL if name not in LIKE_OTHERS)


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
    plan = striking.Plan(seed=1, between=(0.2, 0.5), lasts=(0.3, 1.0), names=SHORT)
    struck = crash.storm(trading, ground, plan, seconds=1, is_audited=False)
    afterwards.come_to_rest(trading, is_hurried=True)
    assert set(struck.times) == set(SHORT)
    assert {name for name, times in struck.times.items() if not times} <= victims.PASSING
    assert trading.acknowledged
    assert struck.amiss == []
    assert [one for one in reckoning.reckoned(trading, CODES) if one.wrong] == []
    assert audited().faults == []


def test_the_same_seed_draws_the_same_schedule():
    def first(seed: int) -> list[tuple]:
        drawn = islice(striking.Plan(seed).faults(), 2 * len(striking.ALL))
        return [(one.after, one.name, one.lasts, one.chance.random()) for one in drawn]

    assert set(striking.ALL) > LIKE_OTHERS
    assert first(5) == first(5) != first(6)
    assert {name for _, name, *_ in first(5)[: len(striking.ALL)]} == set(striking.ALL)
