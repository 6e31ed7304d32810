"""A market: opened in a country, and its policies changed."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.markets.actions import MarketFixed, MarketInvalid, open_market
from tijara.domains.markets.queries import (
    CountryUnknown,
    address_start,
    country_profile,
    country_profiles,
    markets,
)
from tijara.domains.markets.shapes import CountryProfile, DatedRate, MarketPolicy, TaxClass
from tijara.domains.payments.shapes import OFFERED
from tijara.faces.back_office.market_form import (
    CODES,
    MEANS,
    MarketForm,
    blank_form,
    draft_of,
    drawn,
    form_of,
    read_form,
)
from tijara.faces.back_office.market_parts import known_market, market_parts
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.countries import country_codes
from tijara.ui.directions import see_other
from tijara.ui.language import local, within_market
from tijara.ui.pieces.countries import by_name
from tijara.ui.refusal_texts import field_sentence, sentence_of
from tijara.ui.taxes import class_rate
from tijara.ui.trade_words import PAYMENT_METHODS

TRADE = "b2c"
TAX_RULES = ("vat_rates", "tax_classes")


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_page(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    profile = country_profile(known.country)
    if request.method != "POST":
        return _page(request, profile, form_of(known), known=known)
    form = read_form(request.POST)
    return _save(request, actor, profile, form, slug, known)


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_opening(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A country is chosen first: its currency, its law and its defaults are in the form then."""
    if not request.GET.get("country"):
        return see_other(local("/office/markets"), _("Choose the country first."), "info")
    try:
        profile = country_profile(request.GET["country"][:2].upper())
    except CountryUnknown:
        raise Http404 from None
    if request.method != "POST":
        form = blank_form(profile)
        return _page(request, profile, form, slug=_free_slug(profile))
    form = read_form(request.POST)
    slug = request.POST.get("slug", "").strip().lower()[:41]
    if any(one.slug == slug for one in markets()):
        form.errors["slug"] = _("Another market has this address. Choose another.")
        return _page(request, profile, form, slug=slug)
    return _save(request, actor, profile, form, slug, None)


def _free_slug(profile: CountryProfile) -> str:
    """The country's own two letters, unless a market has them."""
    slug = profile.code.lower()
    return "" if any(one.slug == slug for one in markets()) else slug


def _save(
    request: HttpRequest,
    actor: Actor,
    profile: CountryProfile,
    form: MarketForm,
    slug: str,
    known: MarketPolicy | None,
) -> HttpResponse:
    draft = draft_of(form, slug, profile, known.trade_model if known else TRADE)
    if draft is None:
        return _page(request, profile, form, known=known, slug=slug)
    try:
        open_market(actor=actor, draft=draft)
    except MarketInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, profile, form, known=known, slug=slug)
    except MarketFixed as refusal:
        return see_other(local("/office/markets"), sentence_of(refusal), "warn")
    said = _("Saved. It holds for new orders.") if known else _("The market is open.")
    return see_other(local(f"/office/markets/{slug}"), said)


def _page(
    request: HttpRequest,
    profile: CountryProfile,
    form: MarketForm,
    *,
    known: MarketPolicy | None = None,
    slug: str = "",
) -> HttpResponse:
    if "slug" in form.errors and form.errors["slug"] == field_sentence("not_an_address"):
        form.errors["slug"] = _("Two letters such as eg, and more after a dash if you like.")
    context = {
        "known": known,
        "market_parts": market_parts(known.slug, request.path) if known else [],
        "profile": profile,
        "form": form,
        "slug": slug,
        "groups": drawn(form, profile.currency),
        "methods": _choices(
            {one: PAYMENT_METHODS[one] for one in OFFERED}, form.lists["payment_methods"]
        ),
        "abroad": _countries(profile, form.lists["abroad"]),
        "means": _choices(MEANS, (form.phone_means,)),
        "languages": _choices(dict(settings.LANGUAGES), form.lists["languages"]),
        "codes": _choices(CODES, (form.cash_code,)),
        "feeds": _feeds(known) if known else [],
        "rates": _rates(profile),
        "classes": _classes(profile),
        "sources": [profile.sources[one] for one in TAX_RULES if one in profile.sources],
    }
    return office_page(request, "market", context, status=422 if form.errors else 200)


def _feeds(known: MarketPolicy) -> list[str]:
    """Where shopping search fetches the market's goods, in each of its languages."""
    start = f"{settings.PUBLIC_ADDRESS}{address_start(known.id)}"
    with within_market(""):
        return [f"{start}{local('/feed.xml', language)}" for language in known.languages]


def _rates(profile: CountryProfile) -> list[tuple[DatedRate, bool]]:
    """The last first, and whether it is in force."""
    today = now().date()
    in_force = max((one.since for one in profile.vat_rates if one.since <= today), default=None)
    return [(one, one.since == in_force) for one in reversed(profile.vat_rates)]


def _classes(profile: CountryProfile) -> list[tuple[TaxClass, str]]:
    return [(one, class_rate(one)) for one in profile.tax_classes]


def _countries(
    profile: CountryProfile, chosen: tuple[str, ...]
) -> list[list[tuple[str, object, bool]]]:
    """By name: those that are chosen or have a profile, then the rest of the world."""
    near = ({one.code for one in country_profiles()} | set(chosen)) & country_codes()
    near, far = near - {profile.code}, country_codes() - near - {profile.code}
    return [_choices(dict(by_name(codes)), chosen) for codes in (near, far)]


def _choices(names: dict, chosen: tuple[str, ...]) -> list[tuple[str, object, bool]]:
    return [(str(value), label, value in chosen) for value, label in names.items()]
