"""Write down what was posted to a gateway's hook, whatever it is."""

import hashlib
from collections.abc import Mapping

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import gateway_called
from ..rules import LARGEST_NOTICE
from ..shapes import BadNotice, NoticeState

KEEP = """
    INSERT INTO payments_notice (id, gateway, digest, body, kind, gateway_id, state, note, times,
                                 received_at, last_at, tries)
    VALUES (%(id)s, %(gateway)s, %(digest)s, %(body)s, %(kind)s, %(gateway_id)s, %(state)s,
            %(note)s, 1, %(now)s, %(now)s, 0)
    ON CONFLICT (gateway, digest) DO UPDATE
        SET times = payments_notice.times + 1, last_at = excluded.last_at
"""


@action(power=Power.SYSTEM)
def keep_notice(
    *, actor: Actor, gateway: str, body: bytes, headers: Mapping[str, str]
) -> NoticeState:
    """The same bytes again are counted. Nothing is done here: a job looks into what is waiting."""
    kept = body[:LARGEST_NOTICE]
    read = gateway_called(gateway).read_notice(kept, headers)
    kind = gateway_id = note = ""
    if isinstance(read, BadNotice):
        state = NoticeState.FORGED if read.is_forged else NoticeState.UNREADABLE
        note = read.why
    else:
        state, kind, gateway_id = NoticeState.WAITING, read.kind, read.gateway_id
    given = {
        "id": new_id(),
        "gateway": gateway,
        "digest": hashlib.sha256(kept).hexdigest(),
        "body": kept.decode("utf-8", "replace").replace("\0", "\ufffd"),
        "kind": kind[:60],
        "gateway_id": gateway_id[:80],
        "state": state,
        "note": note[:200],
        "now": now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(KEEP, given)
    return state
