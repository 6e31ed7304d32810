"""No address of ours sends anybody to another house, whatever it is told."""

from itertools import cycle
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.http.response import HttpResponseBase
from django.test import Client

from tests.abuse.routes import routes
from tijara.faces.cli.commands import demo
from tijara.kit.ids import new_id
from tijara.platform.limits import forget_all

pytestmark = pytest.mark.django_db
FACES = ("storefront", "account", "seller_hub", "back_office", "ui", "inbox")
ELSEWHERE = (
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "/en//evil.example",
    "/%09/evil.example",
    "https:evil.example",
)
OURS = "/favourites?from=here"
TURNS = cycle(ELSEWHERE)
NAMES = ("next", "to", "back", "url", "return", "return_to", "redirect", "continue", "goto", "from")


@pytest.fixture(params=["", "nahhas", "market"])
def browser(request) -> Client:
    """Nobody, a seller's and the operator's person. An error is answered as outside of tests."""
    demo.load_people()
    headers = {"sec-fetch-site": "same-origin"}
    browser = Client(headers=headers, raise_request_exception=False)
    if request.param:
        email = f"{request.param}@demo.tijara.example"
        given = {"email": email, "password": settings.DEMONSTRATION_PASSWORD}
        assert browser.post("/account/sign-in", given).status_code == 303
    return browser


def leads_home(answer: HttpResponseBase) -> bool:
    if "Location" not in answer:
        return True
    place = answer["Location"]
    split = urlsplit(place)
    own = split.netloc in ("", "testserver") and split.scheme in ("", "http")
    return own and not split.path.startswith(("//", "/\\")) and "\\" not in place


def test_no_address_leads_elsewhere(browser):
    """Each is told of one place elsewhere, and of one of ours; who goes to that is told of all."""
    wrong, followed = [], 0
    for route in routes(*FACES):
        if route.name in ("sign_out", "devices_end"):
            continue
        address = route.path.format(**dict.fromkeys(route.parts, new_id()))
        places = [next(TURNS)]
        if any(OURS in answer.get("Location", "") for answer in visits(browser, address, OURS)):
            places, followed = [*ELSEWHERE], followed + 1
        for place in places:
            for answer in visits(browser, address, place):
                if answer.status_code >= 500 or not leads_home(answer):
                    wrong.append((address, place, answer.status_code, answer.get("Location")))
    assert followed or "_auth_user_id" not in browser.session, "who has come in is led on"
    assert not wrong


def visits(browser: Client, address: str, place: str) -> tuple[HttpResponseBase, ...]:
    told = dict.fromkeys(NAMES, place)
    forget_all()
    return (
        browser.get(address, told, headers={"referer": place}),
        browser.post(address, told, headers={"referer": place}),
    )


def test_arriving_leads_home(browser):
    """Where "next" is followed: with the right password."""
    for place in ELSEWHERE:
        visitor = Client(headers={"sec-fetch-site": "same-origin"})
        given = {
            "email": "nahhas@demo.tijara.example",
            "password": settings.DEMONSTRATION_PASSWORD,
            "next": place,
        }
        forget_all()
        answer = visitor.post("/account/sign-in", given)
        assert answer.status_code == 303
        assert leads_home(answer), place
