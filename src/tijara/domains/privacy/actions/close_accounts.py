"""Close the accounts whose days of thought are over: each is claimed, then closed for good."""

import logging

from django.db import connection

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules import LEASE
from .close_account import close_account

log = logging.getLogger(__name__)

AT_ONCE = 20
CLAIM = """
    UPDATE privacy_closing SET retry_at = %(until)s
    WHERE person_id IN (
        SELECT person_id FROM privacy_closing
        WHERE closed_at IS NULL AND due_at <= %(now)s
          AND (retry_at IS NULL OR retry_at <= %(now)s)
        ORDER BY due_at LIMIT %(most)s FOR UPDATE SKIP LOCKED)
    RETURNING person_id
"""


@action(power=Power.SYSTEM, atomic=False)
def close_accounts(*, actor: Actor) -> int:
    """How many were looked at. One that fails, or that something stands in the way of by now (money
    came back to its wallet), is looked at again; the others go on."""
    with connection.cursor() as cursor:
        given = {"now": now(), "until": now() + LEASE, "most": AT_ONCE}
        cursor.execute(CLAIM, given)
        people = [person_id for (person_id,) in cursor.fetchall()]
    for person_id in people:
        try:
            close_account(actor=SYSTEM, person_id=person_id)
        except Exception:
            log.exception("an account was not closed")
    return len(people)
