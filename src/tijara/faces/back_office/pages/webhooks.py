"""Webhooks of the operator: the pages of `ui.desks`."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.faces.back_office.office import in_office, seat_at
from tijara.kit.actor import Actor
from tijara.platform.webhooks.shapes import DeliveryView
from tijara.ui.desks import delivery as one_delivery
from tijara.ui.desks import webhook as one
from tijara.ui.desks import webhooks as many
from tijara.ui.language import local


@require_safe
@in_office
def webhooks(request: HttpRequest, actor: Actor) -> HttpResponse:
    return many.webhooks(request, seat_at(request, actor))


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def webhook_new(request: HttpRequest, actor: Actor) -> HttpResponse:
    return many.webhook_new(request, seat_at(request, actor))


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def webhook_change(request: HttpRequest, actor: Actor, endpoint_id: UUID) -> HttpResponse:
    return many.webhook_change(request, seat_at(request, actor), endpoint_id)


@require_safe
@in_office
def webhook(request: HttpRequest, actor: Actor, endpoint_id: UUID) -> HttpResponse:
    return one.webhook(request, seat_at(request, actor), endpoint_id)


@require_POST
@in_office
def webhook_secret(request: HttpRequest, actor: Actor, endpoint_id: UUID) -> HttpResponse:
    return one.webhook_secret(request, seat_at(request, actor), endpoint_id)


@require_POST
@in_office
def webhook_switch(request: HttpRequest, actor: Actor, endpoint_id: UUID) -> HttpResponse:
    return one.webhook_switch(request, seat_at(request, actor), endpoint_id)


@require_POST
@in_office
def webhook_test(request: HttpRequest, actor: Actor, endpoint_id: UUID) -> HttpResponse:
    return one.webhook_test(request, seat_at(request, actor), endpoint_id)


@require_POST
@in_office
def webhook_removal(request: HttpRequest, actor: Actor, endpoint_id: UUID) -> HttpResponse:
    return one.webhook_removal(request, seat_at(request, actor), endpoint_id)


@require_safe
@in_office
def delivery(request: HttpRequest, actor: Actor, delivery_id: UUID) -> HttpResponse:
    return one_delivery.delivery(request, seat_at(request, actor), delivery_id, _event)


@require_POST
@in_office
def delivery_replay(request: HttpRequest, actor: Actor, delivery_id: UUID) -> HttpResponse:
    return one_delivery.delivery_replay(request, seat_at(request, actor), delivery_id)


def _event(told: DeliveryView) -> str:
    return local(f"/office/owners/{told.event_owner_id}/events/{told.event_id}")
