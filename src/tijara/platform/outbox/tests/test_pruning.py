"""What everybody has met is let go after its time; what waits or was given up is not."""

from datetime import timedelta

import pytest

from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.idempotency.jobs import KEPT as KEYS_KEPT
from tijara.platform.idempotency.jobs import forget_old_keys
from tijara.platform.idempotency.models import IdempotencyKey
from tijara.platform.outbox.jobs import forget_delivered_facts
from tijara.platform.outbox.models import Event, Reaction
from tijara.platform.outbox.pruning import KEPT
from tijara.platform.outbox.relay import MOST_ATTEMPTS

pytestmark = pytest.mark.django_db


def fact(**told) -> Event:
    owner_id = new_id()
    event = Event.objects.create(owner_id=owner_id, name="tests.rung.v1", body={}, lane=0, **told)
    Reaction.objects.create(owner_id=owner_id, event_id=event.id, reaction="tests.hear")
    return event


def test_old_facts_go_with_their_marks():
    old = now() - KEPT - timedelta(minutes=1)
    fact(recorded_at=old, delivered_at=old)
    stay = [
        fact(recorded_at=old, delivered_at=now()),
        fact(recorded_at=old),
        fact(recorded_at=old, attempts=MOST_ATTEMPTS),
    ]
    forget_delivered_facts(0)
    ids = {event.id for event in stay}
    assert set(Event.objects.values_list("id", flat=True)) == ids
    assert set(Reaction.objects.values_list("event_id", flat=True)) == ids


def test_old_keys_go():
    for age in (timedelta(), KEYS_KEPT + timedelta(minutes=1)):
        IdempotencyKey.objects.create(
            owner_id=new_id(), key=new_id(), action="tests.ring", recorded_at=now() - age
        )
    forget_old_keys(0)
    assert IdempotencyKey.objects.count() == 1
