"""Send what waits: claim, ask, write the answer down; three separate steps.

Many at once, a few of one endpoint at most: while an address that is slow is waited for, the others
are told of what comes for them.
"""

import time
from collections.abc import Collection, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, QuerySet

from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.platform.outbox.recorder import record
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows
from tijara.platform.secrets import SealBroken

from .events import EndpointDisabled
from .models import Attempt, Delivery, Endpoint
from .outside import post
from .rules import message_id, pause_after, rest_after, signatures
from .secrets import opened
from .shapes import Answer, Fault, OffWhy
from .states import DELIVERY

AT_ONCE = 16
OF_ONE = 4
ROUND = 60.0
"""Seconds after which a round takes nothing more, and ends with those whom it still waits for."""
GLANCE = 0.5
"""Seconds that nobody answers, after which it is looked whether more has come."""
LEASE = timedelta(seconds=90)
"""A worker that dies while asking leaves the delivery to the next one, when this has passed."""
PATIENCE = timedelta(days=3)
"""An endpoint that has failed for so long, and never succeeded meanwhile, is switched off."""
GONE = 410
CLAIM = """
UPDATE webhooks_delivery AS d SET attempts = d.attempts + 1, next_at = %(lease_ends)s
  FROM (SELECT e.owner_id, e.url, e.secret, e.old_secret, e.old_until, w.id, w.next_at
          FROM webhooks_endpoint e
         CROSS JOIN LATERAL (
               SELECT id, next_at FROM webhooks_delivery
                WHERE owner_id = e.owner_id AND endpoint_id = e.id
                  AND state = 'waiting' AND next_at <= %(now)s
                ORDER BY next_at LIMIT %(of_one)s FOR UPDATE SKIP LOCKED) w
         WHERE e.is_active AND (e.rest_until IS NULL OR e.rest_until <= %(now)s)
           AND e.id <> ALL(%(busy)s::uuid[])
         ORDER BY w.next_at LIMIT %(places)s) AS mine
 WHERE d.owner_id = mine.owner_id AND d.id = mine.id
RETURNING d.owner_id, d.id, d.endpoint_id, d.event_id, d.body, d.attempts,
          mine.url, mine.secret, mine.old_secret, mine.old_until, %(now)s::timestamptz
"""


@dataclass(frozen=True, slots=True)
class Claimed:
    owner_id: UUID
    id: UUID
    endpoint_id: UUID
    event_id: UUID
    body: str
    attempts: int
    url: str
    secret: str
    old_secret: str
    old_until: datetime | None
    claimed_at: datetime


def send_waiting() -> int:
    """How many were tried."""
    tried, ends = 0, time.monotonic() + ROUND
    asking: dict[Future[Answer], Claimed] = {}
    with ThreadPoolExecutor(AT_ONCE) as threads:
        while True:
            if time.monotonic() < ends and len(asking) < AT_ONCE:
                for delivery in _claim(asking.values()):
                    asking[threads.submit(_ask, delivery)] = delivery
            if not asking:
                return tried
            for answered in wait(asking, GLANCE, FIRST_COMPLETED).done:
                _write_down(asking.pop(answered), answered.result())
                tried += 1


def _claim(asked: Collection[Claimed]) -> Sequence[Claimed]:
    """As many as there are places for, those that wait longest first; none of an endpoint that is
    being asked: so it holds a few places at most."""
    moment = now()
    given = {
        "now": moment,
        "lease_ends": moment + LEASE,
        "of_one": OF_ONE,
        "busy": list({one.endpoint_id for one in asked}),
        "places": AT_ONCE - len(asked),
    }
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, given)
        return [Claimed(*row) for row in cursor.fetchall()]


def _ask(delivery: Claimed) -> Answer:
    """No database in here: it runs beside others."""
    moment = now()
    sealed = [delivery.secret]
    if delivery.old_until is not None and delivery.old_until > moment:
        sealed.append(delivery.old_secret)
    try:
        keys = [opened(one, delivery.endpoint_id) for one in sealed]
    except SealBroken:
        return Answer(Fault.UNSAFE)
    body, stamp = delivery.body.encode(), int(moment.timestamp())
    id = message_id(delivery.event_id)
    headers = {
        "content-type": "application/json",
        "user-agent": "Tijara-Webhooks/1",
        "webhook-id": id,
        "webhook-timestamp": str(stamp),
        "webhook-signature": signatures(keys, id, stamp, body),
    }
    return post(delivery.url, headers, body, anywhere=settings.WEBHOOKS_ANYWHERE)


def _write_down(delivery: Claimed, answer: Answer) -> None:
    """`attempts` is this claim's mark: a slow answer doesn't overwrite that of a later claim."""
    with transaction.atomic():
        row = Delivery.objects.filter(
            owner_id=delivery.owner_id, id=delivery.id, attempts=delivery.attempts
        )
        told = {"status": answer.status, "fault": answer.fault or ""}
        if not _noted(row, told, _pause(delivery, answer)):
            return
        Attempt.objects.create(
            owner_id=delivery.owner_id,
            delivery_id=delivery.id,
            number=delivery.attempts,
            started_at=delivery.claimed_at,
            milliseconds=answer.milliseconds,
            excerpt=answer.excerpt,
            **told,
        )
        if answer.fault is None:
            _is_well(delivery)
        else:
            _has_failed(delivery, answer)


def _noted(row: QuerySet[Delivery], told: dict, pause: timedelta | None) -> int:
    """Sent, given up, or to be tried again after a pause."""
    if pause:
        return row.update(**told, next_at=now() + pause)
    name = "give_up" if told["fault"] else "send"
    return move_rows(DELIVERY, row, Step(name, SYSTEM, sets=told | {"ended_at": now()}))


def _pause(delivery: Claimed, answer: Answer) -> timedelta | None:
    """None: nothing is tried again."""
    if answer.fault is None or answer.status == GONE:
        return None
    return pause_after(delivery.attempts, answer.asked)


def _is_well(delivery: Claimed) -> None:
    """Nothing is written where nothing was wrong: many deliveries, one row."""
    endpoint = Endpoint.objects.filter(owner_id=delivery.owner_id, id=delivery.endpoint_id)
    endpoint.exclude(failures=0).update(failures=0, failing_since=None, rest_until=None)


def _has_failed(delivery: Claimed, answer: Answer) -> None:
    found = Endpoint.objects.select_for_update(no_key=True)
    endpoint = found.filter(owner_id=delivery.owner_id, id=delivery.endpoint_id).first()
    if endpoint is None:
        return
    endpoint.failures += 1
    endpoint.failing_since = endpoint.failing_since or now()
    endpoint.rest_until = now() + rest_after(endpoint.failures)
    endpoint.save(update_fields=["failures", "failing_since", "rest_until"])
    if answer.status == GONE:
        _switch_off(endpoint, OffWhy.GONE)
    elif now() - endpoint.failing_since >= PATIENCE:
        _switch_off(endpoint, OffWhy.FAILING)


def _switch_off(endpoint: Endpoint, why: OffWhy) -> None:
    """Told once: who switches off is the one whose statement found it on."""
    row = Endpoint.objects.filter(owner_id=endpoint.owner_id, id=endpoint.id, is_active=True)
    if not row.update(is_active=False, off_why=why, times_off=F("times_off") + 1):
        return
    host = urlsplit(endpoint.url).hostname or ""
    fact = EndpointDisabled(endpoint.owner_id, endpoint.id, host[:100], why, endpoint.times_off + 1)
    record(endpoint.owner_id, fact)
