"""How a seller delivers: his own terms within the market's limits, and places that differ."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.geography.queries import city, listed_cities, region, regions
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.shipping.actions import (
    LastWay,
    NoWayLeft,
    OwnCountryInvalid,
    OwnServiceInvalid,
    OwnZoneInvalid,
    ServiceNotAllowed,
    drop_own_country,
    drop_own_zone,
    reset_own_service,
    set_own_country,
    set_own_service,
    set_own_zone,
)
from tijara.domains.shipping.queries import seller_delivery, seller_ways, service_name
from tijara.domains.shipping.shapes import DeliveryCode, DeliveryTerms
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.money import Money
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pieces.countries import by_name, country_called
from tijara.ui.pieces.deliveries import (
    DeliveryForm,
    place_options,
    read_country,
    read_service,
    read_zone,
    service_form,
)
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import sentence_of

PATH = "/hub/delivery"


@require_safe
@at_desk
def ways(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _page(request, desk)


@require_POST
@at_desk
def way(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    chosen = _code(code)
    terms, form = read_service(request.POST, chosen, desk.market.currency)
    if terms is None:
        return _page(request, desk, refused={code: form})
    try:
        set_own_service(actor=desk.actor, seller_id=desk.seller_id, terms=terms)
    except OwnServiceInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, desk, refused={code: form})
    except (ServiceNotAllowed, NoWayLeft) as refusal:
        return see_other(local(PATH), sentence_of(refusal), "warn")
    return see_other(local(PATH), _("Saved. New orders follow it from now on."))


@require_POST
@at_desk
def way_reset(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    try:
        reset_own_service(actor=desk.actor, seller_id=desk.seller_id, code=_code(code))
    except LastWay as refusal:
        return see_other(local(PATH), sentence_of(refusal), "warn")
    return see_other(local(PATH), _("The market’s terms hold again."))


@require_POST
@at_desk
def zone(request: HttpRequest, desk: Desk) -> HttpResponse:
    place, form = read_zone(request.POST, desk.market.currency)
    if place is None:
        return _page(request, desk, zone_form=form)
    try:
        set_own_zone(actor=desk.actor, seller_id=desk.seller_id, zone=place)
    except OwnZoneInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, desk, zone_form=form)
    return see_other(local(PATH), _("Saved. New orders follow it from now on."))


@require_POST
@at_desk
def zone_removal(request: HttpRequest, desk: Desk) -> HttpResponse:
    place = request.POST.get("zone", "")[:40]
    drop_own_zone(actor=desk.actor, seller_id=desk.seller_id, place=place)
    return see_other(local(PATH), _("This place is treated like all others again."))


@require_POST
@at_desk
def country(request: HttpRequest, desk: Desk) -> HttpResponse:
    terms, form = read_country(request.POST, desk.market.currency)
    if terms is None:
        return _page(request, desk, country_form=form)
    try:
        set_own_country(actor=desk.actor, seller_id=desk.seller_id, terms=terms)
    except OwnCountryInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, desk, country_form=form)
    return see_other(local(f"{PATH}#abroad"), _("Saved. New orders follow it from now on."))


@require_POST
@at_desk
def country_removal(request: HttpRequest, desk: Desk) -> HttpResponse:
    left = request.POST.get("country", "")[:2]
    drop_own_country(actor=desk.actor, seller_id=desk.seller_id, country=left)
    return see_other(local(f"{PATH}#abroad"), _("Nothing is delivered there any more."))


def _page(
    request: HttpRequest,
    desk: Desk,
    *,
    refused: dict[str, DeliveryForm] | None = None,
    zone_form: DeliveryForm | None = None,
    country_form: DeliveryForm | None = None,
) -> HttpResponse:
    market, own = desk.market, seller_delivery(desk.seller_id)
    said = {one.code for one in own.services}
    forms = refused or {}
    shown = [
        {
            "terms": terms,
            "name": named(service_name(terms.code)),
            "is_own": terms.code in said,
            "form": forms.get(terms.code) or service_form(terms, market.currency),
        }
        for terms in seller_ways(market, desk.seller_id)
    ]
    zones = [
        (one, city(one.place) or region(one.place), Money(one.extra_minor, market.currency))
        for one in own.zones
    ]
    chosen = zone_form.values["zone"] if zone_form else ""
    limit = market.delivery_limit_minor
    context = {
        "ways": shown,
        "zones": zones,
        "zone_form": zone_form,
        "places": place_options(_places(market.country), chosen),
        **_abroad(market, own, country_form),
        "currency": market.currency,
        "limit": None if limit is None else Money(limit, market.currency),
        "limit_days": market.delivery_limit_days,
    }
    status = 422 if refused or zone_form or country_form else 200
    return hub_page(request, desk, "ways", context, status=status)


def _abroad(
    market: MarketPolicy, own: DeliveryTerms, form: DeliveryForm | None
) -> dict[str, object]:
    """Countries to which he delivers, and those that he may choose from. A country that the market
    has left is told: nobody is delivered to there."""
    told = [
        {
            "terms": one,
            "name": country_called(one.country),
            "is_left": one.country not in market.abroad,
            "price": Money(one.price_minor, market.currency),
            "free_from": None
            if one.free_from_minor is None
            else Money(one.free_from_minor, market.currency),
        }
        for one in own.abroad
    ]
    return {
        "abroad": told,
        "countries": [("", _("Choose")), *by_name(market.abroad)],
        "may_go_abroad": bool(market.abroad or told),
        "country_form": form,
    }


def _places(country: str) -> list:
    known = listed_cities(country)
    return [(one, [c for c in known if c.region == one.code]) for one in regions(country)]


def _code(code: str) -> DeliveryCode:
    try:
        return DeliveryCode(code)
    except ValueError:
        raise Http404 from None
