"""A key is claimed once, however many ask at once, and is free again if the first one fails."""

import threading

import pytest
from django.db import connection, transaction

from tijara.kit.ids import new_id
from tijara.platform.idempotency.keys import claim

pytestmark = pytest.mark.django_db(transaction=True)


class Failed(Exception):
    """The change did not come to be."""


def claimed(owner_id, key) -> bool:
    with transaction.atomic():
        return claim(owner_id, key, "tests.ring")


def test_the_first_claim_holds_and_the_rest_are_repetitions():
    owner_id, key = new_id(), new_id()
    assert [claimed(owner_id, key) for _ in range(3)] == [True, False, False]


def test_another_owners_key_is_another_key():
    key = new_id()
    assert claimed(new_id(), key) and claimed(new_id(), key)


def test_a_claim_falls_with_its_change():
    owner_id, key = new_id(), new_id()
    with pytest.raises(Failed), transaction.atomic():
        assert claim(owner_id, key, "tests.ring")
        raise Failed
    assert claimed(owner_id, key)


@pytest.mark.parametrize("first_commits", [True, False])
def test_the_second_of_two_waits_for_the_first_and_then_knows(first_commits):
    owner_id, key = new_id(), new_id()
    first_has_it, answers = threading.Event(), {}
    may_end = threading.Event()

    def be_first():
        try:
            with transaction.atomic():
                answers["first"] = claim(owner_id, key, "tests.ring")
                first_has_it.set()
                may_end.wait(10)
                if not first_commits:
                    raise Failed
        except Failed:
            answers["failed"] = True
        finally:
            connection.close()

    def be_second():
        try:
            answers["second"] = claimed(owner_id, key)
        finally:
            connection.close()

    first, second = threading.Thread(target=be_first), threading.Thread(target=be_second)
    first.start()
    assert first_has_it.wait(10)
    second.start()
    _wait_until_somebody_waits_for_a_lock()
    assert "second" not in answers
    may_end.set()
    first.join()
    second.join()
    assert (answers["first"], answers["second"]) == (True, not first_commits)


def _wait_until_somebody_waits_for_a_lock() -> None:
    while True:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(0.01), count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[1]:
                return


def test_of_many_at_once_one_claims_it():
    owner_id, key = new_id(), new_id()
    start, answers = threading.Barrier(6), []

    def ask():
        try:
            start.wait()
            answers.append(claimed(owner_id, key))
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [False] * 5 + [True]
