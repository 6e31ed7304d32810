"""How buyers pay: in cash at the door, by transfer, by card."""

from contextlib import suppress
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tijara.domains.installation.shapes import Step
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.payments.actions import (
    GatewayInvalid,
    NoKeysKept,
    keep_gateway,
    try_gateway,
    withdraw_gateway,
)
from tijara.domains.payments.queries import gateway_fields, gateway_kept, known_gateways
from tijara.domains.payments.shapes import OFFERED, KeysAnswer, PaymentMethod
from tijara.faces.setup.drafts import change_terms
from tijara.faces.setup.seat import Seat, at_step, setup_page
from tijara.kit.arabic import strip_controls
from tijara.kit.money import Money
from tijara.ui.pieces.gateways import ANSWERS, GatewayForm, gateway_form
from tijara.ui.refusal_texts import field_sentence
from tijara.ui.typed import amount

AMOUNTS = {"cash_fee": "cash_on_delivery_fee_minor", "cash_limit": "cash_on_delivery_limit_minor"}
BANK = ("bank_name", "bank_holder", "bank_iban")
NAMES = {name: field for field, name in AMOUNTS.items()}
CARD, TRANSFER = PaymentMethod.CARD.value, PaymentMethod.BANK_TRANSFER.value


@dataclass(slots=True)
class PaymentForm:
    methods: tuple[str, ...]
    values: dict[str, str]
    gateway: GatewayForm
    wrong: dict[str, str] = field(default_factory=dict)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(Step.PAYMENT)
def payment(request: HttpRequest, seat: Seat) -> HttpResponse:
    if request.method != "POST":
        return _page(request, seat, _standing(seat.opened))
    form = _read(request)
    if "withdraw" in request.POST:
        return _withdraw(request, seat)
    if "try" in request.POST:
        _try(seat, form.gateway)
        return _page(request, seat, form)
    changes = _changes(form, seat.opened)
    if CARD in form.methods and not settings.CARD_GATEWAY:
        _enter(seat, form)
    if form.wrong or form.gateway.wrong:
        return _page(request, seat, form)
    form.wrong |= change_terms(seat, NAMES, **changes)
    if form.wrong:
        return _page(request, seat, form)
    return seat.settles()


def _standing(market: MarketPolicy) -> PaymentForm:
    values = {name: getattr(market, name) for name in BANK}
    for name, column in AMOUNTS.items():
        minor = getattr(market, column)
        values[name] = Money(minor, market.currency).to_decimal_string() if minor else ""
    return PaymentForm(market.payment_methods, values, _gateway({}))


def _read(request: HttpRequest) -> PaymentForm:
    ticked = request.POST.getlist("methods")
    return PaymentForm(
        tuple(one.value for one in OFFERED if one in ticked),
        {name: strip_controls(request.POST.get(name, ""))[:120] for name in (*AMOUNTS, *BANK)},
        _gateway(request.POST),
    )


def _gateway(typed) -> GatewayForm:
    name = next(iter(known_gateways()))
    kept = gateway_kept()
    return gateway_form(name, gateway_fields(name), typed, is_kept=kept is not None)


def _withdraw(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Pressed twice, they are gone already. What else was typed stays in the form."""
    with suppress(NoKeysKept):
        withdraw_gateway(actor=seat.actor, gateway=next(iter(known_gateways())))
    return _page(request, seat, _read(request))


def _try(seat: Seat, form: GatewayForm) -> None:
    try:
        form.answer = try_gateway(actor=seat.actor, gateway=form.name, keys=form.keys)
    except GatewayInvalid as refusal:
        form.refuse(refusal.fields)


def _enter(seat: Seat, form: PaymentForm) -> None:
    """A key that the gateway refuses is not kept; one that could not be tried is, and holds."""
    gateway = form.gateway
    if gateway.is_kept and not gateway.is_typed:
        return
    _try(seat, gateway)
    if gateway.answer is KeysAnswer.REFUSED:
        gateway.wrong[next(iter(gateway.keys))] = str(ANSWERS[KeysAnswer.REFUSED][1])
        gateway.answer = None
    if not gateway.wrong and not form.wrong:
        keep_gateway(actor=seat.actor, gateway=gateway.name, keys=gateway.keys)


def _changes(form: PaymentForm, market: MarketPolicy) -> dict:
    changes: dict = {"payment_methods": form.methods}
    if not form.methods:
        form.wrong["methods"] = field_sentence("required")
    for name, column in AMOUNTS.items():
        typed = form.values[name]
        read = amount(typed, market.currency) if typed else None
        if typed and read is None:
            form.wrong[name] = field_sentence("not_an_amount")
        changes[column] = read.minor if read else 0 if name == "cash_fee" else None
    if TRANSFER in form.methods:
        changes |= {name: form.values[name] for name in BANK}
    return changes


def _page(request: HttpRequest, seat: Seat, form: PaymentForm) -> HttpResponse:
    wrong = form.wrong | form.gateway.wrong
    context = {
        "form": form,
        "wrong": wrong,
        "currency": seat.opened.currency,
        "country": seat.profile.code,
        "has_gateway": bool(settings.CARD_GATEWAY),
        "is_simulated": settings.DEMONSTRATION,
    }
    status = 422 if wrong else 200
    return setup_page(request, Step.PAYMENT, context, state=seat.state, status=status)
