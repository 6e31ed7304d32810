"""A busy desk: the page keeps what was said, says when, and sends it again with the same key."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import Client
from django.urls import path

from tijara.platform.merging.desk import DeskBusy
from tijara.ui import problems


def order(request: HttpRequest):
    raise DeskBusy(seconds=7)


urlpatterns = [path("order", order)]
handler404 = problems.not_found
pytestmark = pytest.mark.urls(__name__)
OWN = Client(headers={"Sec-Fetch-Site": "same-origin"})
SAID = {"checkout": "0192", "street": 'شارع "المروج" <b>', "services": ["a", "b"]}


def test_it_is_sent_again_as_it_was():
    page = OWN.post("/order?from=cart", SAID)
    told = page.content.decode()
    assert (page.status_code, page["Retry-After"]) == (503, "7")
    assert page["Cache-Control"] == "no-store"
    assert 'action="/order?from=cart" data-again="7"' in told
    assert '<input type="hidden" name="checkout" value="0192">' in told
    assert "شارع &quot;المروج&quot; &lt;b&gt;" in told
    assert told.count('name="services"') == 2
    assert "7 ثوانٍ" in told


def test_each_time_in_a_row_it_waits_longer_up_to_half_a_minute():
    waits = [
        int(OWN.post("/order", {"busy-tries": tries})["Retry-After"])
        for tries in ("0", "3", "4", "9", "999", "-1", "x")
    ]
    assert waits == [7, 16, 30, 30, 30, 7, 7]
    page = OWN.post("/order", SAID | {"busy-tries": "3"}).content.decode()
    assert page.count('name="busy-tries"') == 1 and 'name="busy-tries" value="4"' in page


def test_a_form_with_files_is_sent_again_by_hand():
    told = OWN.post("/order", {"paper": SimpleUploadedFile("a.pdf", b"x"), "a": "1"})
    assert b"data-again" not in told.content and told.status_code == 503


def test_a_program_is_told_in_its_own_way():
    answer = OWN.post("/order", SAID, headers={"Accept": "application/json"})
    told = json.loads(answer.content)
    assert (answer.status_code, told["code"], told["retry_after"]) == (503, "merging.busy", 7)
    assert answer["Retry-After"] == "7"
