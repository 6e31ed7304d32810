"""Pages that all share: drawn once, for nobody in particular, and sent to each as his own."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from tijara.platform.front.asked import hosts_of, tidy_query
from tijara.platform.front.environ import environ_of
from tijara.platform.front.front import Front
from tijara.platform.front.shared_pages import SharedPages
from tijara.platform.front.threads import Drawn

HTML = (b"content-type", b"text/html")


class Names:
    """A dress whose gap is the visitor's name."""

    gap = re.compile(rb"<<(\w+)>>")
    refuses = False

    def is_apart(self, cookies, path):
        return cookies.get("apart") in ("everywhere", path)

    def reader(self, place, cookies):
        return cookies.get("name", "")

    def pieces(self, place, reader):
        return {"name": reader.encode()}

    def may_ask(self, address):
        return not self.refuses


class NoFiles:
    def has(self, path: str) -> bool:
        return False


@dataclass
class Django:
    """Stands where Django on its threads does, and says what it was asked."""

    body: bytes = b"hello <<name>>"
    status: int = 200
    shows: frozenset[str] | None = frozenset({"one"})
    headers: tuple = (HTML,)
    asked: list[dict] = field(default_factory=list)
    own: list[dict] = field(default_factory=list)
    waits: Callable[[], Awaitable] | None = None
    is_busy: bool = False

    def is_full(self) -> bool:
        return self.is_busy

    async def draw(self, scope: dict) -> Drawn:
        self.asked.append(environ_of(scope, None))
        told = Drawn(self.status, list(self.headers), self.body, self.shows, None)
        if self.waits:
            await self.waits()
        return told

    async def answer(self, scope, receive, send) -> None:
        self.own.append(scope)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"his own"})


@pytest.fixture
def django() -> Django:
    return Django()


@pytest.fixture
def front(django) -> Front:
    shared = SharedPages(
        django, re.compile("/p/.*"), Names(), hosts=frozenset((b"here", b"there")),
        most_bytes=10**6, forget=lambda tags: None,
    )  # fmt: skip
    shared._begin()
    return Front(django, NoFiles(), shared)


@dataclass
class Answer:
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


async def get(
    front: Front, path: str = "/p/a", method: str = "GET", query=b"", **headers
) -> Answer:
    answer = Answer()

    async def send(message: dict) -> None:
        if message["type"] == "http.response.start":
            told = {name.decode(): value.decode() for name, value in message["headers"]}
            answer.status, answer.headers = message["status"], told
        else:
            answer.body += message["body"]

    async def receive() -> dict:
        return {"type": "http.request", "body": b""}

    named = {"host": "here", **headers}
    scope = {
        "type": "http", "method": method, "path": path, "query_string": query, "scheme": "http",
        "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in named.items()],
        "client": ("10.1.2.3", 1),
    }  # fmt: skip
    await front(scope, receive, send)
    return answer


def test_django_is_told_nothing_of_the_visitor(front, django):
    async def visit():
        return await get(front, cookie="name=Noura; sessionid=x", user_agent="y", referer="z")

    answer = asyncio.run(visit())
    assert answer.body == b"hello Noura"
    assert {name for name in django.asked[0] if name.startswith("HTTP_")} == {"HTTP_HOST"}
    assert django.asked[0]["HTTP_HOST"] == "here"


def test_each_reader_gets_his_own_from_one_drawing(front, django):
    async def visits():
        return [await get(front, cookie=f"name={name}") for name in ("Noura", "Salem", "Noura")]

    assert [one.body for one in asyncio.run(visits())] == [
        b"hello Noura", b"hello Salem", b"hello Noura",
    ]  # fmt: skip
    assert len(django.asked) == 1


def test_a_hundred_who_come_at_once_have_it_drawn_once(front, django):
    async def visits():
        gate = asyncio.Event()
        django.waits = gate.wait
        coming = [asyncio.create_task(get(front)) for _ in range(100)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        gate.set()
        return await asyncio.gather(*coming)

    assert {one.body for one in asyncio.run(visits())} == {b"hello "}
    assert len(django.asked) == 1


def test_who_leaves_does_not_take_the_page_from_the_others(front, django):
    async def visits():
        gate = asyncio.Event()
        django.waits = gate.wait
        first, second = (asyncio.create_task(get(front)) for _ in range(2))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        first.cancel()
        gate.set()
        return await second

    assert asyncio.run(visits()).body == b"hello "


def test_what_changes_while_it_is_drawn_is_drawn_again(front, django, monkeypatch):
    monkeypatch.setattr("tijara.platform.front.kept.GRACE", -1.0)

    async def visits():
        async def change():
            django.waits = None
            front.shared.kept.change(["one"])

        django.waits = change
        first = await get(front)
        django.body = b"new"
        return first, await get(front)

    first, second = asyncio.run(visits())
    assert (first.body, second.body) == (b"hello ", b"new")


def test_only_a_page_that_says_what_it_shows_is_kept(front, django):
    django.shows = None

    async def visits():
        return [await get(front) for _ in range(2)]

    assert [one.body for one in asyncio.run(visits())] == [b"his own"] * 2
    assert len(front.shared.kept.plain) == 0


@pytest.mark.parametrize("status", [303, 404, 429, 500])
def test_a_failure_or_a_redirect_is_for_this_one_visitor(front, django, status):
    django.status, django.shows = status, None

    async def visits():
        return [await get(front, cookie="name=Noura") for _ in range(2)]

    answers = asyncio.run(visits())
    assert {one.status for one in answers} == {status}
    assert {one.body for one in answers} == {b"hello Noura"}
    assert len(django.asked) == 2 and len(front.shared.kept.plain) == 0


def test_what_sets_a_cookie_is_never_kept(front, django):
    django.headers = (HTML, (b"set-cookie", b"a=1"))

    async def visits():
        return [await get(front) for _ in range(2)]

    assert {one.body for one in asyncio.run(visits())} == {b"his own"}
    assert len(front.shared.kept.plain) == 0


@pytest.mark.parametrize(
    "given",
    [
        {"method": "POST"},
        {"path": "/cart"},
        {"cookie": "apart=everywhere"},
        {"cookie": "apart=/p/a"},
        {"accept": "application/json"},
        {"authorization": "x"},
        {"query": b"x" * 2000},
    ],
)
def test_what_depends_on_more_than_the_address_goes_to_django(front, django, given):
    assert asyncio.run(get(front, **given)).body == b"his own"
    assert not django.asked


def test_whoever_asks_too_fast_is_left_to_django_to_refuse(front, django):
    async def visits():
        first = await get(front)
        front.shared.dress.refuses = True
        return first, await get(front)

    assert [one.body for one in asyncio.run(visits())] == [b"hello ", b"his own"]


def test_while_nothing_is_heard_nothing_is_kept(front, django):
    async def visits():
        await get(front)
        front.shared._end()
        return await get(front)

    assert asyncio.run(visits()).body == b"his own"


def test_another_host_or_scheme_is_another_page(front, django, monkeypatch):
    monkeypatch.setattr("tijara.platform.front.environ.TRUSTED_PROXY", "10.1.2.3")

    async def visits():
        await get(front)
        await get(front, host="there")
        await get(front, x_forwarded_proto="https", x_forwarded_for="1.1.1.1")
        await get(front, save_data="on")

    asyncio.run(visits())
    assert [one["wsgi.url_scheme"] for one in django.asked] == ["http", "http", "https", "http"]
    assert django.asked[2]["REMOTE_ADDR"] == "1.1.1.1"
    assert django.asked[3]["HTTP_SAVE_DATA"] == "on"


def test_one_host_in_many_spellings_is_one_page(front, django):
    async def visits():
        return [await get(front, host=host) for host in ("here", "HERE", "here.", "Here.")]

    assert {one.body for one in asyncio.run(visits())} == {b"hello "}
    assert [one["HTTP_HOST"] for one in django.asked] == ["here"]


@pytest.mark.parametrize("host", ["here:8", "here.:8", "here..", "elsewhere", "", "here; there"])
def test_a_host_that_we_are_not_asked_as_is_left_to_django(front, django, host):
    assert asyncio.run(get(front, host=host)).body == b"his own"
    assert not django.asked


def test_we_are_asked_as_in_the_public_address_and_by_allowed_names():
    allowed = ["localhost", "[::1]", ".souq.example", "*", ""]
    assert hosts_of("https://Souq.example", allowed, 8000) == {
        b"souq.example", b"localhost", b"localhost:8000", b"[::1]", b"[::1]:8000",
    }  # fmt: skip


def test_an_old_page_is_shown_while_it_is_drawn_anew(front, django, monkeypatch):
    monkeypatch.setattr("tijara.platform.front.kept.FRESH", -1.0)

    async def visits():
        await get(front)
        django.body = b"new"
        second = await get(front)
        await asyncio.gather(*front.shared.drawing.values())
        return second, await get(front)

    second, third = asyncio.run(visits())
    assert (second.body, third.body) == (b"hello ", b"new")


def test_queries_are_tidied():
    assert tidy_query(b"utm_source=a&q=b&a=2&a=1&gclid=3&&fbclid") == b"a=2&a=1&q=b"
    assert tidy_query(b"gclidx=1&variant=2") == b"gclidx=1&variant=2"
