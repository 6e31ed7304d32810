"""The demonstration inbox shows every message, and runs none."""

import pytest
from django.test import Client

from tijara.domains.messaging.testing import make_message
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db


def test_letters_are_listed_and_read(client: Client):
    letter = make_message(subject="وصلنا طلبك")
    assert "وصلنا طلبك" in client.get("/inbox/").content.decode()
    shown = client.get(f"/inbox/{letter.id}").content.decode()
    assert f"/inbox/{letter.id}/sheet" in shown
    assert "noura@example.com" in client.get(f"/en/inbox/{letter.id}").content.decode()


def test_it_is_not_there_in_a_real_market(client: Client, settings):
    letter = make_message()
    settings.DEMONSTRATION = False
    for path in ("/inbox/", f"/inbox/{letter.id}", f"/inbox/{letter.id}/sheet"):
        assert client.get(path).status_code == 404


def test_a_sheet_can_run_nothing_and_stands_in_our_own_frame_only(client: Client):
    letter = make_message(html="<html><head></head><script>alert(1)</script></html>")
    answer = client.get(f"/inbox/{letter.id}/sheet")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "sandbox allow-popups" in policy
    assert "allow-scripts" not in policy
    assert "frame-ancestors 'self'" in policy


def test_a_subject_is_shown_as_text(client: Client):
    letter = make_message(subject="<script>1</script>", text="<script>2</script>", html="")
    shown = client.get(f"/inbox/{letter.id}").content.decode()
    assert "<script>1" not in shown and "<script>2" not in shown


def test_an_unknown_letter_is_missing(client: Client):
    make_message(html="")
    assert client.get(f"/inbox/{new_id()}").status_code == 404


def test_an_empty_inbox_says_how_to_fill_it(client: Client):
    assert "لم يُرسل شيء بعد" in client.get("/inbox/").content.decode()
