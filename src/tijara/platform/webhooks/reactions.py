"""Every published fact is put down for the endpoints that want it."""

from collections.abc import Sequence
from datetime import UTC
from uuid import UUID

import orjson

from tijara.kit.ids import OPERATOR_ID
from tijara.platform.outbox.subscriptions import Heard, on_every

from .models import Delivery, Endpoint
from .published import Published, published_fact

WANTED = ("owner_id", "id", "types")


@on_every
def queue_for_endpoints(facts: Sequence[Heard]) -> None:
    """Once for each endpoint and fact, however often the relay comes by."""
    told = [(fact, public) for fact in facts if (public := published_fact(fact.name))]
    if not told:
        return
    owners = {OPERATOR_ID, *(fact.owner_id for fact, _public in told)}
    active = Endpoint.objects.filter(owner_id__in=owners, is_active=True)
    endpoints = list(active.values_list(*WANTED))
    rows = [
        _delivery(fact, public, owner_id, endpoint_id)
        for fact, public in told
        for owner_id, endpoint_id, types in endpoints
        if owner_id in (OPERATOR_ID, fact.owner_id) and (not types or fact.name in types)
    ]
    if rows:
        Delivery.objects.bulk_create(rows, ignore_conflicts=True)


def _delivery(fact: Heard, public: Published, owner_id: UUID, endpoint_id: UUID) -> Delivery:
    return Delivery(
        owner_id=owner_id,
        endpoint_id=endpoint_id,
        event_id=fact.id,
        event_owner_id=fact.owner_id,
        event_name=fact.name,
        body=orjson.dumps(
            {
                "type": fact.name,
                "timestamp": fact.recorded_at.astimezone(UTC),
                "data": public.data_of(fact.body),
            },
            option=orjson.OPT_UTC_Z,
        ).decode(),
    )
