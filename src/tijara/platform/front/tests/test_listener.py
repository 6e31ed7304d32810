"""Changes are heard when they are committed; a line that is cut is noticed."""

from collections.abc import Iterator
from queue import Queue

import pytest
from django.db import transaction

from tijara.platform.changes import EVERYTHING, MOST, tell
from tijara.platform.front.listener import Listener
from tijara.platform.postgres.testing import end_connections

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 10.0


class Heard:
    """What a listener said, in its order."""

    def __init__(self) -> None:
        self.said: Queue[tuple[str, ...]] = Queue()
        self.listener = Listener(
            hear=lambda tags: self.said.put(("tags", *tags)),
            gain=lambda: self.said.put(("gain",)),
            lose=lambda: self.said.put(("lose",)),
        )

    def next(self) -> tuple[str, ...]:
        return self.said.get(timeout=PATIENCE)


@pytest.fixture
def heard() -> Iterator[Heard]:
    made = Heard()
    made.listener.start()
    assert made.next() == ("gain",)
    yield made
    made.listener.stop()
    end_connections()
    made.listener.thread.join(PATIENCE)
    assert not made.listener.thread.is_alive()


def test_a_change_is_heard_with_its_commit_and_not_without(heard):
    with transaction.atomic():
        tell(["undone"])
        transaction.set_rollback(True)
    tell(["one", "two"])
    assert heard.next() == ("tags", "one", "two")


def test_many_changes_are_told_in_several_tellings_and_very_many_at_once(heard):
    tags = [f"{number:036d}" for number in range(500)]
    tell(tags)
    told: list[str] = []
    while len(told) < len(tags):
        told += heard.next()[1:]
    assert sorted(told) == tags
    tell(range(MOST + 1))
    assert heard.next() == ("tags", EVERYTHING)
    tell([])
    tell(["قهوة/دلال"])
    assert heard.next() == ("tags", "قهوة/دلال")


def test_a_connection_that_ends_is_noticed_and_opened_again(heard):
    end_connections()
    assert heard.next() == ("lose",)
    assert heard.next() == ("gain",)
    tell(["one"])
    assert heard.next() == ("tags", "one")


def test_who_does_not_hear_himself_believes_nothing(monkeypatch):
    """As behind a pooler that gives each statement another session."""
    monkeypatch.setattr("tijara.platform.front.listener.BEAT", 0.2)
    monkeypatch.setattr("tijara.platform.front.listener.LISTEN", "SELECT 1")
    deaf = Heard()
    deaf.listener.start()
    assert deaf.next() == ("lose",)
    deaf.listener.stop()
    deaf.listener.thread.join(PATIENCE)
    assert not deaf.listener.thread.is_alive()
