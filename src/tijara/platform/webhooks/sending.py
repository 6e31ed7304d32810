"""Send what waits: claim, ask, write the answer down; three separate steps.

Many at once, a few of one endpoint at most: an address that is slow keeps nobody else waiting.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F

from tijara.kit.clock import now
from tijara.platform.outbox.recorder import record
from tijara.platform.secrets import SealBroken

from .events import EndpointDisabled
from .models import Attempt, Delivery, Endpoint
from .outside import post
from .rules import message_id, pause_after, rest_after, signatures
from .secrets import opened
from .shapes import Answer, DeliveryState, Fault, OffWhy

AT_ONCE = 8
OF_ONE = 4
BATCH = 16
LEASE = timedelta(seconds=90)
"""A worker that dies while asking leaves the delivery to the next one, when this has passed."""
PATIENCE = timedelta(days=3)
"""An endpoint that has failed for so long, and never succeeded meanwhile, is switched off."""
GONE = 410
CLAIM = """
UPDATE webhooks_delivery AS d SET attempts = d.attempts + 1, next_at = %(lease_ends)s
  FROM (SELECT e.owner_id, e.url, e.secret, e.old_secret, e.old_until, w.id
          FROM webhooks_endpoint e
         CROSS JOIN LATERAL (
               SELECT id FROM webhooks_delivery
                WHERE owner_id = e.owner_id AND endpoint_id = e.id
                  AND state = 'waiting' AND next_at <= %(now)s
                ORDER BY next_at LIMIT %(of_one)s FOR UPDATE SKIP LOCKED) w
         WHERE e.is_active AND (e.rest_until IS NULL OR e.rest_until <= %(now)s)
         LIMIT %(batch)s) AS mine
 WHERE d.owner_id = mine.owner_id AND d.id = mine.id
RETURNING d.owner_id, d.id, d.endpoint_id, d.event_id, d.body, d.attempts,
          mine.url, mine.secret, mine.old_secret, mine.old_until
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


def send_waiting() -> int:
    """How many were tried."""
    claimed = _claim()
    if not claimed:
        return 0
    moment = now()
    with ThreadPoolExecutor(AT_ONCE) as threads:
        answers = list(threads.map(_ask, claimed))
    for delivery, answer in zip(claimed, answers, strict=True):
        _write_down(delivery, answer, moment)
    return len(claimed)


def _claim() -> Sequence[Claimed]:
    moment = now()
    given = {"now": moment, "lease_ends": moment + LEASE, "of_one": OF_ONE, "batch": BATCH}
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


def _write_down(delivery: Claimed, answer: Answer, moment: datetime) -> None:
    """`attempts` is this claim's mark: a slow answer doesn't overwrite that of a later claim."""
    with transaction.atomic():
        Attempt.objects.create(
            owner_id=delivery.owner_id,
            delivery_id=delivery.id,
            number=delivery.attempts,
            started_at=moment,
            milliseconds=answer.milliseconds,
            status=answer.status,
            fault=answer.fault or "",
            excerpt=answer.excerpt,
        )
        row = Delivery.objects.filter(
            owner_id=delivery.owner_id, id=delivery.id, attempts=delivery.attempts
        )
        row.update(status=answer.status, fault=answer.fault or "", **_next(delivery, answer))
        if answer.fault is None:
            _is_well(delivery)
        else:
            _has_failed(delivery, answer)


def _next(delivery: Claimed, answer: Answer) -> dict:
    if answer.fault is None:
        return {"state": DeliveryState.SENT, "ended_at": now()}
    pause = None if answer.status == GONE else pause_after(delivery.attempts, answer.asked)
    if pause is None:
        return {"state": DeliveryState.GIVEN_UP, "ended_at": now()}
    return {"next_at": now() + pause}


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
