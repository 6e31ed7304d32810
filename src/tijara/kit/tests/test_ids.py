"""Ids sort by their time and never repeat; numbers can be read over the phone."""

import re
import threading
import time
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tijara.kit.clock import now
from tijara.kit.ids import CROCKFORD, made_at, new_id, new_number


def test_an_id_is_a_uuid_of_version_7():
    made = new_id()
    assert (made.version, made.variant) == (7, "specified in RFC 4122")


def test_an_id_tells_when_it_was_made():
    before = time.time_ns() // 1_000_000
    milliseconds = new_id().int >> 80
    assert before <= milliseconds <= time.time_ns() // 1_000_000 + 1
    assert datetime.fromtimestamp(milliseconds / 1000, UTC).year >= 2025


def test_an_id_from_a_form_is_believed_within_bounds():
    moment = now()
    a_day_ago = moment - timedelta(days=1)
    assert abs(made_at(new_id(), at_least=a_day_ago) - moment) < timedelta(seconds=5)
    for odd in (UUID(int=0), UUID(int=2**128 - 1)):
        assert made_at(odd, at_least=a_day_ago) == a_day_ago


def test_ids_ascend_in_the_order_they_are_made():
    made = [new_id() for _ in range(20_000)]
    assert made == sorted(made)


def test_ids_of_many_threads_never_repeat():
    made = []

    def make():
        made.extend([new_id() for _ in range(5000)])

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 20_000


def test_a_number_has_no_letter_that_is_taken_for_another():
    assert not set("ILOU") & set(CROCKFORD)
    pattern = re.compile(rf"[{CROCKFORD}]{{5}}-[{CROCKFORD}]{{5}}")
    numbers = {new_number() for _ in range(2000)}
    assert len(numbers) == 2000
    assert all(pattern.fullmatch(number) for number in numbers)


def test_every_letter_is_used_in_every_place():
    numbers = [new_number() for _ in range(3000)]
    for place in (0, 1, 2, 3, 4, 6, 7, 8, 9, 10):
        assert {number[place] for number in numbers} == set(CROCKFORD)
