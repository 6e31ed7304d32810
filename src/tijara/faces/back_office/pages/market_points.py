"""A market's points programme: whether it is on, its terms, what earns how much, its tiers."""

from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.catalogue.queries import categories, names_of, product_page
from tijara.domains.groups.queries import groups_in
from tijara.domains.loyalty.actions import (
    ProgrammeInvalid,
    RateInvalid,
    TiersInvalid,
    WorthStands,
    end_rate,
    save_tiers,
    set_programme,
    write_rate,
)
from tijara.domains.loyalty.queries import points_figures, programme_of, rates_in, tiers_in
from tijara.domains.loyalty.shapes import ForWhat, ProgrammeDraft, Rate, RateDraft, TierDraft
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.queries import markets_of
from tijara.domains.stores.queries import all_stores, stores
from tijara.faces.back_office.market_parts import known_market, market_page
from tijara.faces.back_office.office import in_office
from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence, field_sentences, sentence_of
from tijara.ui.typed import amount, whole_number

NUMBERS = ("worth", "lives_months", "least_points", "most_points", "alone_points")
RATE = ("points", "per", "department", "shop", "product", "key")
TIER = ("name_ar", "name_en", "name_fr", "from", "multiplier", "group")
PLACES = range(4)
BLANK = ProgrammeDraft(is_on=False)


@dataclass(slots=True)
class Form:
    """What was typed, and a sentence by field for what is wrong."""

    values: dict[str, str]
    errors: dict[str, object] = field(default_factory=dict)

    def whole(self, name: str) -> int:
        found = whole_number(self.values[name])
        if found is None:
            self.errors[name] = field_sentence("not_a_number")
        return found or 0

    def money(self, name: str, currency: str) -> int:
        found = amount(self.values[name], currency)
        if found is None:
            self.errors[name] = field_sentence("not_an_amount")
        return found.minor if found else 0


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_points(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    if request.method != "POST":
        return _page(request, known)
    form = Form({name: request.POST.get(name, "").strip()[:20] for name in (*NUMBERS, "is_on")})
    told = ProgrammeDraft(
        bool(form.values["is_on"]),
        form.money("worth", known.currency),
        *(form.whole(name) for name in NUMBERS[1:]),
    )
    if form.errors:
        return _page(request, known, programme=form)
    try:
        set_programme(actor=actor, market_id=known.id, draft=told)
    except ProgrammeInvalid as refusal:
        form.errors |= field_sentences(refusal.fields)
        return _page(request, known, programme=form)
    except WorthStands as refusal:
        form.errors["worth"] = sentence_of(refusal)
        return _page(request, known, programme=form)
    return see_other(_address(slug), _("Saved."))


@require_POST
@in_office
def points_rate(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    form = Form({name: request.POST.get(name, "").strip()[:300] for name in RATE})
    points, per = form.whole("points"), form.money("per", known.currency)
    of, target = _target(form)
    if form.errors:
        return _page(request, known, rate=form)
    try:
        write_rate(
            actor=actor,
            market_id=known.id,
            rate_id=read_id(form.values["key"]) or new_id(),
            draft=RateDraft(points, per, of, target),
        )
    except RateInvalid as refusal:
        form.errors |= field_sentences(refusal.fields)
        return _page(request, known, rate=form)
    return see_other(f"{_address(slug)}#rates", _("Saved. It holds for new orders."))


@require_POST
@in_office
def points_rate_end(request: HttpRequest, actor: Actor, slug: str, rate_id: UUID) -> HttpResponse:
    end_rate(actor=actor, market_id=known_market(slug).id, rate_id=rate_id)
    return see_other(f"{_address(slug)}#rates", _("Ended. What was ordered before earns by it."))


@require_POST
@in_office
def points_tiers(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    names = [f"{name}-{place}" for place in PLACES for name in TIER]
    form = Form({name: request.POST.get(name, "").strip()[:60] for name in names})
    drafts = _tiers_typed(form, known.currency)
    if form.errors:
        return _page(request, known, tiers=form)
    try:
        save_tiers(actor=actor, market_id=known.id, drafts=drafts)
    except TiersInvalid as refusal:
        form.errors |= field_sentences(refusal.fields)
        return _page(request, known, tiers=form)
    said = _("Saved. Buyers are put into their tiers within minutes.")
    return see_other(f"{_address(slug)}#tiers", said)


def _target(form: Form) -> tuple[ForWhat, UUID | None]:
    """At most one of the three; nothing: for everything."""
    typed = [name for name in ("department", "shop", "product") if form.values[name]]
    if len(typed) > 1:
        form.errors[typed[1]] = field_sentence("not_possible")
    if form.values["product"]:
        slug = form.values["product"].rstrip("/").rpartition("/")[2]
        found = product_page(slug) if slug else None
        if found is None:
            form.errors["product"] = field_sentence("unknown_product")
        return ForWhat.PRODUCT, found.id if found else None
    if not typed:
        return ForWhat.ALL, None
    of = ForWhat.DEPARTMENT if typed[0] == "department" else ForWhat.SHOP
    return of, read_id(form.values[typed[0]])


def _tiers_typed(form: Form, currency: str) -> list[TierDraft]:
    """Rows without any name are none; they close up."""
    drafts = []
    for place in PLACES:
        told = {name: form.values[f"{name}-{place}"] for name in TIER}
        if not (told["name_ar"] or told["name_en"] or told["name_fr"]):
            continue
        times = amount(told["multiplier"] or "1", "SAR")
        if times is None:
            form.errors[f"multiplier-{place}"] = field_sentence("not_a_number")
        drafts.append(
            TierDraft(
                told["name_ar"],
                form.money(f"from-{place}", currency),
                times.minor * 100 if times else 0,
                told["name_en"],
                told["name_fr"],
                read_id(told["group"]),
            )
        )
    return drafts


def _page(
    request: HttpRequest,
    known: MarketPolicy,
    *,
    programme: Form | None = None,
    rate: Form | None = None,
    tiers: Form | None = None,
) -> HttpResponse:
    figures = points_figures(known.id)
    shown = tiers or _shown_tiers(known)
    context = {
        "known": known,
        "start": _address(known.slug),
        "programme": programme or _shown_programme(known),
        "is_said": programme_of(known.id) is not None,
        "worth_stands": bool(figures and (figures.accounts or figures.pending)),
        "rates": _told_rates(rates_in(known.id), known.currency),
        "rate": rate or Form(dict.fromkeys(RATE, "") | {"points": "1", "key": str(new_id())}),
        "tiers": [_tier_fields(shown, place) for place in PLACES],
        "tier_errors": shown.errors,
        **_choices(known),
    }
    is_wrong = any(form and form.errors for form in (programme, rate, tiers))
    return market_page(request, "market_points", known, context, status=422 if is_wrong else 200)


def _choices(known: MarketPolicy) -> dict:
    """What rates may be for, and the groups that tiers may bring people into."""
    listed, anything = all_stores(), pgettext("points", "Whichever")
    homes = markets_of(one.seller_id for one in listed)
    shops = [one for one in listed if homes.get(one.seller_id) == known.id]
    groups = [one for one in groups_in(known.id) if one.has_members]
    return {
        "shops": [("", anything), *((str(one.seller_id), named(one)) for one in shops)],
        "departments": [
            ("", anything),
            *((str(one.id), f"{'— ' * one.depth}{named(one)}") for one in categories()),
        ],
        "groups": [
            ("", pgettext("points", "None")),
            *((str(one.id), named(one)) for one in groups),
        ],
    }


def _shown_programme(known: MarketPolicy) -> Form:
    told = programme_of(known.id) or BLANK
    values = {name: str(getattr(told, name)) for name in NUMBERS[1:]}
    worth = Money(told.worth_minor, known.currency).to_decimal_string()
    return Form(values | {"worth": worth, "is_on": "on" if told.is_on else ""})


def _shown_tiers(known: MarketPolicy) -> Form:
    values = {f"{name}-{place}": "" for place in PLACES for name in TIER}
    for place, one in enumerate(tiers_in(known.id)):
        values |= {
            f"name_ar-{place}": one.name_ar,
            f"name_en-{place}": one.name_en,
            f"name_fr-{place}": one.name_fr,
            f"from-{place}": Money(one.from_minor, known.currency).to_decimal_string(),
            f"multiplier-{place}": f"{one.multiplier_bp / 10_000:g}",
            f"group-{place}": str(one.group_id or ""),
        }
    return Form(values)


def _tier_fields(form: Form, place: int) -> dict:
    """One row of the form: names and values of its fields."""
    return {
        "number": place + 1,
        **{
            name: {
                "name": f"{name}-{place}",
                "value": form.values.get(f"{name}-{place}", ""),
                "error": form.errors.get(f"{name}-{place}", ""),
            }
            for name in TIER
        },
    }


def _told_rates(rates: list[Rate], currency: str) -> list[dict]:
    of = {kind: [one.target_id for one in rates if one.of is kind] for kind in ForWhat}
    shops, products = stores(of[ForWhat.SHOP]), names_of(of[ForWhat.PRODUCT])
    found: dict[UUID | None, object] = {one.id: one for one in categories()} | shops | products
    return [
        {
            "id": one.id,
            "points": one.points,
            "per": Money(one.per_minor, currency),
            "is_all": one.of is ForWhat.ALL,
            "name": named(found[one.target_id]) if one.target_id in found else "",
            "since": one.written_at,
        }
        for one in rates
    ]


def _address(slug: str) -> str:
    return local(f"/office/markets/{slug}/points")
