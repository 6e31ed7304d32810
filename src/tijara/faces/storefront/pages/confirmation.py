"""Confirm the phone of a cash order by the code that was sent there; have it sent once more."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from tijara.domains.checkout.actions import confirm_phone, send_code_again
from tijara.domains.checkout.queries import checkout_result
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.queries import read_order_token
from tijara.faces.storefront.buyers import as_actor, known_buyers
from tijara.faces.storefront.frame import see_other
from tijara.faces.storefront.pace import CODES, pace
from tijara.kit.refusal import Refusal
from tijara.ui.flash import AT_THE_FIELD
from tijara.ui.pace import network_of
from tijara.ui.refusal_texts import sentence_of

CONFIRMED = _("Your mobile is confirmed. The order is with the shop now.")
SENT = _("A new code is on its way to your mobile.")

Look = Callable[..., HttpResponse]
"""Goes back to the page that the form stands on."""


@require_POST
def confirmation(request: HttpRequest, checkout_id: UUID) -> HttpResponse:
    look = partial(see_other, "placed", checkout_id)
    return _confirm(request, _buyer(request, checkout_id), checkout_id, look)


@require_POST
def code(request: HttpRequest, checkout_id: UUID) -> HttpResponse:
    return _send(
        request,
        _buyer(request, checkout_id),
        checkout_id,
        partial(see_other, "placed", checkout_id),
    )


@require_POST
def order_confirmation(request: HttpRequest, token: str) -> HttpResponse:
    """From the order's own page, where the signed link says whose it is."""
    buyer_id, checkout_id = _behind(token)
    return _confirm(request, buyer_id, checkout_id, partial(see_other, "order", token))


@require_POST
def order_code(request: HttpRequest, token: str) -> HttpResponse:
    buyer_id, checkout_id = _behind(token)
    return _send(request, buyer_id, checkout_id, partial(see_other, "order", token))


def _confirm(request: HttpRequest, buyer_id: UUID, checkout_id: UUID, look: Look) -> HttpResponse:
    pace(CODES, buyer_id)
    try:
        confirm_phone(
            actor=as_actor(buyer_id),
            buyer_id=buyer_id,
            checkout_id=checkout_id,
            code=request.POST.get("code", ""),
        )
    except Refusal as refusal:
        return look(say=sentence_of(refusal), tone=AT_THE_FIELD)
    return look(say=CONFIRMED)


def _send(request: HttpRequest, buyer_id: UUID, checkout_id: UUID, look: Look) -> HttpResponse:
    pace(CODES, buyer_id)
    try:
        send_code_again(
            actor=as_actor(buyer_id),
            buyer_id=buyer_id,
            checkout_id=checkout_id,
            phone=request.POST.get("phone"),
            network=network_of(request.META.get("REMOTE_ADDR", "")),
        )
    except Refusal as refusal:
        return look(say=sentence_of(refusal), tone="warn", at="#code")
    return look(say=SENT, at="#code")


def _buyer(request: HttpRequest, checkout_id: UUID) -> UUID:
    """Under which of his ids he has ordered this."""
    for buyer_id in known_buyers(request):
        if checkout_result(buyer_id, checkout_id):
            return buyer_id
    raise Http404


def _behind(token: str) -> tuple[UUID, UUID]:
    """(buyer id, checkout id) of the order that the link opens."""
    key = read_order_token(token)
    found = find_order(*key) if key else None
    if found is None:
        raise Http404
    return found.buyer_id, found.checkout_id
