"""A thread's connection that was lost is opened anew before the next request."""

import pytest
from django.db import connection

from tijara.platform.connections import mend_connections

pytestmark = pytest.mark.django_db(transaction=True)


def answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def end_from_the_servers_side() -> None:
    """By another of the same role's connections; the client has not noticed yet."""
    mine = connection.connection.info.backend_pid
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [mine])
    other.close()


def test_one_that_the_server_ended():
    assert answers()
    end_from_the_servers_side()
    mend_connections()
    assert answers()


def test_one_that_broke_under_the_request_before():
    assert answers()
    end_from_the_servers_side()
    with pytest.raises(Exception, match="terminating|closed|lost"):
        answers()
    assert connection.connection.closed
    mend_connections()
    assert answers()


def test_one_that_was_let_go():
    assert answers()
    connection.connection.close()
    mend_connections()
    assert answers()


def test_a_sound_one_stays():
    assert answers()
    before = connection.connection
    mend_connections()
    assert connection.connection is before
