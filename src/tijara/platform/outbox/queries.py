"""How the outbox stands: what waits, and what was given up."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q

from tijara.platform.audits import Findings, proof

from .models import Event
from .relay import MOST_ATTEMPTS

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Backlog:
    """`waiting` are still tried; `parked` failed so often that a person must look."""

    waiting: int
    parked: int
    oldest_waiting: datetime | None


def backlog() -> Backlog:
    waits = Q(attempts__lt=MOST_ATTEMPTS)
    found = Event.objects.filter(delivered_at=None).aggregate(
        waiting=Count("id", filter=waits),
        parked=Count("id", filter=~waits),
        oldest_waiting=Min("recorded_at", filter=waits),
    )
    return Backlog(**found)


@proof("every fact reached those who react to it, or is still on its way")
def delivery_proof() -> Findings:
    parked = Event.objects.filter(delivered_at=None, attempts__gte=MOST_ATTEMPTS)
    told = parked.order_by("id").values_list("name", "id", "last_error")[:SHOWN]
    faults = [f"{name} ({id}) was given up: {error}" for name, id, error in told]
    return Findings(Event.objects.count(), faults)
