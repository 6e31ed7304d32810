"""The application's connection keeps what it has prepared, as long as nothing is wrong with it."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from tijara.platform.postgres.backend.base import MOST

pytestmark = pytest.mark.django_db

ASKED = "SELECT count(*) AS of_this_test FROM outbox_event WHERE lane = %s"
PREPARED = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%AS of_this_test %%'"


class Refused(Exception):
    pass


@pytest.fixture(autouse=True)
def _nothing_is_prepared_yet():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    connection.connection._prepared.forget()


def ask(statement: str, *given) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return cursor.fetchone()[0]


def test_a_refusal_leaves_what_was_prepared():
    for lane in range(5):
        ask(ASKED, lane)
    with pytest.raises(Refused), transaction.atomic():
        ask(ASKED, 1)
        raise Refused
    ask(ASKED, 1)
    assert ask(PREPARED) == 1
    assert connection.connection._prepared.prepared_max == MOST


def test_what_the_server_refused_is_prepared_anew():
    for lane in range(5):
        ask(ASKED, lane)
    with pytest.raises(DatabaseError), transaction.atomic():
        ask("SELECT no_such_function(%s)", 1)
    ask("SELECT 1")
    assert ask(PREPARED) == 0
    for lane in range(5):
        ask(ASKED, lane)
    with pytest.raises(Refused), transaction.atomic():
        raise Refused
    assert ask(PREPARED) == 1
