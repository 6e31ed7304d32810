"""A seller with the tax authority: enrol him by a one-time code, mend his details, withdraw him."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.invoicing.actions import (
    AuthorityUnreachable,
    EnrolmentRefused,
    NoUnit,
    UnitInvalid,
    enrol_unit,
    withdraw_unit,
)
from tijara.domains.invoicing.queries import (
    authorities_of,
    authority_asks,
    authority_facts,
    authority_fields,
    authority_title,
    codes_to_register,
    country_of_seller,
    issuer_of,
    registers_codes,
    unit_of,
)
from tijara.domains.invoicing.shapes import FactAsked, UnitFacts, UnitState, UnitView
from tijara.domains.markets.queries import markets
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.queries import place_told, seller_file
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.ui.directions import see_other
from tijara.ui.downloads import table
from tijara.ui.filing_words import TROUBLES, UNIT_STATES
from tijara.ui.language import local
from tijara.ui.pieces.fields import field as draw
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence, sentence_of

LONGEST = 120
LABELS = {
    "branch": gettext_lazy("Branch"),
    "business": gettext_lazy("Line of business"),
    "street": gettext_lazy("Street"),
    "building": gettext_lazy("Building number"),
    "district": gettext_lazy("District"),
    "city": gettext_lazy("City"),
    "postcode": gettext_lazy("Postcode"),
    "extra": gettext_lazy("Additional number"),
    "region": gettext_lazy("Region"),
}
HINTS = {
    "business_in_words": gettext_lazy("In a word or two, such as “Perfumes”."),
    "code_of_business": gettext_lazy("The authority’s code of it, four digits."),
    "five_digits": gettext_lazy("Five digits."),
    "governorate": gettext_lazy("The governorate."),
    "letters_of_emirate": gettext_lazy(
        "The emirate’s letters: AUH, DXB, SHJ, UAQ, FUJ, AJM or RAK."
    ),
    "name_of_branch": gettext_lazy("As the authority knows it, such as “Head office”."),
    "national_building": gettext_lazy("Four digits of the national address."),
    "number_of_branch": gettext_lazy("Its number at the authority; 0 for the only one."),
}
"""The sentences that a fact's hint names; a hint that is none of them is a sentence itself."""

ENVIRONMENTS = {
    "production": gettext_lazy("The real one"),
    "simulation": gettext_lazy("Simulation: for trying out, before the real one"),
    "sandbox": gettext_lazy("Sandbox: for developers"),
    "preproduction": gettext_lazy("Trial: before the real one"),
}
CODES = {
    "barcode": gettext_lazy("The barcode where there is one, else a code of the seller’s own"),
    "own": gettext_lazy("A code of the seller’s own for everything"),
}
CHOICES = {
    "environment": gettext_lazy("Which authority"),
    "codes": gettext_lazy("By which codes goods are told"),
}
ASKED = {
    "code": gettext_lazy("One-time code"),
    "client_id": gettext_lazy("Client number"),
    "client_secret": gettext_lazy("Client secret"),
    "device": gettext_lazy("Serial number of the device"),
}
ABOUT_IDENTITY = frozenset({"vat_number", "registration", "authority"})


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def tax_unit(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    _must_exist(seller_id)
    unit = unit_of(seller_id)
    if request.method != "POST":
        told = asdict(unit.facts if unit else place_told(seller_id))
        return _page(request, actor, seller_id, unit, told, {})
    given = _posted(request, [one.name for one in fields(UnitFacts)])
    authority = request.POST.get("authority", "")
    is_known = authority in authorities_of(country_of_seller(seller_id))
    chosen = authority_fields(authority) if is_known else []
    asked = authority_asks(authority) if is_known else ()
    try:
        enrol_unit(
            actor=actor,
            seller_id=seller_id,
            authority=authority,
            facts=UnitFacts(**given),
            fields=unit.fields if unit else _posted(request, [one.name for one in chosen]),
            given=_posted(request, asked),
        )
    except UnitInvalid as refusal:
        return _page(request, actor, seller_id, unit, given, refusal.fields)
    except (EnrolmentRefused, AuthorityUnreachable) as refusal:
        said = sentence_of(refusal)
        return _page(request, actor, seller_id, unit_of(seller_id), given, {}, said)
    return see_other(
        local(f"/office/sellers/{seller_id}/tax-unit"), _("Saved. His invoices go out.")
    )


def _posted(request: HttpRequest, names: Iterable[str]) -> dict[str, str]:
    return {name: request.POST.get(name, "")[:LONGEST] for name in names}


@require_POST
@in_office
def tax_unit_withdrawal(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    _must_exist(seller_id)
    here = local(f"/office/sellers/{seller_id}/tax-unit")
    try:
        withdraw_unit(actor=actor, seller_id=seller_id)
    except NoUnit as refusal:
        return see_other(here, sentence_of(refusal), "warn")
    return see_other(here, _("Withdrawn. What waits is still sent; nothing new is written."))


@require_safe
@in_office
def tax_unit_codes(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    """The codes of his goods, as the authority's portal takes them in a file."""
    _must_exist(seller_id)
    rows = codes_to_register(seller_id)
    if not rows:
        raise Http404
    return table("item-codes", rows)


def _must_exist(seller_id: UUID) -> None:
    """A seller, or a market, whose operator is the seller of what he writes to his sellers."""
    if seller_file(seller_id) is None and _market_called(seller_id) is None:
        raise Http404


def _market_called(owner_id: UUID) -> MarketPolicy | None:
    return next((one for one in markets() if one.id == owner_id), None)


def _page(
    request: HttpRequest,
    actor: Actor,
    seller_id: UUID,
    unit: UnitView | None,
    given: dict[str, str],
    faults: dict[str, str],
    said: str = "",
) -> HttpResponse:
    known = authorities_of(country_of_seller(seller_id))
    authority = unit.authority if unit else next(iter(known), "")
    identity, market = issuer_of(seller_id), _market_called(seller_id)
    empty = {name for name in faults if name in given and not given[name].strip()}
    wrong = {
        name: field_sentence("required" if name in empty else code) for name, code in faults.items()
    }
    context = {
        "seller_id": seller_id,
        "market": market,
        "papers": _papers(actor, market),
        "store": stores([seller_id]).get(seller_id),
        "identity": identity,
        "identity_is_wrong": bool(ABOUT_IDENTITY & faults.keys()),
        "unit": unit,
        "state": UNIT_STATES[unit.state] if unit else None,
        "trouble": TROUBLES.get(unit.trouble, "") if unit else "",
        "authority": authority,
        "authority_name": named(authority_title(authority)) if authority else "",
        "is_ready": unit is not None and unit.state is UnitState.READY,
        "asked": _asked(authority) if authority else [],
        "needs_code": bool(authority) and authority_asks(authority) == ("code",),
        "fields": [
            _drawn(one, given.get(one.name, ""), wrong.get(one.name, ""))
            for one in (authority_facts(authority) if authority else ())
        ],
        "choices": [] if unit or not authority else _choices(authority, request),
        "said": said,
        "codes": local(f"/office/sellers/{seller_id}/tax-unit/codes.csv")
        if market is None and registers_codes(seller_id)
        else "",
        "wrong": wrong,
    }
    return office_page(request, "tax_unit", context, status=422 if wrong or said else 200)


def _papers(actor: Actor, market: MarketPolicy | None) -> str:
    """Where they are changed, for who may."""
    if market is None or not actor.may(Power.MARKETS_MANAGE):
        return ""
    return local(f"/office/markets/{market.slug}/papers")


def _drawn(asked: FactAsked, value: str, error: str) -> str:
    most = asked.digits[1] if asked.digits else 0
    looks = {"dir": "ltr", "inputmode": "numeric", "maxlength": most} if most else {}
    looks = looks or {"dir": "auto", "maxlength": LONGEST}
    return draw(
        asked.name,
        LABELS[asked.name],
        value,
        error=error,
        hint=HINTS.get(asked.hint, asked.hint),
        optional=not asked.is_needed,
        autocomplete="off",
        **looks,
    )


def _asked(authority: str) -> list[str]:
    """Nothing of it comes back into the form: it is secret, and a code is good only once."""
    looks: dict[str, object] = {"dir": "ltr", "autocomplete": "off"}
    return [
        draw(name, ASKED.get(name, name), "", maxlength=LONGEST, **looks)
        for name in authority_asks(authority)
    ]


def _choices(authority: str, request: HttpRequest) -> list[str]:
    return [
        draw(
            one.name,
            CHOICES.get(one.name, one.name),
            request.POST.get(one.name, one.choices[0]),
            options=[
                (choice, (ENVIRONMENTS | CODES).get(choice, choice)) for choice in one.choices
            ],
        )
        for one in authority_fields(authority)
    ]
