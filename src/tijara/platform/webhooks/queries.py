"""Endpoints, and what is or was on its way to them."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Count, Q

from tijara.kit.clock import now
from tijara.kit.page import Page

from .models import Attempt, Delivery, Endpoint
from .shapes import AttemptView, DeliveryState, DeliveryView, EndpointView

ENDPOINT = (
    "owner_id", "id", "url", "note", "types", "is_active", "off_why", "failing_since", "failures",
    "old_until", "created_at",
)  # fmt: skip
DELIVERY = (
    "owner_id", "id", "endpoint_id", "event_id", "event_owner_id", "event_name", "state",
    "attempts", "next_at", "status", "fault", "created_at", "ended_at",
)  # fmt: skip
ATTEMPT = ("number", "started_at", "milliseconds", "status", "fault", "excerpt")
DAY = timedelta(days=1)
STATES = (DeliveryState.SENT, DeliveryState.WAITING, DeliveryState.GIVEN_UP)


def endpoints(owner_id: UUID) -> list[EndpointView]:
    """In the order they were added."""
    rows = Endpoint.objects.filter(owner_id=owner_id).order_by("id").values_list(*ENDPOINT)
    return [_endpoint(*row) for row in rows]


def endpoint(owner_id: UUID, endpoint_id: UUID) -> EndpointView | None:
    rows = Endpoint.objects.filter(owner_id=owner_id, id=endpoint_id).values_list(*ENDPOINT)
    return next((_endpoint(*row) for row in rows), None)


def endpoints_off(owner_id: UUID) -> int:
    """Those that were switched off because they failed."""
    return Endpoint.objects.filter(owner_id=owner_id, is_active=False, times_off__gt=0).count()


def counts_of_day(owner_id: UUID) -> dict[UUID, tuple[int, int, int]]:
    """By endpoint: (sent, waiting, given up) of the last day."""
    rows = Delivery.objects.filter(owner_id=owner_id, created_at__gt=now() - DAY).order_by()
    told = rows.values_list("endpoint_id").annotate(
        **{f"of_{state}": Count("id", filter=Q(state=state)) for state in STATES}
    )
    return {endpoint_id: tuple(counts) for endpoint_id, *counts in told}


def deliveries(
    owner_id: UUID,
    *,
    endpoint_id: UUID | None = None,
    state: DeliveryState | None = None,
    page: int = 1,
    size: int = 30,
) -> Page[DeliveryView]:
    """The newest first."""
    start = (page - 1) * size
    rows = Delivery.objects.filter(owner_id=owner_id).order_by("-created_at", "-id")
    rows = rows.filter(endpoint_id=endpoint_id) if endpoint_id else rows
    rows = rows.filter(state=state) if state else rows
    found = [_delivery(*row) for row in rows.values_list(*DELIVERY)[start : start + size + 1]]
    return Page(found[:size], page, size, has_next=len(found) > size)


def deliveries_of_event(event_id: UUID) -> list[DeliveryView]:
    rows = Delivery.objects.filter(event_id=event_id).order_by("id").values_list(*DELIVERY)
    return [_delivery(*row) for row in rows]


def delivery(owner_id: UUID, delivery_id: UUID) -> DeliveryView | None:
    rows = Delivery.objects.filter(owner_id=owner_id, id=delivery_id)
    return next((_delivery(*row) for row in rows.values_list(*DELIVERY, "body")), None)


def attempts(owner_id: UUID, delivery_id: UUID) -> list[AttemptView]:
    """The last one first."""
    rows = Attempt.objects.filter(owner_id=owner_id, delivery_id=delivery_id)
    return [AttemptView(*row) for row in rows.order_by("-started_at").values_list(*ATTEMPT)]


def _endpoint(*columns) -> EndpointView:
    owner_id, id, url, note, types, *rest = columns
    return EndpointView(owner_id, id, url, note, tuple(types), *rest)


def _delivery(*columns) -> DeliveryView:
    told = list(columns)
    told[6] = DeliveryState(told[6])
    return DeliveryView(*told)
