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
    concerned = {fact.id: _concerned(fact, public) for fact, public in told}
    owners = {owner_id for some in concerned.values() for owner_id in some}
    active = Endpoint.objects.filter(owner_id__in=owners, is_active=True)
    endpoints = list(active.values_list(*WANTED))
    rows = [
        _delivery(fact, public, owner_id, endpoint_id)
        for fact, public in told
        for owner_id, endpoint_id, types in endpoints
        if owner_id in concerned[fact.id] and (not types or fact.name in types)
    ]
    if rows:
        Delivery.objects.bulk_create(rows, ignore_conflicts=True)


def _concerned(fact: Heard, public: Published) -> set[UUID]:
    """The operator, whose the fact is, and the seller whom it names in what may leave."""
    seller = public.data_of(fact.body).get("seller_id")
    return {OPERATOR_ID, fact.owner_id} | ({UUID(str(seller))} if seller else set())


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
