"""The gateway that takes cards: its key, tried before it is kept, and what it must be told."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.payments.actions import (
    GatewayInvalid,
    NoKeysKept,
    keep_gateway,
    try_gateway,
    withdraw_gateway,
)
from tijara.domains.payments.queries import (
    gateway_fields,
    gateway_kept,
    gateway_withdrawn,
    known_gateways,
    unreadable_gateways,
)
from tijara.domains.payments.shapes import KeysAnswer
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pieces.gateways import ANSWERS, LABELS, GatewayForm, gateway_form
from tijara.ui.refusal_texts import sentence_of


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def gateway(request: HttpRequest, actor: Actor) -> HttpResponse:
    name = next(iter(known_gateways()))
    kept = gateway_kept()
    form = gateway_form(name, gateway_fields(name), request.POST, is_kept=kept is not None)
    if request.method != "POST" or settings.CARD_GATEWAY:
        return _page(request, form)
    try:
        form.answer = try_gateway(actor=actor, gateway=name, keys=form.keys)
        if "try" in request.POST or form.answer is KeysAnswer.REFUSED:
            return _page(request, form)
        keep_gateway(actor=actor, gateway=name, keys=form.keys)
    except GatewayInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, form)
    tone, said = ANSWERS[form.answer]
    return see_other(local("/office/payments/gateway"), f"{_('Saved.')} {said}", tone)


@require_POST
@in_office
def gateway_withdrawal(request: HttpRequest, actor: Actor) -> HttpResponse:
    place = local("/office/payments/gateway")
    try:
        withdraw_gateway(actor=actor, gateway=next(iter(known_gateways())))
    except NoKeysKept as refusal:
        return see_other(place, sentence_of(refusal), "warn")
    return see_other(place, _("The keys are withdrawn. No cards are taken from now on."))


def _page(request: HttpRequest, form: GatewayForm) -> HttpResponse:
    kept = gateway_kept()
    context = {
        "form": form,
        "is_set_here": bool(settings.CARD_GATEWAY),
        "is_unreadable": form.name in unreadable_gateways(),
        "is_simulated": settings.DEMONSTRATION,
        "hook": f"{settings.PUBLIC_ADDRESS}/hooks/payments/{form.name}",
        "is_kept": kept is not None or form.name in unreadable_gateways(),
        "withdrawn": gateway_withdrawn(),
        "ours": [(LABELS.get(name, name), key) for name, key in kept.ours.items()] if kept else [],
    }
    return office_page(request, "gateway", context, status=422 if form.wrong else 200)
