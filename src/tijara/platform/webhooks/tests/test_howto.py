"""What docs/howto/receive-webhooks.md tells receivers to write knows our messages from others."""

import re
import runpy
import textwrap
import time

import pytest

from tijara.kit.ids import new_id
from tijara.platform import places
from tijara.platform.webhooks.rules import message_id, new_secret, signatures

PAPER = places.checkout() / "docs" / "howto" / "receive-webhooks.md"
BODY = b'{"type":"orders.order_placed.v1"}'


@pytest.fixture
def is_ours(tmp_path):
    code = re.search(r"(    import base64.*?)\n\n- ", PAPER.read_text(), re.S)[1]
    (tmp_path / "receiver.py").write_text(textwrap.dedent(code))
    return runpy.run_path(str(tmp_path / "receiver.py"))["is_ours"]


def headers(secret: str, stamp: int) -> dict[str, str]:
    id = message_id(new_id())
    mark = signatures([secret], id, stamp, BODY)
    return {"webhook-id": id, "webhook-timestamp": str(stamp), "webhook-signature": mark}


def test_a_message_is_known_and_a_changed_old_or_foreign_one_is_not(is_ours):
    secret, now = new_secret(), int(time.time())
    sent = headers(secret, now)
    assert is_ours(sent, BODY, secret)
    assert not is_ours(sent, BODY + b" ", secret)
    assert not is_ours(sent, BODY, new_secret())
    assert not is_ours(headers(secret, now - 3600), BODY, secret)
