"""Whoever asks too fast is told when to come again, and nobody else notices."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from tijara.ui.pace import READING, WRITING, PaceMiddleware, network_of

ADDRESS = "192.0.2.7"


@pytest.fixture(autouse=True)
def narrow(settings):
    """A twentieth of what is allowed, so that few requests do."""
    settings.RATE_LIMIT_FACTOR = 0.05


def ask(method: str = "GET", times: int = 1, address: str = ADDRESS, **headers) -> HttpResponse:
    """The last of so many answers."""
    house = PaceMiddleware(lambda request: HttpResponse("hello"))
    answers = [
        house(RequestFactory().generic(method, "/", REMOTE_ADDR=address, headers=headers))
        for _ in range(times)
    ]
    return answers[-1]


def test_a_person_is_served():
    assert ask(times=READING.at_once // 20).status_code == 200


def test_a_robot_is_told_when_to_come_again():
    answer = ask("POST", times=WRITING.at_once // 20 + 1)
    assert answer.status_code == 429
    assert 1 <= int(answer["Retry-After"]) <= 60
    assert "<html" in answer.content.decode()


def test_a_program_is_told_in_json():
    answer = ask("POST", times=9, accept="application/json")
    assert answer.status_code == 429 and answer["Content-Type"] == "application/json"


def test_others_are_served_meanwhile_and_pages_are_still_read():
    assert ask("POST", times=9).status_code == 429
    assert ask("POST", address="192.0.2.8").status_code == 200
    assert ask("GET").status_code == 200


def test_a_household_is_one_network():
    first = network_of("2001:db8:1:2:aaaa:bbbb:cccc:dddd")
    assert first == network_of("2001:db8:1:2::1")
    assert first != network_of("2001:db8:1:3::1")
    assert network_of(ADDRESS) == ADDRESS
