"""Who sells here: the owner, others, or both; and who the owner's own store is before the law."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from tijara.domains.geography.queries import listed_cities
from tijara.domains.installation.shapes import Selling, Step
from tijara.domains.markets.actions import PapersInvalid, declare_operator, open_market
from tijara.domains.parties.actions import (
    IdentityInvalid,
    SellerInvalid,
    add_member,
    declare_identity,
    open_seller,
)
from tijara.domains.parties.queries import identity_faults, legal_identities
from tijara.domains.parties.shapes import LegalIdentity, PartyKind
from tijara.domains.stores.actions import StoreInvalid, open_store
from tijara.domains.stores.queries import free_slug, stores
from tijara.faces.setup.drafts import draft_with
from tijara.faces.setup.seat import Seat, at_step, setup_page
from tijara.faces.setup.words import SELLING
from tijara.kit.arabic import parse_decimal, strip_controls
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentences

FIELDS = (
    "name_ar", "city", "legal_name", "vat_number", "registration_number", "address", "commission",
)  # fmt: skip
PAPERS = {
    "name_ar": "legal_name",
    "commercial_register": "registration_number",
    "address_ar": "address",
}
"""The form's field of what the market says of its operator."""
MOST_COMMISSION_BP = 10_000
PROTECTION_DAYS = 3
"""Where others sell, what they earn is held for so many working days, until the owner says else:
a buyer who complains finds the money still there."""


@dataclass(slots=True)
class StoreForm:
    selling: str
    values: dict[str, str]


@require_http_methods(["GET", "HEAD", "POST"])
@at_step(Step.STORE)
def store(request: HttpRequest, seat: Seat) -> HttpResponse:
    if request.method != "POST":
        return _page(request, seat, _standing(request, seat), {})
    form = StoreForm(
        request.POST.get("selling", ""),
        {name: strip_controls(request.POST.get(name, ""))[:301] for name in FIELDS},
    )
    if form.selling not in set(Selling):
        return _page(request, seat, form, field_sentences({"selling": "unknown"}))
    selling = Selling(form.selling)
    wrong = _lets_others_in(seat, form) if selling is not Selling.OWN else {}
    if not wrong and selling is not Selling.MANY:
        wrong = _opens_own(seat, form)
    if wrong:
        return _page(request, seat, form, field_sentences(wrong))
    has_own = bool(stores([seat.state.seller_id]))
    return seat.settles(selling=Selling.BOTH if has_own and selling is Selling.MANY else selling)


def _lets_others_in(seat: Seat, form: StoreForm) -> dict[str, str]:
    """What of each sale of theirs is the market's."""
    share = parse_decimal(form.values["commission"], 2)
    if share is None or not 0 <= share <= MOST_COMMISSION_BP:
        return {"commission": "not_a_number" if share is None else "outside_limits"}
    days = seat.opened.protection_days or PROTECTION_DAYS
    draft = draft_with(seat.opened, commission_bp=share, protection_days=days)
    open_market(actor=seat.actor, draft=draft)
    return {}


def _opens_own(seat: Seat, form: StoreForm) -> dict[str, str]:
    """The owner pays himself no commission. Sent twice, it is one store with what came last."""
    values, seller_id = form.values, seat.state.seller_id
    identity = LegalIdentity(
        kind=PartyKind.COMPANY if values["registration_number"] else PartyKind.PERSON,
        legal_name=values["legal_name"],
        vat_number=values["vat_number"],
        registration_number=values["registration_number"],
        address=values["address"],
    )
    if faults := identity_faults(identity, seat.opened.country)[1]:
        return faults
    try:
        open_seller(
            actor=seat.actor,
            market_id=seat.opened.id,
            legal_name=identity.legal_name,
            commission_bp=0,
            seller_id=seller_id,
        )
        declare_identity(actor=seat.actor, seller_id=seller_id, identity=identity)
        open_store(
            actor=seat.actor,
            seller_id=seller_id,
            slug=_slug(seat),
            name_ar=values["name_ar"],
            name_en=seat.opened.name_en if values["name_ar"] == seat.opened.name_ar else "",
            city=values["city"],
        )
    except (SellerInvalid, IdentityInvalid, StoreInvalid) as refusal:
        return refusal.fields
    add_member(actor=seat.actor, person_id=seat.actor.person_id, seller_id=seller_id)
    return _runs_it(seat, identity)


def _runs_it(seat: Seat, identity: LegalIdentity) -> dict[str, str]:
    """Whoever opens his own store here runs the market too: it is not asked twice."""
    papers = replace(
        seat.opened.papers,
        name_ar=identity.legal_name,
        commercial_register=identity.registration_number,
        vat_number=identity.vat_number,
        address_ar=identity.address,
    )
    try:
        declare_operator(actor=seat.actor, market_id=seat.opened.id, papers=papers)
    except PapersInvalid as refusal:
        return {PAPERS.get(name, name): code for name, code in refusal.fields.items()}
    return {}


def _slug(seat: Seat) -> str:
    """Its address: from the English name, or from the Arabic one in Latin letters."""
    standing = stores([seat.state.seller_id]).get(seat.state.seller_id)
    return standing.slug if standing else free_slug(seat.opened.name_en) or "store"


def _standing(request: HttpRequest, seat: Seat) -> StoreForm:
    """The market's name is the store's, until it is given another."""
    seller_id = seat.state.seller_id
    known = stores([seller_id]).get(seller_id)
    identity = legal_identities([seller_id]).get(seller_id)
    values = {
        "name_ar": known.name_ar if known else seat.opened.name_ar,
        "city": known.city if known else "",
        "legal_name": identity.legal_name if identity else request.user.name,
        "vat_number": identity.vat_number if identity else "",
        "registration_number": identity.registration_number if identity else "",
        "address": identity.address if identity else "",
        "commission": f"{seat.opened.commission_bp / 100:g}",
    }
    return StoreForm(seat.state.selling or Selling.OWN, values)


def _page(request: HttpRequest, seat: Seat, form: StoreForm, wrong: dict[str, str]) -> HttpResponse:
    cities = listed_cities(seat.opened.country, form.values["city"])
    context = {
        "form": form,
        "wrong": wrong,
        "ways": [
            (way.value, name, note, form.selling == way) for way, (name, note) in SELLING.items()
        ],
        "cities": [("", ""), *((one.code, named(one)) for one in cities)],
        "details_open": bool({"vat_number", "registration_number", "address"} & wrong.keys()),
    }
    status = 422 if wrong else 200
    return setup_page(request, Step.STORE, context, state=seat.state, status=status)
