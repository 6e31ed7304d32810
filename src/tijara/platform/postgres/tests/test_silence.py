"""Who waits for a server that is no longer there finds out; who waits for a long answer waits."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import psycopg
import pytest
from django.db import connection

from tijara.platform.postgres import silence

pytestmark = pytest.mark.django_db
SESSIONS = "SELECT count(*) FROM pg_stat_activity WHERE pid = %s"


class Middleman:
    """Between a client and the server: it can let the server go and say nothing of it."""

    def __init__(self, server: tuple[str, int]) -> None:
        self.server = server
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.pairs: list[tuple[socket.socket, socket.socket]] = []
        self.unheard: set[socket.socket] = set()
        threading.Thread(target=self._take, daemon=True).start()

    def let_servers_go(self) -> None:
        for _, upstream in self.pairs:
            upstream.shutdown(socket.SHUT_RDWR)

    def lose_answers(self) -> None:
        """Of the connections that there are; whoever comes later hears the server."""
        self.unheard |= {upstream for _, upstream in self.pairs}

    def end(self) -> None:
        for one in [self.listening, *(end for pair in self.pairs for end in pair)]:
            one.close()

    def _take(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self.listening.accept()
                upstream = self._to_server()
                self.pairs.append((client, upstream))
                for ways in ((client, upstream), (upstream, client)):
                    threading.Thread(target=self._carry, args=ways, daemon=True).start()

    def _to_server(self) -> socket.socket:
        host, port = self.server
        if not host.startswith("/"):
            return socket.create_connection((host, port))
        upstream = socket.socket(socket.AF_UNIX)
        upstream.connect(f"{host}/.s.PGSQL.{port}")
        return upstream

    def _carry(self, source: socket.socket, to: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(65536):
                if source not in self.unheard:
                    to.sendall(piece)


@pytest.fixture
def middleman(monkeypatch) -> Iterator[Middleman]:
    monkeypatch.setattr(silence, "SILENCE", 0.3)
    given = connection.settings_dict
    made = Middleman((given["HOST"], int(given["PORT"] or 5432)))
    yield made
    made.end()


@pytest.fixture
def place(middleman) -> str:
    given = connection.settings_dict
    return psycopg.conninfo.make_conninfo(
        host="127.0.0.1",
        port=middleman.port,
        dbname=given["NAME"],
        user=given["USER"],
        password=given["PASSWORD"],
    )


def asking(place: str) -> silence.AskingConnection:
    made = silence.AskingConnection.connect(place, autocommit=True)
    made.learn_pid()
    return made


def test_a_server_that_is_gone_is_found_out(middleman, place):
    waiting = asking(place)
    middleman.let_servers_go()
    with pytest.raises(silence.SilentServer):
        waiting.execute("SELECT 1")
    assert waiting.closed


def test_an_answer_that_was_lost_within_a_transaction_is_found_out(middleman, place):
    """The server waits for the client then, and the client for the server."""
    waiting = asking(place)
    waiting.execute("BEGIN")
    middleman.lose_answers()
    with pytest.raises(silence.SilentServer):
        waiting.execute("SELECT 1")


def test_a_statement_that_takes_long_is_waited_for(place):
    with asking(place) as waiting:
        assert waiting.execute("SELECT 7 FROM pg_sleep(1.2)").fetchone() == (7,)


def test_nobody_is_asked_where_nobody_answers(middleman, place):
    waiting = asking(place)
    middleman.let_servers_go()
    middleman.listening.shutdown(socket.SHUT_RDWR)
    with pytest.raises(silence.SilentServer):
        waiting.execute("SELECT 1")


def test_short_questions_are_given_up_without_asking(middleman, place):
    with silence.BoundedConnection.connect(place, autocommit=True) as waiting:
        assert not list(waiting.notifies(timeout=0.5))
        with pytest.raises(silence.SilentServer):
            waiting.execute("SELECT pg_sleep(5)")


def test_coroutines_give_up_as_well(place):
    async def ask() -> None:
        async with await silence.BoundedAsyncConnection.connect(place) as waiting:
            await waiting.execute("SELECT pg_sleep(5)")

    with pytest.raises(silence.SilentServer):
        asyncio.run(ask())


def test_what_django_asks_is_asked_so():
    with connection.cursor() as cursor:
        cursor.execute(SESSIONS, [connection.connection.server_pid])
        assert cursor.fetchone() == (1,)
    assert isinstance(connection.connection, silence.AskingConnection)
