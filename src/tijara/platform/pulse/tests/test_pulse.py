"""A week of beats and no more, each once; what is missing is seen."""

from datetime import UTC, datetime, timedelta

import pytest

from tijara.kit.clock import going_from, now
from tijara.platform.pulse.models import Beat
from tijara.platform.pulse.queries import past
from tijara.platform.pulse.taking import EVERY, KEPT, beat_of, take_beat

pytestmark = pytest.mark.django_db
DAY, QUARTER = timedelta(days=1), timedelta(minutes=15)


def beats(*ago: timedelta, **seen) -> None:
    plain = {
        "waiting": 0,
        "oldest_seconds": 0,
        "failed": 0,
        "memory_megabytes": 300,
        "database_megabytes": 80,
        "disk_percent": 40,
    }
    for one in ago:
        Beat.objects.create(at=beat_of(now() - one), **(plain | seen))


def test_a_beat_is_taken_once_and_old_ones_go():
    beats(KEPT + EVERY)
    for _ in range(2):
        take_beat()
    beat = Beat.objects.get()
    assert beat.at == beat_of(now()) and beat.database_megabytes > 0 and beat.failed == 0


def test_the_worst_of_a_step_is_shown_and_gaps_are_counted():
    with going_from(datetime(2026, 11, 20, 9, 2, tzinfo=UTC)):
        beats(4 * EVERY, 3 * EVERY)
        beats(0 * EVERY, waiting=7, oldest_seconds=90)
        told = past(DAY, QUARTER)
    assert [one.beats for one in told.steps] == [2, 1]
    assert (told.steps[-1].waiting, told.steps[-1].oldest_seconds) == (7, 90)
    assert told.beats == 3 and told.missing == 1 and told.missing_time == EVERY
    assert told.is_known


def test_before_the_first_beat_there_is_no_past():
    assert not past(DAY, QUARTER).is_known
    beats(2 * DAY, DAY - EVERY)
    assert past(DAY, QUARTER).beats == 1
