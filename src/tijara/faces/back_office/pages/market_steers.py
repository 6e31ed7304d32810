"""What a market's staff put before chance in its search: goods that stand first, what counts for
more or less, words that lead to a page."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.catalogue.queries import category
from tijara.domains.markets.queries import address_start
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.search.actions import SteerInvalid, TooManySteers, drop_steer, put_steer
from tijara.domains.search.queries import cards, steered_products, steers
from tijara.domains.search.shapes import SteerAim, SteerKind, SteerTerms, SteerView
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.market_parts import known_market, market_page, search_parts
from tijara.faces.back_office.office import in_office
from tijara.kit.actor import Actor
from tijara.kit.arabic import ascii_digits
from tijara.kit.ids import new_id
from tijara.ui.directions import see_other
from tijara.ui.language import bare, local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentences, sentence_of

FIELDS = {"said": 100, "aim": 8, "target": 300, "percent": 6, "from_on": 10, "until_on": 10}
AIMS = {
    SteerAim.PRODUCT: gettext_lazy("A product"),
    SteerAim.BRAND: pgettext_lazy("search", "A brand"),
    SteerAim.STORE: pgettext_lazy("search", "A shop"),
    SteerAim.DEPARTMENT: pgettext_lazy("search", "A department"),
}
STARTS = {SteerAim.PRODUCT: "/p/", SteerAim.STORE: "/s/", SteerAim.DEPARTMENT: "/c/"}
"""What the addresses of each begin with: who pastes one means what it leads to."""
USUAL = {SteerKind.PIN: SteerAim.PRODUCT, SteerKind.LEAD: SteerAim.PAGE}


@dataclass(frozen=True, slots=True)
class Row:
    steer: SteerView
    name: str
    is_address: bool


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_steers(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    if request.method != "POST":
        return _page(request, known)
    kind = _kind(request.POST.get("kind", ""))
    values = {
        name: request.POST.get(name, "").replace("\0", "").strip()[:most]
        for name, most in FIELDS.items()
    }
    try:
        terms = _terms(kind, values)
        put_steer(actor=actor, market_id=known.id, steer_id=new_id(), terms=terms)
    except SteerInvalid as refusal:
        return _page(request, known, kind, values, field_sentences(refusal.fields))
    except TooManySteers as refusal:
        return _page(request, known, kind, values, {"said": sentence_of(refusal)})
    return see_other(_address(slug), _("Saved. The search knows it within half a minute."))


@require_POST
@in_office
def market_steer_removal(
    request: HttpRequest, actor: Actor, slug: str, steer_id: UUID
) -> HttpResponse:
    drop_steer(actor=actor, market_id=known_market(slug).id, steer_id=steer_id)
    return see_other(_address(slug), _("Removed."))


def _page(
    request: HttpRequest,
    known: MarketPolicy,
    kind: SteerKind | None = None,
    values: dict | None = None,
    wrong: dict | None = None,
) -> HttpResponse:
    aimed = {card.product_id: card for card in cards(steered_products(known.id), known.id)}
    rows = [_row(one) for one in steers(known.id, aimed)]
    context = {
        "known": known,
        "here": _address(known.slug),
        "front": address_start(known.id),
        "parts": search_parts(known.slug, _address(known.slug)),
        "pins": [row for row in rows if row.steer.terms.kind is SteerKind.PIN],
        "lifts": [row for row in rows if row.steer.terms.kind is SteerKind.LIFT],
        "leads": [row for row in rows if row.steer.terms.kind is SteerKind.LEAD],
        "aims": AIMS.items(),
        "pin": _filled(SteerKind.PIN, kind, values, wrong, request),
        "lift": _filled(SteerKind.LIFT, kind, values, wrong, request),
        "lead": _filled(SteerKind.LEAD, kind, values, wrong, request),
    }
    return market_page(request, "market_steers", known, context, status=422 if wrong else 200)


def _filled(
    of: SteerKind,
    kind: SteerKind | None,
    values: dict | None,
    wrong: dict | None,
    request: HttpRequest,
) -> dict:
    """A form: what was typed into it and what is wrong; the words that a link has brought."""
    if of is kind:
        return {"values": values or {}, "wrong": wrong or {}}
    return {"values": {"said": request.GET.get("said", "")[:100], "aim": "brand"}, "wrong": {}}


def _row(one: SteerView) -> Row:
    terms = one.terms
    if terms.aim is SteerAim.PRODUCT:
        return Row(one, named(one.card) if one.card else "", is_address=False)
    if terms.aim is SteerAim.STORE:
        store = stores([UUID(terms.target)]).get(UUID(terms.target))
        return Row(one, named(store) if store else "", is_address=False)
    if terms.aim is SteerAim.DEPARTMENT:
        node = category(terms.target)
        return Row(one, named(node) if node else "", is_address=False)
    return Row(one, terms.target, is_address=True)


def _kind(said: str) -> SteerKind:
    return SteerKind(said) if said in set(SteerKind) else SteerKind.PIN


def _terms(kind: SteerKind, values: dict[str, str]) -> SteerTerms:
    aim = USUAL.get(kind) or (
        SteerAim(values["aim"]) if values["aim"] in set(SteerAim) else SteerAim.PAGE
    )
    days = {name: _day(values[name]) for name in ("from_on", "until_on")}
    if wrong := {name: "not_a_day" for name, day in days.items() if values[name] and day is None}:
        raise SteerInvalid(wrong)
    return SteerTerms(
        kind,
        values["said"],
        aim,
        _target(aim, values["target"]),
        percent=_percent(values["percent"]),
        **days,
    )


def _target(aim: SteerAim, typed: str) -> str:
    """What a pasted address leads to, or the part of it alone."""
    try:
        parts = urlsplit(typed)
    except ValueError:
        return typed
    path = bare(unquote(parts.path)) if "/" in typed else typed
    if aim is SteerAim.PAGE:
        is_ours = not parts.netloc
        return f"{path}?{parts.query}" if is_ours and parts.query else path if is_ours else typed
    start = STARTS.get(aim, "")
    _before, found, rest = path.rpartition(start) if start else ("", "", path)
    return (rest if found or not start else path).strip("/")


def _percent(typed: str) -> int:
    text = ascii_digits(typed).replace("%", "").replace("٪", "").replace("−", "-").strip()
    digits = text.removeprefix("+").removeprefix("-")
    if not digits.isascii() or not digits.isdecimal():
        return 0
    return -int(digits) if text.startswith("-") else int(digits)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(ascii_digits(typed))
    except ValueError:
        return None


def _address(slug: str) -> str:
    return local(f"/office/markets/{slug}/search/first")
