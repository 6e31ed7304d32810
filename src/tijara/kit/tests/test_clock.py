"""The clock can be set back for as long as a block lasts, for that block alone, never forward."""

from datetime import timedelta
from threading import Thread

import pytest

from tijara.kit.clock import follow, going_from, now

A_WEEK = timedelta(days=7)
SOON = timedelta(seconds=30)


def test_inside_it_goes_on_from_the_moment_and_outside_it_is_now():
    present = now()
    with going_from(present - A_WEEK):
        first = now()
        assert timedelta() <= first - (present - A_WEEK) < SOON
        assert first <= now()
    assert timedelta() <= now() - present < SOON


def test_it_is_set_right_again_after_a_failure_and_within_another():
    present = now()
    with pytest.raises(KeyError), going_from(present - A_WEEK):
        with going_from(present - 2 * A_WEEK):
            assert present - now() > A_WEEK
        assert abs(present - A_WEEK - now()) < SOON
        raise KeyError
    assert abs(now() - present) < SOON


def test_others_do_not_notice():
    seen = []
    with going_from(now() - A_WEEK):
        other = Thread(target=lambda: seen.append(now()))
        other.start()
        other.join()
        assert seen[0] - now() > A_WEEK - SOON


def test_nobody_acts_in_the_future():
    with pytest.raises(ValueError), going_from(now() + A_WEEK):
        pass


def test_a_file_that_is_followed_sets_it_ahead_and_back_at_once(tmp_path, monkeypatch):
    file, present = tmp_path / "clock", now()
    file.write_bytes((3600).to_bytes(8, "big"))
    monkeypatch.setattr("tijara.kit.clock._ahead", None)
    follow(file)
    assert abs(now() - present - timedelta(hours=1)) < SOON
    with file.open("r+b") as opened:
        opened.write((-3600).to_bytes(8, "big", signed=True))
    assert abs(present - now() - timedelta(hours=1)) < SOON
