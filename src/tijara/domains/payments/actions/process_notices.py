"""Look into waiting notices: fetch the payment that each points to, and move it by the truth."""

import logging
from uuid import UUID

from django.db import connection

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Attempt, Notice
from ..queries import gateway_called
from ..rules import LEASE, NOTICE_TRIES, pause_after, read_reference
from ..shapes import GatewaySilent
from ..states import NOTICE
from .settle_attempt import settle_attempt

BATCH = 8
"""At the gateway's longest patience these take as long as their lease."""
CLAIM = """
    UPDATE payments_notice AS notice SET tries = notice.tries + 1, retry_at = %(lease_ends)s
    FROM (SELECT id FROM payments_notice
          WHERE state = 'waiting' AND (retry_at IS NULL OR retry_at <= %(now)s)
          ORDER BY received_at LIMIT %(batch)s FOR UPDATE SKIP LOCKED) AS mine
    WHERE notice.id = mine.id
    RETURNING notice.id, notice.gateway, notice.gateway_id, notice.tries
"""
log = logging.getLogger(__name__)


@action(power=Power.SYSTEM, atomic=False)
def process_notices(*, actor: Actor, limit: int = BATCH) -> int:
    """How many were looked into. Claimed before, so that no transaction is open meanwhile."""
    moment = now()
    with connection.cursor() as cursor:
        given = {"now": moment, "lease_ends": moment + LEASE, "batch": limit}
        cursor.execute(CLAIM, given)
        claimed = cursor.fetchall()
    for notice_id, gateway, gateway_id, tries in claimed:
        try:
            _process(actor, notice_id, gateway, gateway_id, tries)
        except Exception:
            log.exception("notice %s can't be looked into", notice_id)
            _put_off(notice_id, tries, "an error of ours: see the log")
    return len(claimed)


def _process(actor: Actor, notice_id: UUID, gateway: str, gateway_id: str, tries: int) -> None:
    told = gateway_called(gateway).fetch(gateway_id)
    if isinstance(told, GatewaySilent):
        if told.is_final:
            _end(notice_id, "know_nothing", told.why)
        else:
            _put_off(notice_id, tries, told.why)
        return
    key = read_reference(told.reference)
    charge_id = key and _charge_of(*key)
    if key is None or charge_id is None:
        _end(notice_id, "know_nothing", "the payment is not one of ours")
        return
    buyer_id, attempt_id = key
    settle_attempt(actor=actor, buyer_id=buyer_id, attempt_id=attempt_id, told=told)
    row = Notice.objects.filter(id=notice_id)
    row.update(buyer_id=buyer_id, charge_id=charge_id)
    _end(notice_id, "finish", "")


def _charge_of(buyer_id: UUID, attempt_id: UUID) -> UUID | None:
    rows = Attempt.objects.filter(buyer_id=buyer_id, id=attempt_id)
    return rows.values_list("charge_id", flat=True).first()


def _end(notice_id: UUID, name: str, note: str) -> None:
    told = {"note": note[:200], "processed_at": now(), "retry_at": None}
    move_rows(NOTICE, Notice.objects.filter(id=notice_id), Step(name, SYSTEM, sets=told))


def _put_off(notice_id: UUID, tries: int, why: str) -> None:
    if tries >= NOTICE_TRIES:
        _end(notice_id, "give_up", why)
        return
    row = Notice.objects.filter(id=notice_id)
    row.update(retry_at=now() + pause_after(tries), note=why[:200])
