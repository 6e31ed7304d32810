"""With a real server and one that follows it."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace

import pytest
from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections, transaction
from django.http import HttpRequest, HttpResponse

from tijara.kit import recent
from tijara.platform.breaker import Breaker
from tijara.platform.connections import mend_connections
from tijara.platform.postgres import replica, roles
from tijara.platform.postgres.cluster import Cluster
from tijara.platform.postgres.secrets import ADMINISTRATOR, secret_of

from .test_cluster import short_place, trial

WHERE = "SELECT pg_is_in_recovery(), (SELECT max(number) FROM sale)"
SOLD = "INSERT INTO sale VALUES (%s)"


@pytest.fixture(scope="module")
def first() -> Iterator[Cluster]:
    with trial("first") as made:
        made.make()
        made.start()
        with (made.files / "pg_hba.conf").open("a") as rules:
            rules.write("local replication all scram-sha-256\n")
        with roles.connect(made, ADMINISTRATOR, "postgres") as connection:
            connection.execute("CREATE TABLE sale (number int)")
            connection.execute("SELECT pg_reload_conf()")
        yield made


@pytest.fixture(scope="module")
def follower(first) -> Iterator[Cluster]:
    """A copy that goes on following."""
    with trial("follower") as made:
        made = replace(made, listening=replace(made.listening, socket_folder=str(short_place())))
        made.secrets = first.secrets
        made.home.mkdir(parents=True)
        made._own_folder(made.home)
        here = first.listening
        place = f"host={here.socket_folder} port={here.port} user={ADMINISTRATOR}"
        copying = [first.programs() / "pg_basebackup", "-D", made.files, "-R", "-c", "fast"]
        around = first._surroundings()
        around["env"] = around["env"] | {"PGPASSWORD": secret_of(ADMINISTRATOR, first.secrets)}
        subprocess.run([*copying, "-d", place], check=True, capture_output=True, **around)
        made.start()
        yield made
        made.end_predecessor()


def _settings(cluster: Cluster) -> dict:
    return connections.settings[DEFAULT_DB_ALIAS] | {
        "NAME": "postgres",
        "USER": ADMINISTRATOR,
        "PASSWORD": secret_of(ADMINISTRATOR, cluster.secrets),
        "HOST": cluster.listening.socket_folder,
        "PORT": str(cluster.listening.port),
    }


@pytest.fixture
def pair(first, follower, monkeypatch, django_db_blocker) -> Iterator[None]:
    """This thread's database is the first, and the follower its replica."""
    monkeypatch.setattr(replica, "_breaker", Breaker(silences=1, rest_seconds=0.0))
    monkeypatch.setattr(replica, "PATIENCE", 30.0)
    main = connections[DEFAULT_DB_ALIAS]
    known = {DEFAULT_DB_ALIAS: _settings(first), replica.REPLICA: _settings(follower)}
    with django_db_blocker.unblock(), monkeypatch.context() as patched:
        for alias, given in known.items():
            patched.setitem(connections.settings, alias, given)
            connections[alias] = connections.create_connection(alias)
        yield
        recent.load_within(nullcontext)
        for alias in known:
            connections[alias].close()
        del connections[replica.REPLICA]
        connections[DEFAULT_DB_ALIAS] = main


def _asked(statement: str = WHERE, *given: object) -> tuple:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return cursor.fetchone() if cursor.description else ()


def test_a_replica_is_never_older_than_the_question(pair):
    for number in range(30):
        _asked(SOLD, number)
        with replica.reading_replica() as reading:
            assert reading and _asked() == (True, number)
        assert _asked() == (False, number)
    assert replica.bytes_behind() == 0


def test_one_that_is_late_is_not_waited_for(pair, follower, monkeypatch):
    with roles.connect(follower, ADMINISTRATOR, "postgres") as there:
        there.execute("SELECT pg_wal_replay_pause()")
        _asked(SOLD, 1000)
        monkeypatch.setattr(replica, "_breaker", Breaker(silences=1, rest_seconds=60.0))
        monkeypatch.setattr(replica, "PATIENCE", 0.1)
        with replica.reading_replica() as reading:
            assert reading is None and _asked() == (False, 1000)
        assert not replica._breaker.may_ask() and replica.bytes_behind()
        there.execute("SELECT pg_wal_replay_resume()")
    monkeypatch.setattr(replica, "_breaker", Breaker(silences=1, rest_seconds=0.0))
    monkeypatch.setattr(replica, "PATIENCE", 30.0)
    with replica.reading_replica() as reading:
        assert reading and _asked() == (True, 1000)


@pytest.fixture
def page(settings):
    """What `/hub/` answers: where it was read, or what it wrote."""
    settings.REPLICA_PAGES = r"/hub/"
    statements: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        try:
            return HttpResponse(str(_asked(statements[0] if statements else WHERE)))
        except Exception:  # as Django's own handler does
            return HttpResponse(status=500)

    def ask(path: str, method: str = "GET", statement: str = "") -> HttpResponse:
        statements[:] = [statement] if statement else []
        request = HttpRequest()
        request.method, request.path_info = method, path
        return replica.ReplicaMiddleware(view)(request)

    return ask


def test_only_pages_that_look_are_read_there(pair, page):
    assert b"True" in page("/hub/orders").content
    assert b"False" in page("/hub/orders", "POST").content
    assert b"False" in page("/checkout").content


def test_what_it_refuses_is_drawn_where_all_else_is(pair, page):
    answer = page("/hub/orders", statement="INSERT INTO sale VALUES (2000) RETURNING number")
    assert (answer.status_code, answer.content) == (200, b"(2000,)")
    assert _asked() == (False, 2000)
    assert b"True" in page("/hub/orders").content


def test_within_a_change_nobody_reads_elsewhere(pair):
    with transaction.atomic(), replica.reading_replica() as reading:
        assert reading is None and _asked()[0] is False


def test_what_takes_too_long_is_not_asked_twice(pair, page):
    slow = "SELECT set_config('statement_timeout', '50', false), pg_sleep(0)"
    assert page("/hub/orders", statement=slow).status_code == 200
    assert page("/hub/orders", statement="SELECT pg_sleep(5)").status_code == 500
    with replica.reading_replica() as reading:
        assert reading and _asked()[0]
        with pytest.raises(OperationalError):
            _asked("SELECT pg_sleep(5)")
        assert not reading.has_failed


def test_what_a_process_keeps_is_asked_of_the_database(pair, page):
    kept = recent.Recent(_asked, seconds=60.0)
    assert replica.has_replica() and page("/hub/orders").status_code == 200
    with replica.reading_replica() as reading:
        assert reading and _asked()[0] is True
        assert kept.get()[0] is False
        assert _asked()[0] is True


@contextmanager
def standing_still(cluster: Cluster) -> Iterator[None]:
    server = cluster.running()
    assert server
    processes = [server, *server.children(recursive=True)]
    for process in processes:
        process.suspend()
    try:
        yield
    finally:
        for process in processes:
            process.resume()


def test_one_that_says_nothing_costs_one_page_some_seconds(pair, page, follower, monkeypatch):
    assert b"True" in page("/hub/orders").content
    monkeypatch.setattr(connections[replica.REPLICA].connection, "silence", 0.5)
    monkeypatch.setattr(replica, "_breaker", Breaker(silences=1, rest_seconds=60.0))
    with standing_still(follower):
        assert b"False" in page("/hub/orders").content
        began = time.monotonic()
        assert b"False" in page("/hub/orders").content
        assert time.monotonic() - began < 0.5
        assert not replica._breaker.may_ask()
    monkeypatch.setattr(replica, "_breaker", Breaker(silences=1, rest_seconds=0.0))
    assert b"True" in page("/hub/orders").content


def test_one_that_dies_is_missed_by_nobody(pair, page, follower):
    assert b"True" in page("/hub/orders").content
    follower.end_predecessor()
    mend_connections()
    assert b"False" in page("/hub/orders").content
    assert replica.bytes_behind() is None
    follower.start()
    connections[replica.REPLICA].close()
    assert b"True" in page("/hub/orders").content
