"""On what terms a market takes cash at the door: limits, the door, refusals, payouts, fees."""

from dataclasses import dataclass, field
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.cash_terms.actions import (
    BandInvalid,
    DepositRuleInvalid,
    TermsInvalid,
    drop_deposit_rule,
    drop_fee_band,
    set_cash_terms,
    set_deposit_rule,
    set_fee_band,
)
from tijara.domains.cash_terms.queries import cash_terms, deposit_rules, fee_bands
from tijara.domains.cash_terms.shapes import CashTerms, DepositRule, FeeBand
from tijara.domains.geography.queries import city, listed_cities, region, regions
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.shipping.queries import service_name
from tijara.domains.shipping.shapes import DeliveryCode
from tijara.faces.back_office.market_parts import known_market, market_page
from tijara.faces.back_office.office import in_office
from tijara.kit.actor import Actor
from tijara.kit.money import Money
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pieces.deliveries import place_options
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence
from tijara.ui.typed import amount, whole_number

SWITCHES = ("asks_delivery_code", "pays_before_cash")
NUMBERS = ("most_open_orders", "most_attempts")
MONEYS = ("newcomer_limit_minor", "return_charge_minor")
PERCENTS = ("return_seller_bp", "forfeit_bp")
MAY_BE_EMPTY = ("most_open_orders", "newcomer_limit_minor")
BAND = ("place", "service", "up_to", "fee")
RULE = ("place", "from_minor", "refusals", "is_for_newcomers", "share_bp")


@dataclass(slots=True)
class CashForm:
    """What was typed, and a sentence by field for what is wrong."""

    values: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)

    def refuse(self, codes: dict[str, str]) -> None:
        self.errors |= {name: field_sentence(code) for name, code in codes.items()}


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_cash(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    if request.method != "POST":
        return _page(request, known, _shown(cash_terms(known.id), known.currency))
    form = CashForm({name: request.POST.get(name, "").strip() for name in
                     (*SWITCHES, *NUMBERS, *MONEYS, *PERCENTS)})  # fmt: skip
    terms = _read(form, known.currency)
    if terms is None:
        return _page(request, known, form)
    try:
        set_cash_terms(actor=actor, market_id=known.id, terms=terms)
    except TermsInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, known, form)
    return see_other(_address(slug), _("Saved. It holds for new orders."))


@require_POST
@in_office
def market_cash_band(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    form = CashForm({name: request.POST.get(name, "").strip() for name in BAND})
    limit, fee = _money(form, "up_to", known.currency), _money(form, "fee", known.currency)
    terms = _shown(cash_terms(known.id), known.currency)
    if fee is None:
        form.errors.setdefault("fee", field_sentence("required"))
    if form.errors or fee is None:
        return _page(request, known, terms, band=form)
    band = FeeBand(form.values["place"], form.values["service"], limit, fee)
    try:
        set_fee_band(actor=actor, market_id=known.id, band=band)
    except BandInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, known, terms, band=form)
    return see_other(_address(slug), _("Saved. It holds for new orders."))


@require_POST
@in_office
def market_cash_band_removal(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    drop_fee_band(actor=actor, market_id=known.id, band_id=_id(request.POST))
    return see_other(_address(slug), _("Removed. The next wider fee holds."))


@require_POST
@in_office
def market_cash_deposit(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    form = CashForm({name: request.POST.get(name, "").strip() for name in RULE})
    refusals = whole_number(form.values["refusals"] or "0")
    if refusals is None:
        form.errors["refusals"] = field_sentence("not_a_number")
    rule = DepositRule(
        form.values["place"],
        _money(form, "from_minor", known.currency) or 0,
        refusals or 0,
        bool(form.values["is_for_newcomers"]),
        _percent(form, "share_bp"),
    )
    terms = _shown(cash_terms(known.id), known.currency)
    if form.errors:
        return _page(request, known, terms, rule=form)
    try:
        set_deposit_rule(actor=actor, market_id=known.id, rule=rule)
    except DepositRuleInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, known, terms, rule=form)
    return see_other(_address(slug), _("Saved. It holds for new orders."))


@require_POST
@in_office
def market_cash_deposit_removal(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    drop_deposit_rule(actor=actor, market_id=known.id, rule_id=_id(request.POST))
    return see_other(_address(slug), _("Removed. It is not asked of new orders."))


def _page(
    request: HttpRequest,
    known: MarketPolicy,
    form: CashForm,
    *,
    band: CashForm | None = None,
    rule: CashForm | None = None,
) -> HttpResponse:
    inside = listed_cities(known.country)
    places = [(one, [c for c in inside if c.region == one.code]) for one in regions(known.country)]
    services = [
        (one.value, named(service_name(one)))
        for one in DeliveryCode
        if one is not DeliveryCode.ABROAD
    ]
    names = dict(services)
    context = {
        "known": known,
        "form": form,
        "band": band or CashForm({}),
        "bands": [
            (
                one,
                city(one.place) or region(one.place),
                names.get(one.service, ""),
                Money(one.up_to_minor, known.currency) if one.up_to_minor else None,
                Money(one.fee_minor, known.currency),
            )
            for one in fee_bands(known.id)
        ],
        "rule": rule or CashForm({}),
        "rules": [
            (
                one,
                city(one.place) or region(one.place),
                Money(one.from_minor, known.currency) if one.from_minor else None,
                one.share_bp / 100,
            )
            for one in deposit_rules(known.id)
        ],
        "rule_places": place_options(places, rule.values["place"] if rule else ""),
        "plain_fee": Money(known.cash_on_delivery_fee_minor, known.currency),
        "places": place_options(places, band.values["place"] if band else ""),
        "services": [("", _("Whichever")), *services],
        "currency": known.currency,
        "start": _address(known.slug),
    }
    wrong = form.errors or (band and band.errors) or (rule and rule.errors)
    return market_page(request, "market_cash", known, context, status=422 if wrong else 200)


def _shown(terms: CashTerms, currency: str) -> CashForm:
    values = {name: "1" if getattr(terms, name) else "" for name in SWITCHES}
    for name in NUMBERS:
        value = getattr(terms, name)
        values[name] = "" if value is None else str(value)
    for name in MONEYS:
        value = getattr(terms, name)
        values[name] = "" if value is None else Money(value, currency).to_decimal_string()
    for name in PERCENTS:
        values[name] = f"{getattr(terms, name) / 100:g}"
    return CashForm(values)


def _read(form: CashForm, currency: str) -> CashTerms | None:
    """None, with errors in the form, where something can't be read."""
    told: dict = {name: bool(form.values[name]) for name in SWITCHES}
    for name in NUMBERS:
        told[name] = whole_number(form.values[name]) if form.values[name] else None
        if told[name] is None and (form.values[name] or name not in MAY_BE_EMPTY):
            form.errors[name] = field_sentence("not_a_number")
    for name in MONEYS:
        told[name] = _money(form, name, currency)
    told["return_charge_minor"] = told["return_charge_minor"] or 0
    for name in PERCENTS:
        told[name] = _percent(form, name)
    return None if form.errors else CashTerms(**told)


def _percent(form: CashForm, name: str) -> int:
    share = amount(form.values[name] or "0", "SAR")
    if share is None:
        form.errors[name] = field_sentence("not_a_number")
    return share.minor if share else 0


def _money(form: CashForm, name: str, currency: str) -> int | None:
    if not form.values[name]:
        return None
    money = amount(form.values[name], currency)
    if money is None:
        form.errors[name] = field_sentence("not_an_amount")
    return money.minor if money else None


def _id(post: QueryDict) -> UUID:
    try:
        return UUID(post.get("band", ""))
    except ValueError:
        raise Http404 from None


def _address(slug: str) -> str:
    return local(f"/office/markets/{slug}/cash")
