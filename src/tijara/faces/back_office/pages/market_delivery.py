"""How a market delivers: the ways it allows beside the standard one, and places that differ."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.geography.queries import city, listed_cities, region, regions
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.shipping.actions import (
    ServiceInvalid,
    ZoneInvalid,
    drop_market_zone,
    set_market_service,
    set_market_zone,
)
from tijara.domains.shipping.queries import market_delivery, service_name
from tijara.domains.shipping.shapes import DeliveryCode, ServiceTerms
from tijara.faces.back_office.market_parts import known_market, market_page
from tijara.faces.back_office.office import in_office
from tijara.kit.actor import Actor
from tijara.kit.money import Money
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pieces.deliveries import (
    DeliveryForm,
    place_options,
    read_service,
    read_zone,
    service_form,
)
from tijara.ui.pieces.words import named

BESIDE = (DeliveryCode.EXPRESS, DeliveryCode.PICKUP)


@require_safe
@in_office
def market_delivery_page(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    return _page(request, known_market(slug))


@require_POST
@in_office
def market_way(request: HttpRequest, actor: Actor, slug: str, code: str) -> HttpResponse:
    known = known_market(slug)
    if code not in BESIDE:
        raise Http404
    terms, form = read_service(request.POST, DeliveryCode(code), known.currency)
    if terms is None:
        return _page(request, known, refused={code: form})
    try:
        set_market_service(actor=actor, market_id=known.id, terms=terms)
    except ServiceInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, known, refused={code: form})
    return see_other(_address(slug), _("Saved. It holds for new orders."))


@require_POST
@in_office
def market_zone(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    place, form = read_zone(request.POST, known.currency)
    if place is None:
        return _page(request, known, zone_form=form)
    try:
        set_market_zone(actor=actor, market_id=known.id, zone=place)
    except ZoneInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, known, zone_form=form)
    return see_other(_address(slug), _("Saved. It holds for new orders."))


@require_POST
@in_office
def market_zone_removal(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    place = request.POST.get("zone", "")[:40]
    drop_market_zone(actor=actor, market_id=known_market(slug).id, place=place)
    return see_other(_address(slug), _("This place is treated like all others again."))


def _page(
    request: HttpRequest,
    known: MarketPolicy,
    *,
    refused: dict[str, DeliveryForm] | None = None,
    zone_form: DeliveryForm | None = None,
) -> HttpResponse:
    told = market_delivery(known.id)
    said = {one.code: one for one in told.services}
    forms = refused or {}
    ways = [
        {
            "code": code.value,
            "name": named(service_name(code)),
            "is_pickup": code is DeliveryCode.PICKUP,
            "form": forms.get(code) or service_form(said.get(code) or _none(code), known.currency),
        }
        for code in BESIDE
    ]
    zones = [
        (one, city(one.place) or region(one.place), Money(one.extra_minor, known.currency))
        for one in told.zones
    ]
    inside = listed_cities(known.country)
    places = [(one, [c for c in inside if c.region == one.code]) for one in regions(known.country)]
    chosen = zone_form.values["zone"] if zone_form else ""
    context = {
        "known": known,
        "ways": ways,
        "zones": zones,
        "zone_form": zone_form,
        "places": place_options(places, chosen),
        "currency": known.currency,
        "start": _address(known.slug),
    }
    status = 422 if refused or zone_form else 200
    return market_page(request, "market_delivery", known, context, status=status)


def _none(code: DeliveryCode) -> ServiceTerms:
    return ServiceTerms(code, 0, None, 0, 1, is_offered=False)


def _address(slug: str) -> str:
    return local(f"/office/markets/{slug}/delivery")
