"""Name, language, phone and e-mail, and whom one buys for."""

from dataclasses import asdict, fields

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.accounts.actions import (
    CodeOver,
    CodeTooSoon,
    RecipientTaken,
    TooManyCodes,
    WrongCode,
    change_profile,
    change_recipient,
    send_code,
)
from tijara.domains.accounts.queries import account, recipient_of
from tijara.domains.messaging.queries import channels
from tijara.domains.parties.actions import CustomerInvalid, change_customer
from tijara.domains.parties.queries import company_address_parts, customer
from tijara.domains.parties.shapes import CustomerPapers, PartyKind, RegisteredAddress
from tijara.faces.account.people import (
    account_page,
    as_buyer,
    as_person,
    buyer_of,
    country,
    market_id,
    proved,
    signed_in,
)
from tijara.faces.account.words import KINDS, MEANS
from tijara.kit.refusal import Invalid
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.place_words import place_fields
from tijara.ui.refusal_texts import field_sentence, sentence_of

PLACE = tuple(one.name for one in fields(RegisteredAddress))
PAGE, CODE_PAGE = "/account/profile", "/account/profile/reach"
PURPOSE, WANTED = "own_recipient", "wanted_recipient"
"""The session's key for the phone or address that a code was sent to."""


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def profile(request: HttpRequest) -> HttpResponse:
    given = request.POST if request.method == "POST" else {}
    wrong = {}
    if given:
        try:
            change_profile(
                actor=as_person(request),
                name=given.get("name", ""),
                language=given.get("language", ""),
                wish=given.get("wish", ""),
            )
        except Invalid as refusal:
            wrong = _sentences(refusal)
        else:
            return see_other(local(PAGE), _("Saved."))
    person = account(request.user.pk)
    context = {
        "person": person,
        "name": given.get("name", person.name),
        "language": given.get("language", person.language),
        "languages": settings.LANGUAGES,
        "wish": given.get("wish", person.wish),
        "means": _means(person.wish),
        "wrong": wrong,
    }
    return account_page(request, "profile", context, status=422 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@proved
def reach(request: HttpRequest) -> HttpResponse:
    """Another phone or e-mail: it is the account's once the code that came to it was written."""
    if request.method == "POST" and "recipient" in request.POST:
        return _send(request)
    wanted = request.session.get(WANTED)
    if request.method != "POST" or not wanted:
        return _reach_form(request, wanted)
    try:
        change_recipient(
            actor=as_person(request),
            recipient=wanted,
            code=request.POST.get("code", ""),
            market_id=market_id(),
        )
    except (WrongCode, CodeOver, RecipientTaken) as refusal:
        is_over = isinstance(refusal, CodeOver)
        return _reach_form(request, wanted, {"code": sentence_of(refusal)}, is_over=is_over)
    del request.session[WANTED]
    return see_other(local(PAGE), _("It is yours now: you can sign in with it."))


@require_POST
@signed_in
def reach_other(request: HttpRequest) -> HttpResponse:
    """Start again with another number or address."""
    request.session.pop(WANTED, None)
    return see_other(local(CODE_PAGE))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def papers(request: HttpRequest) -> HttpResponse:
    """Whom one buys for: oneself, a company, a public body."""
    if request.method != "POST":
        return _papers_form(request, customer(buyer_of(request)))
    given = request.POST
    kind = given.get("kind", "")
    told = CustomerPapers(
        kind=PartyKind(kind) if kind in set(PartyKind) else PartyKind.PERSON,
        legal_name=given.get("legal_name", ""),
        vat_number=given.get("vat_number", ""),
        registration_number=given.get("registration_number", ""),
        agency_code=given.get("agency_code", ""),
        address=customer(buyer_of(request)).address,
        place=RegisteredAddress(**{name: given.get(name, "") for name in PLACE}),
    )
    try:
        change_customer(
            actor=as_buyer(request), buyer_id=buyer_of(request), papers=told, country=country()
        )
    except CustomerInvalid as refusal:
        return _papers_form(request, told, _sentences(refusal))
    return see_other(local("/account/papers"), _("Saved."))


def _means(wish: str) -> list[tuple[str, object]]:
    """What this market's operator has set up, and what was wished when he still had it."""
    known = channels()
    return [
        (means, name) for means, name in MEANS.items() if not means or known[means] or means == wish
    ]


def _send(request: HttpRequest) -> HttpResponse:
    typed = request.POST.get("recipient", "")
    recipient = recipient_of(typed, country())
    if recipient is None:
        wrong = {"recipient": field_sentence("recipient_invalid")}
        return _reach_form(request, None, wrong, typed)
    try:
        send_code(
            actor=as_person(request),
            purpose=PURPOSE,
            recipient=recipient,
            language=get_language(),
            owner_id=request.user.pk,
            market_id=market_id(),
        )
    except CodeTooSoon as refusal:
        if request.session.get(WANTED) != recipient:
            return _reach_form(request, None, {"recipient": sentence_of(refusal)}, typed)
    except TooManyCodes as refusal:
        return _reach_form(request, None, {"recipient": sentence_of(refusal)}, typed)
    request.session[WANTED] = recipient
    return see_other(local(CODE_PAGE))


def _reach_form(
    request: HttpRequest,
    wanted: str | None,
    wrong: dict | None = None,
    typed: str = "",
    *,
    is_over: bool = False,
) -> HttpResponse:
    context = {"wanted": wanted, "typed": typed, "wrong": wrong or {}, "is_over": is_over}
    return account_page(request, "reach", context, status=422 if wrong else 200)


def _papers_form(
    request: HttpRequest, told: CustomerPapers, wrong: dict[str, str] | None = None
) -> HttpResponse:
    asked = company_address_parts(country())
    drawn = place_fields(asked, asdict(told.place), wrong or {}, is_needed=False)
    context = {"papers": told, "kinds": KINDS.items(), "wrong": wrong or {}, "place_fields": drawn}
    return account_page(request, "papers", context, status=422 if wrong else 200)


def _sentences(refusal: Invalid) -> dict[str, str]:
    return {field: field_sentence(code) for field, code in refusal.fields.items()}
