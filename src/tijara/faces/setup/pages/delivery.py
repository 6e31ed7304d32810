"""Delivery: its price, from what on it is free, its days, and where it goes."""

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from tijara.domains.geography.queries import regions
from tijara.domains.installation.shapes import Step
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.shipping.actions import drop_market_zone, set_market_zone
from tijara.domains.shipping.queries import market_delivery
from tijara.domains.shipping.shapes import Zone
from tijara.faces.setup.drafts import change_terms
from tijara.faces.setup.seat import Seat, at_step, setup_page
from tijara.kit.arabic import strip_controls
from tijara.kit.money import Money
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence
from tijara.ui.typed import amount, whole_number

AMOUNTS = {"price": "delivery_minor", "free_from": "free_delivery_from_minor"}
DAYS = {"from_days": "delivery_from_days", "to_days": "delivery_to_days"}
NAMES = {column: name for name, column in (AMOUNTS | DAYS).items()}


@dataclass(slots=True)
class DeliveryForm:
    values: dict[str, str]
    served: frozenset[str]
    wrong: dict[str, str] = field(default_factory=dict)


@require_http_methods(["GET", "HEAD", "POST"])
@at_step(Step.DELIVERY)
def delivery(request: HttpRequest, seat: Seat) -> HttpResponse:
    if request.method != "POST":
        return _page(request, seat, _standing(seat.opened))
    form = DeliveryForm(
        {name: strip_controls(request.POST.get(name, ""))[:20] for name in NAMES.values()},
        frozenset(request.POST.getlist("served")),
    )
    known = {one.code for one in regions(seat.opened.country)}
    if known and not known & form.served:
        form.wrong["served"] = field_sentence("served_nowhere")
    changes = _changes(form, seat.opened.currency)
    if form.wrong:
        return _page(request, seat, form)
    form.wrong |= change_terms(seat, NAMES, **changes)
    if form.wrong:
        return _page(request, seat, form)
    _serve(seat, known, form.served)
    return seat.settles()


def _standing(market: MarketPolicy) -> DeliveryForm:
    values = {name: str(getattr(market, column)) for name, column in DAYS.items()}
    for name, column in AMOUNTS.items():
        minor = getattr(market, column)
        has_one = minor is not None
        values[name] = Money(minor, market.currency).to_decimal_string() if has_one else ""
    left_out = _left_out(market)
    served = {one.code for one in regions(market.country)} - left_out
    return DeliveryForm(values, frozenset(served))


def _left_out(market: MarketPolicy) -> set[str]:
    return {zone.place for zone in market_delivery(market.id).zones if not zone.is_served}


def _changes(form: DeliveryForm, currency: str) -> dict:
    """An empty price is none: delivery is free then, and so it says."""
    changes: dict = {}
    for name, column in AMOUNTS.items():
        typed = form.values[name]
        read = amount(typed, currency) if typed else None
        if typed and read is None:
            form.wrong[name] = field_sentence("not_an_amount")
        changes[column] = read.minor if read else 0 if name == "price" else None
    for name, column in DAYS.items():
        days = whole_number(form.values[name])
        if days is None:
            form.wrong[name] = field_sentence("not_a_number")
        changes[column] = days
    return changes


def _serve(seat: Seat, known: set[str], served: frozenset[str]) -> None:
    """Only whole regions are ticked here; special places are the office's."""
    market_id, left_out = seat.opened.id, _left_out(seat.opened)
    for place in known:
        if place not in served and place not in left_out:
            zone = Zone(place, is_served=False)
            set_market_zone(actor=seat.actor, market_id=market_id, zone=zone)
        elif place in served and place in left_out:
            drop_market_zone(actor=seat.actor, market_id=market_id, place=place)


def _page(request: HttpRequest, seat: Seat, form: DeliveryForm) -> HttpResponse:
    known = regions(seat.opened.country)
    context = {
        "form": form,
        "wrong": form.wrong,
        "currency": seat.opened.currency,
        "regions": [(one.code, named(one), one.code in form.served) for one in known],
        "is_everywhere": all(one.code in form.served for one in known),
        "country": named(seat.profile),
    }
    status = 422 if form.wrong else 200
    return setup_page(request, Step.DELIVERY, context, state=seat.state, status=status)
