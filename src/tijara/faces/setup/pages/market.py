"""The market: its name, its country, and what follows from that."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from tijara.domains.installation.shapes import Step
from tijara.domains.markets.actions import MarketInvalid, change_look, open_market
from tijara.domains.markets.queries import country_profile, country_profiles, vat_bp
from tijara.domains.markets.shapes import CountryProfile, MarketDraft
from tijara.domains.stores.queries import all_stores
from tijara.faces.setup.drafts import draft_with
from tijara.faces.setup.seat import Seat, at_step, setup_page
from tijara.faces.setup.words import UNCHECKED, WEEKDAYS
from tijara.kit.accents import HOUSE
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentences

FIRST_COUNTRY = "SA"
NAMES = ("name_ar", "name_en", "name_fr")
COMMISSION_BP = 1000
USUAL_RETURN_DAYS = 14


@dataclass(slots=True)
class MarketForm:
    names: dict[str, str]
    country: str
    languages: tuple[str, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@at_step(Step.MARKET)
def market(request: HttpRequest, seat: Seat) -> HttpResponse:
    if request.method != "POST":
        return _page(request, seat, _standing(seat), {})
    form = _read(request, seat)
    if "look" in request.POST:
        return _page(request, seat, form, {})
    if not form.names["name_ar"]:
        return _page(request, seat, form, field_sentences({"name_ar": "required"}))
    known = seat.market
    try:
        market_id = open_market(
            actor=seat.actor,
            draft=_draft(seat, form),
            moved_from=known.slug if known and not _is_settled(seat) else "",
        )
    except MarketInvalid as refusal:
        return _page(request, seat, form, field_sentences(refusal.fields))
    if known is None or not known.accent:
        change_look(actor=seat.actor, market_id=market_id, accent=HOUSE, logo=None)
    return seat.settles()


def _is_settled(seat: Seat) -> bool:
    """From the first store on prices are in its currency, and the country stays: the owner's own,
    or one that was let in meanwhile."""
    return Step.STORE in seat.state.done or bool(all_stores())


def _standing(seat: Seat) -> MarketForm:
    known = seat.market
    if known is None:
        return MarketForm(dict.fromkeys(NAMES, ""), FIRST_COUNTRY, _all_languages())
    names = {name: getattr(known, name) for name in NAMES}
    names["name_en"] = "" if known.name_en == known.name_ar else known.name_en
    return MarketForm(names, known.country, known.languages)


def _read(request: HttpRequest, seat: Seat) -> MarketForm:
    country = request.POST.get("country", "")
    is_known = any(one.code == country for one in country_profiles())
    stays = seat.market if _is_settled(seat) else None
    chosen = request.POST.getlist("languages")
    return MarketForm(
        {name: strip_controls(request.POST.get(name, ""))[:121] for name in NAMES},
        stays.country if stays else country if is_known else FIRST_COUNTRY,
        tuple(code for code in _all_languages() if code in chosen),
    )


def _draft(seat: Seat, form: MarketForm) -> MarketDraft:
    """Without an English name the Arabic one stands there: it is never empty."""
    names = form.names | {"name_en": form.names["name_en"] or form.names["name_ar"]}
    known, profile = seat.market, country_profile(form.country)
    told = {**names, "languages": form.languages, "country": profile.code}
    if known is not None and known.country == profile.code:
        return draft_with(known, **told)
    return MarketDraft(
        slug=profile.code.lower(),
        currency=profile.currency,
        commission_bp=COMMISSION_BP,
        delivery_minor=0,
        return_days=_return_days(profile),
        payment_methods=("cash_on_delivery",),
        **told,
    )


def _page(
    request: HttpRequest, seat: Seat, form: MarketForm, wrong: dict[str, str]
) -> HttpResponse:
    profile = country_profile(form.country)
    countries = [(one.code, named(one)) for one in country_profiles()]
    context = {
        "form": form,
        "wrong": wrong,
        "profile": profile,
        "countries": sorted(countries, key=lambda one: (one[0] != FIRST_COUNTRY, one[1])),
        "is_settled": _is_settled(seat),
        "vat": f"{vat_bp(profile.code, now().date()) / 100:g}" if profile.vat_rates else "",
        "weekend": _weekend(profile),
        "return_days": _return_days(profile),
        "unchecked": [str(UNCHECKED[name]) for name in profile.unchecked],
        "languages": [(code, name, code in form.languages) for code, name in settings.LANGUAGES],
    }
    status = 422 if wrong else 200
    return setup_page(request, Step.MARKET, context, state=seat.state, status=status)


def _return_days(profile: CountryProfile) -> int:
    return max(USUAL_RETURN_DAYS, profile.return_days or 0)


def _weekend(profile: CountryProfile) -> list[str]:
    return [str(WEEKDAYS[day - 1]) for day in profile.weekend or ()]


def _all_languages() -> tuple[str, ...]:
    return tuple(code for code, _name in settings.LANGUAGES)
