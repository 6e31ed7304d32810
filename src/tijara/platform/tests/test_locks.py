"""What is promised of locks."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tijara.platform.locks import locked

pytestmark = pytest.mark.django_db(transaction=True)
SOON = 20.0


def elsewhere(name: str) -> bool:
    def take() -> bool:
        try:
            with locked(name) as mine:
                return mine
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(take).result()


def test_one_at_a_time_and_the_next_when_it_is_over():
    with locked("a") as mine:
        assert mine and not elsewhere("a") and elsewhere("b")
    assert elsewhere("a")


def test_it_goes_with_its_connection():
    with locked("a") as mine:
        assert mine
        connection.close()
        ends = time.monotonic() + SOON  # the server hears of it a moment later
        while not elsewhere("a"):
            assert time.monotonic() < ends


def test_a_failure_lets_it_go():
    with pytest.raises(KeyError), locked("a"):
        raise KeyError
    assert elsewhere("a")
