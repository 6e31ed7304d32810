"""Who pays the way back of a return in a market, and what it costs from where."""

from dataclasses import dataclass, field

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.geography.queries import city, listed_cities, region, regions
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.returns.actions import (
    CarriageBandInvalid,
    CarriageInvalid,
    drop_carriage_band,
    set_carriage_band,
    set_carriage_terms,
)
from tijara.domains.returns.queries import carriage_bands, carriage_terms
from tijara.domains.returns.shapes import CarriageBand, CarriageTerms, Payer
from tijara.faces.back_office.market_parts import known_market, market_page
from tijara.faces.back_office.office import in_office
from tijara.kit.actor import Actor
from tijara.kit.money import Money
from tijara.ui.carriage_words import PAYERS
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.pieces.deliveries import place_options
from tijara.ui.refusal_texts import field_sentence
from tijara.ui.typed import amount, whole_number

WHO = ("unwanted", "fault", "warranty")
TERMS = ("is_settled", *WHO, "charge_minor")
BAND = ("place", "up_to_grams", "charge")


@dataclass(slots=True)
class CarriageForm:
    """What was typed, and a sentence by field for what is wrong."""

    values: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)

    def refuse(self, codes: dict[str, str]) -> None:
        self.errors |= {name: field_sentence(code) for name, code in codes.items()}

    def money(self, name: str, currency: str) -> int | None:
        """None where nothing stands, or nothing that can be read."""
        if not self.values[name]:
            return None
        found = amount(self.values[name], currency)
        if found is None:
            self.errors[name] = field_sentence("not_an_amount")
        return found.minor if found else None


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_returns(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    if request.method != "POST":
        return _page(request, known, _shown(known))
    form = _typed(request, TERMS)
    terms = _read(form, known.currency)
    if form.errors:
        return _page(request, known, form)
    try:
        set_carriage_terms(actor=actor, market_id=known.id, terms=terms)
    except CarriageInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, known, form)
    return see_other(
        _address(slug), _("Saved. It holds for returns that are asked for from now on.")
    )


@require_POST
@in_office
def market_returns_band(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    form = _typed(request, BAND)
    charge = form.money("charge", known.currency)
    grams = whole_number(form.values["up_to_grams"]) if form.values["up_to_grams"] else None
    if form.values["up_to_grams"] and grams is None:
        form.errors["up_to_grams"] = field_sentence("not_a_number")
    if charge is None:
        form.errors.setdefault("charge", field_sentence("required"))
    if form.errors or charge is None:
        return _page(request, known, _shown(known), band=form)
    band = CarriageBand(form.values["place"], grams, charge)
    try:
        set_carriage_band(actor=actor, market_id=known.id, band=band)
    except CarriageBandInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, known, _shown(known), band=form)
    return see_other(
        _address(slug), _("Saved. It holds for returns that are asked for from now on.")
    )


@require_POST
@in_office
def market_returns_band_removal(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    band_id = read_id(request.POST.get("band", ""))
    if band_id is None:
        raise Http404
    drop_carriage_band(actor=actor, market_id=known.id, band_id=band_id)
    return see_other(_address(slug), _("Removed. The next wider sum holds."))


def _page(
    request: HttpRequest,
    known: MarketPolicy,
    form: CarriageForm,
    *,
    band: CarriageForm | None = None,
) -> HttpResponse:
    inside = listed_cities(known.country)
    places = [(one, [c for c in inside if c.region == one.code]) for one in regions(known.country)]
    context = {
        "known": known,
        "form": form,
        "band": band or CarriageForm({}),
        "payers": [(one.value, name) for one, name in PAYERS.items()],
        "bands": [
            (
                one,
                city(one.place) or region(one.place),
                Money(one.charge_minor, known.currency),
            )
            for one in carriage_bands(known.id)
        ],
        "places": place_options(places, band.values["place"] if band else ""),
        "currency": known.currency,
        "start": _address(known.slug),
    }
    wrong = form.errors or (band and band.errors)
    return market_page(request, "market_returns", known, context, status=422 if wrong else 200)


def _shown(known: MarketPolicy) -> CarriageForm:
    """Where the market has said nothing: what most choose, not yet switched on."""
    said = carriage_terms(known.id)
    terms = said or CarriageTerms()
    charge = terms.charge_minor
    told = "" if charge is None else Money(charge, known.currency).to_decimal_string()
    values = {name: getattr(terms, name).value for name in WHO}
    return CarriageForm(values | {"is_settled": "1" if said else "", "charge_minor": told})


def _read(form: CarriageForm, currency: str) -> CarriageTerms | None:
    """None: nothing is settled; or, with errors in the form, something can't be read."""
    for name in WHO:
        if form.values[name] not in Payer:
            form.errors[name] = field_sentence("unknown")
    charge = form.money("charge_minor", currency)
    if form.errors or not form.values["is_settled"]:
        return None
    unwanted, fault, warranty = (Payer(form.values[name]) for name in WHO)
    return CarriageTerms(unwanted, fault, warranty, charge)


def _typed(request: HttpRequest, names: tuple[str, ...]) -> CarriageForm:
    return CarriageForm({name: request.POST.get(name, "").strip() for name in names})


def _address(slug: str) -> str:
    return local(f"/office/markets/{slug}/returns")
