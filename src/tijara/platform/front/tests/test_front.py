"""The front between an ASGI server and Django."""

import asyncio
import json
import logging
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.core.wsgi import get_wsgi_application

from tijara.platform import beats
from tijara.platform.front import environ
from tijara.platform.front.front import Front
from tijara.platform.front.threads import DjangoOnThreads, Uploads
from tijara.platform.logs import JsonLines
from tijara.platform.postgres.testing import end_connections

LARGEST = 2000
HOST = [(b"host", b"localhost")]


class NoFiles:
    def has(self, path: str) -> bool:
        return False


class Sent:
    """What the real server's `send` gives: something to await, and no coroutine."""

    def __await__(self) -> Iterator[None]:
        return iter(())


@dataclass
class Answer:
    status: int = 0
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""
    parts: int = 0


@pytest.fixture
def front(settings) -> Front:
    settings.ROOT_URLCONF = "tijara.platform.front.tests.echo"
    settings.MIDDLEWARE = []
    django = DjangoOnThreads(
        get_wsgi_application(),
        threads=1,
        most_waiting=5,
        largest_body=LARGEST,
        uploads=Uploads(re.compile("/echo/files"), 2 * LARGEST, 1, "sessionid"),
    )
    yield Front(django, NoFiles())
    django.pool.shutdown()


def ask(
    front: Front, path: str, *, headers=(), chunks=(b"",), client="10.1.2.3", leaves=False
) -> Answer:
    """`leaves`: the visitor is gone after these chunks, with more to come."""
    answer = Answer()
    waiting = [
        {"type": "http.request", "body": chunk, "more_body": leaves or at < len(chunks) - 1}
        for at, chunk in enumerate(chunks)
    ]
    waiting += [{"type": "http.disconnect"}] * leaves

    async def receive() -> dict:
        return waiting.pop(0)

    def send(message: dict) -> Sent:
        if message["type"] == "http.response.start":
            answer.status, answer.headers = message["status"], message["headers"]
        else:
            answer.body += message["body"]
            answer.parts += 1
        return Sent()

    scope = {
        "type": "http",
        "method": "POST" if chunks != (b"",) else "GET",
        "path": path,
        "query_string": b"",
        "headers": list(headers),
        "client": (client, 1),
        "scheme": "http",
    }
    asyncio.run(front(scope, receive, send))
    return answer


def told(answer: Answer) -> dict:
    assert answer.status == 200
    return json.loads(answer.body)


def test_django_receives_path_body_and_headers(front):
    headers = [(b"x-one", b"1"), (b"cookie", b"a=1"), (b"cookie", b"b=2"), *HOST]
    got = told(ask(front, "/echo/قهوة", headers=headers, chunks=(b"x" * 10, b"y" * 20)))
    assert got["path"] == "/echo/قهوة"
    assert got["size"] == 30
    assert got["HTTP_X_ONE"] == "1"
    assert got["HTTP_COOKIE"] == "a=1; b=2"


def test_every_cookie_is_sent_on(front):
    answer = ask(front, "/echo/a", headers=HOST)
    assert [name for name, value in answer.headers].count(b"set-cookie") == 2


def test_the_length_is_what_came_and_not_what_was_announced(front):
    headers = [(b"content-length", b"999999"), *HOST]
    assert told(ask(front, "/echo/a", headers=headers, chunks=(b"abc",)))["CONTENT_LENGTH"] == "3"


def test_a_body_over_the_limit_is_refused(front):
    assert ask(front, "/echo/a", chunks=(b"x" * (LARGEST + 1),)).status == 413
    assert ask(front, "/echo/a", chunks=(b"x" * 1500, b"x" * 1500, b"x")).status == 413


def test_half_a_request_never_takes_effect(front, monkeypatch):
    reached = []
    monkeypatch.setattr(front.django, "_respond", lambda *given: reached.append(given))
    assert ask(front, "/echo/a", headers=HOST, chunks=(b"quantity=1",), leaves=True).status == 0
    assert not reached


def test_who_asks_is_who_holds_the_connection(front):
    headers = [(b"x-forwarded-for", b"1.1.1.1"), (b"x-forwarded-proto", b"https")]
    got = told(ask(front, "/echo/a", headers=[*headers, *HOST]))
    assert got["REMOTE_ADDR"] == "10.1.2.3"
    assert got["scheme"] == "http"
    assert got["HTTP_X_FORWARDED_FOR"] is None


def test_the_one_trusted_proxy_is_believed(front, monkeypatch):
    monkeypatch.setattr(environ, "TRUSTED_PROXY", "10.1.2.3")
    headers = [(b"x-forwarded-for", b"6.6.6.6, 1.1.1.1"), (b"x-forwarded-proto", b"https")]
    got = told(ask(front, "/echo/a", headers=[*headers, *HOST]))
    assert got["REMOTE_ADDR"] == "1.1.1.1"
    assert got["scheme"] == "https"
    other = told(ask(front, "/echo/a", headers=[*headers, *HOST], client="9.9.9.9"))
    assert other["REMOTE_ADDR"] == "9.9.9.9"


def test_an_underscore_does_not_pass_for_a_dash(front):
    headers = [(b"x_one", b"forged"), *HOST]
    assert told(ask(front, "/echo/a", headers=headers))["HTTP_X_ONE"] is None


def test_a_stream_is_sent_in_parts(front):
    answer = ask(front, "/stream", headers=HOST)
    assert (answer.status, answer.body) == (200, b"abc")
    assert answer.parts == 4


def test_too_many_who_wait_are_told_to_come_back(front):
    front.django.waiting = front.django.most_waiting
    answer = ask(front, "/echo/a")
    assert answer.status == 503
    assert (b"retry-after", b"2") in answer.headers
    assert ask(front, "/health/live").status == 200


class Words:
    """A person's page, where somebody would read it."""

    def page(self, scope: dict, status: int):
        if (b"accept", b"text/html") not in scope["headers"]:
            return None
        return [(b"content-type", b"text/html")], b"<h1>%d</h1>" % status


@pytest.mark.parametrize(
    ("accept", "body"), [(b"text/html", b"<h1>503</h1>"), (b"application/json", b"busy")]
)
def test_a_person_reads_a_page_where_a_program_gets_a_word(front, accept, body):
    front.failures = Words()
    front.django.waiting = front.django.most_waiting
    answer = ask(front, "/echo/a", headers=[(b"accept", accept)])
    assert (answer.status, answer.body) == (503, body)
    assert (b"retry-after", b"2") in answer.headers
    assert (b"cache-control", b"no-store") in answer.headers


def test_a_body_beyond_all_bounds_gets_its_page_too(front):
    front.failures = Words()
    chunks = (b"x" * LARGEST, b"x")
    answer = ask(front, "/echo/a", headers=[(b"accept", b"text/html"), *HOST], chunks=chunks)
    assert (answer.status, answer.body) == (413, b"<h1>413</h1>")


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_the_server_closed_is_opened_anew(front):
    before = told(ask(front, "/database", headers=HOST))
    end_connections()
    after = told(ask(front, "/database", headers=HOST))
    assert after != before


@pytest.mark.django_db
def test_a_machine_that_is_about_to_end_answers_and_wants_nobody_new(front, tmp_path, monkeypatch):
    monkeypatch.setenv("TIJARA_DATA", str(tmp_path))
    assert ask(front, "/health/ready").body == b"ready"
    beats.say_leaving()
    told = ask(front, "/health/ready")
    assert (told.status, told.body) == (503, b"leaving")
    assert ask(front, "/health/live").status == 200
    beats.take_back_leaving()
    assert ask(front, "/health/ready").status == 200


def test_it_leaves_a_mark_while_it_goes_round(front, tmp_path, monkeypatch):
    monkeypatch.setenv("TIJARA_DATA", str(tmp_path))
    asyncio.run(_lives_and_is_cut_off(front))
    assert beats.beating() == []


async def _lives_and_is_cut_off(front: Front) -> None:
    has_begun, told = asyncio.Event(), [{"type": "lifespan.startup"}]

    async def receive() -> dict:
        return told.pop() if told else await asyncio.Future()

    async def send(message: dict) -> None:
        has_begun.set()
        await asyncio.sleep(0)

    life = asyncio.ensure_future(front({"type": "lifespan"}, receive, send))
    await has_begun.wait()
    assert beats.beating() == [os.getpid()]
    life.cancel()
    with pytest.raises(asyncio.CancelledError):
        await life


@pytest.mark.django_db(transaction=True)
def test_health_tells_of_the_database(front):
    assert ask(front, "/health/live").body == b"live"
    assert ask(front, "/health/ready").body == b"ready"


@pytest.mark.django_db(transaction=True)
def test_a_database_that_came_back_is_well_again(front):
    assert ask(front, "/health/ready").status == 200
    end_connections()
    told = [ask(front, "/health/ready").status for _ in range(2)]
    assert told == [503, 200]


def test_a_failure_is_logged_without_what_it_said(front, caplog):
    with caplog.at_level(logging.ERROR, logger="django.request"):
        assert ask(front, "/failing", headers=[*HOST, (b"x-one", b"0555123456")]).status == 500
    line = JsonLines().format(caplog.records[-1])
    assert "0555123456" not in line
    assert json.loads(line)["error"]["type"] == "builtins.ValueError"
    assert json.loads(line)["route"] == "failing"


def test_a_file_is_sent_by_the_front_in_pieces(front, tmp_path):
    place = tmp_path / "book"
    place.write_bytes(bytes(range(256)) * 2000)
    answer = ask(front, "/file", headers=[*HOST, (b"x-one", str(place).encode())])
    assert answer.body == place.read_bytes()[2:300_002]
    assert (b"content-length", b"300000") in answer.headers
    assert answer.parts > 2


@pytest.mark.parametrize(
    ("path", "cookie", "status"),
    [
        ("/echo/files", b"one=1; sessionid=x", 200),
        ("/echo/files", b"one=1", 413),
        ("/echo/other", b"sessionid=x", 413),
    ],
)
def test_only_people_with_a_session_bring_large_files_and_only_there(front, path, cookie, status):
    chunks = [b"x" * LARGEST, b"y" * 500]
    answer = ask(front, path, headers=[*HOST, (b"cookie", cookie)], chunks=chunks)
    assert answer.status == status
