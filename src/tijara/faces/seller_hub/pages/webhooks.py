"""Webhooks of the store: the pages of `ui.desks`, for who may keep them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.faces.seller_hub.desk import Desk, at_desk, seat_at
from tijara.kit.powers import Power
from tijara.ui.desks import delivery as one_delivery
from tijara.ui.desks import webhook as one
from tijara.ui.desks import webhooks as many
from tijara.ui.desks.seat import Seat


def _seat(request: HttpRequest, desk: Desk) -> Seat:
    desk.must(Power.WEBHOOKS_MANAGE)
    return seat_at(request, desk)


@require_safe
@at_desk
def webhooks(request: HttpRequest, desk: Desk) -> HttpResponse:
    return many.webhooks(request, _seat(request, desk))


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def webhook_new(request: HttpRequest, desk: Desk) -> HttpResponse:
    return many.webhook_new(request, _seat(request, desk))


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def webhook_change(request: HttpRequest, desk: Desk, endpoint_id: UUID) -> HttpResponse:
    return many.webhook_change(request, _seat(request, desk), endpoint_id)


@require_safe
@at_desk
def webhook(request: HttpRequest, desk: Desk, endpoint_id: UUID) -> HttpResponse:
    return one.webhook(request, _seat(request, desk), endpoint_id)


@require_POST
@at_desk
def webhook_secret(request: HttpRequest, desk: Desk, endpoint_id: UUID) -> HttpResponse:
    return one.webhook_secret(request, _seat(request, desk), endpoint_id)


@require_POST
@at_desk
def webhook_switch(request: HttpRequest, desk: Desk, endpoint_id: UUID) -> HttpResponse:
    return one.webhook_switch(request, _seat(request, desk), endpoint_id)


@require_POST
@at_desk
def webhook_test(request: HttpRequest, desk: Desk, endpoint_id: UUID) -> HttpResponse:
    return one.webhook_test(request, _seat(request, desk), endpoint_id)


@require_POST
@at_desk
def webhook_removal(request: HttpRequest, desk: Desk, endpoint_id: UUID) -> HttpResponse:
    return one.webhook_removal(request, _seat(request, desk), endpoint_id)


@require_safe
@at_desk
def hook_delivery(request: HttpRequest, desk: Desk, delivery_id: UUID) -> HttpResponse:
    return one_delivery.delivery(request, _seat(request, desk), delivery_id)


@require_POST
@at_desk
def hook_delivery_replay(request: HttpRequest, desk: Desk, delivery_id: UUID) -> HttpResponse:
    return one_delivery.delivery_replay(request, _seat(request, desk), delivery_id)
