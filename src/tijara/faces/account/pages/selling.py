"""Become a seller: ask, follow what came of it, ask again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.accounts.queries import account
from tijara.domains.geography.queries import listed_cities
from tijara.domains.parties.shapes import LegalIdentity, PartyKind
from tijara.domains.stores.actions import ApplicationInvalid, ApplicationWaits, apply_to_sell
from tijara.domains.stores.queries import application_of
from tijara.domains.stores.shapes import ApplicationDraft, ApplicationState
from tijara.faces.account.people import account_page, as_person, country, market, signed_in
from tijara.faces.account.words import KINDS
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence, sentence_of

PAGE = "/account/selling"
FIELDS = (
    "store_name", "city", "about", "kind", "legal_name", "vat_number", "registration_number",
    "address",
)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def selling(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request, {})
    given = {name: request.POST.get(name, "") for name in FIELDS}
    here = market()
    if here is None:
        raise Http404("no market is open yet")
    try:
        apply_to_sell(actor=as_person(request), market_id=here.id, draft=_draft(given))
    except ApplicationInvalid as refusal:
        wrong = {field: field_sentence(code) for field, code in refusal.fields.items()}
        return _form(request, given, wrong)
    except ApplicationWaits as refusal:
        return see_other(local(PAGE), sentence_of(refusal), "warn")
    return see_other(local(PAGE), _("We have your application and will write to you."))


def _draft(given: dict[str, str]) -> ApplicationDraft:
    kind = given["kind"]
    return ApplicationDraft(
        store_name=given["store_name"],
        city=given["city"],
        about=given["about"],
        identity=LegalIdentity(
            kind=PartyKind(kind) if kind in set(PartyKind) else PartyKind.COMPANY,
            legal_name=given["legal_name"],
            vat_number=given["vat_number"],
            registration_number=given["registration_number"],
            address=given["address"],
        ),
    )


def _form(
    request: HttpRequest, given: dict[str, str], wrong: dict[str, str] | None = None
) -> HttpResponse:
    """Who was refused finds what he wrote, to mend it."""
    asked = application_of(request.user.pk)
    is_waiting = asked is not None and asked.state is ApplicationState.WAITING
    if asked and asked.state is ApplicationState.REJECTED and not given:
        draft, identity = asked.draft, asked.draft.identity
        given = {name: getattr(draft, name, "") or getattr(identity, name, "") for name in FIELDS}
    context = {
        "asked": asked,
        "is_waiting": is_waiting,
        "reach": account(request.user.pk).reach if is_waiting else "",
        "given": given,
        "wrong": wrong or {},
        "kinds": KINDS.items(),
        "cities": [("", _("Choose the city"))]
        + [(one.code, named(one)) for one in listed_cities(country(), given.get("city", ""))],
    }
    return account_page(request, "selling", context, status=422 if wrong else 200)
