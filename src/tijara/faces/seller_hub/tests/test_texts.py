"""Texts that are ready: kept once, used, dropped; each desk has its own."""

import re

import pytest

from tijara.platform.desks.actions.keep_text import MOST
from tijara.platform.desks.models import Text

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_text_is_kept_once_and_dropped(shop, open_shop):
    told = {"act": "rejection", "text": "النحاس يتغيّر لونه."}
    for _ in range(2):
        assert shop.post("/hub/texts", **told).status_code == 303
    assert Text.objects.count() == 1
    other = open_shop(name_ar="متجر الجار")
    assert told["text"] not in other.read("/hub/texts")
    (removal,) = re.findall(r'action="([^"]+/removal)"', shop.read("/hub/texts"))
    assert other.post(removal).status_code == 404
    assert shop.post(removal).status_code == 303
    assert not Text.objects.exists()


def test_nothing_that_was_written_is_lost(shop):
    told = {"act": "question", "text": "س" * 1001}
    answer = shop.post("/hub/texts", **told)
    assert answer.status_code == 422 and told["text"] in answer.content.decode()
    assert shop.post("/hub/texts", act="decision", text="x").status_code == 200
    for number in range(MOST + 1):
        shop.post("/hub/texts", act="question", text=f"نصّ {number}")
    assert Text.objects.count() == MOST
