"""The addresses that every desk has: lists of one's own, and webhooks.

A face says how its people are seated, and which lists it has; what stands at them is here.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.kit.powers import Power
from tijara.ui.desks import delivery, ready_texts, views, webhook, webhooks
from tijara.ui.desks.seat import Seat
from tijara.ui.desks.views import Lists

View = Callable[..., HttpResponse]
Seated = Callable[[View], View]
"""Turns a view that is given its seat into one that is given a request."""
form = require_http_methods(["GET", "HEAD", "POST"])


def view_addresses(seated: Seated, lists: Lists) -> list[URLPattern]:
    def act(what: View) -> View:
        @wraps(what)
        def on_lists(request: HttpRequest, seat: Seat, **given) -> HttpResponse:
            return what(request, seat, lists, **given)

        return require_POST(seated(on_lists))

    one = "views/<uuid:view_id>"
    return [
        path("columns/<str:table>", act(views.choose_columns), name="columns"),
        path(f"{one}/name", act(views.rename), name="view_name"),
        path(f"{one}/query", act(views.renew), name="view_query"),
        path(f"{one}/place", act(views.move), name="view_place"),
        path(f"{one}/sharing", act(views.share), name="view_sharing"),
        path(f"{one}/removal", act(views.remove), name="view_removal"),
        path("views/<str:table>", act(views.keep), name="view_new"),
    ]


def text_addresses(seated: Seated) -> list[URLPattern]:
    removal = require_POST(seated(ready_texts.text_removal))
    return [
        path("texts", form(seated(ready_texts.texts)), name="texts"),
        path("texts/<uuid:text_id>/removal", removal, name="text_removal"),
    ]


def hook_addresses(seated: Seated) -> list[URLPattern]:
    def at(address: str, name: str, allowed: Seated, what: View) -> URLPattern:
        @wraps(what)
        def for_keepers(request: HttpRequest, seat: Seat, **given) -> HttpResponse:
            seat.must(Power.WEBHOOKS_MANAGE)
            return what(request, seat, **given)

        return path(f"{webhook.HOOKS}{address}", allowed(seated(for_keepers)), name=name)

    one, told = "/<uuid:endpoint_id>", "/deliveries/<uuid:delivery_id>"
    return [
        at("", "webhooks", require_safe, webhooks.webhooks),
        at("/new", "webhook_new", form, webhooks.webhook_new),
        at(one, "webhook", require_safe, webhook.webhook),
        at(f"{one}/change", "webhook_change", form, webhooks.webhook_change),
        at(f"{one}/secret", "webhook_secret", require_POST, webhook.webhook_secret),
        at(f"{one}/switch", "webhook_switch", require_POST, webhook.webhook_switch),
        at(f"{one}/test", "webhook_test", require_POST, webhook.webhook_test),
        at(f"{one}/removal", "webhook_removal", require_POST, webhook.webhook_removal),
        at(told, "hook_delivery", require_safe, delivery.delivery),
        at(f"{told}/replay", "hook_delivery_replay", require_POST, delivery.delivery_replay),
    ]
