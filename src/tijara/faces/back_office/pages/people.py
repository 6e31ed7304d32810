"""The operator's own people: who works here, and as what."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.accounts.actions import (
    EmailTaken,
    LastAdmin,
    NoSuchAccount,
    create_account,
    set_staff_role,
)
from tijara.domains.accounts.queries import account_by_recipient, recipient_of, staff
from tijara.domains.accounts.shapes import StaffRole
from tijara.domains.markets.queries import markets
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import STAFF_ROLES
from tijara.kit.actor import Actor
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of

PAGE = "/office/people"


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def people(request: HttpRequest, actor: Actor) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    country = next((market.country for market in markets()), "SA")
    recipient = recipient_of(request.POST.get("recipient", ""), country)
    if recipient is None:
        return _page(request, field_sentence("recipient_invalid"))
    try:
        _let_in(actor, recipient, _role(request) or StaffRole.SUPPORT)
    except (EmailTaken, LastAdmin) as refusal:
        return _page(request, sentence_of(refusal))
    return see_other(local(PAGE), _("Done. They sign in with that phone or e-mail."))


@require_POST
@in_office
def person_role(request: HttpRequest, actor: Actor, person_id: UUID) -> HttpResponse:
    """Another role; none lets the person go."""
    try:
        set_staff_role(actor=actor, person_id=person_id, role=_role(request))
    except (LastAdmin, NoSuchAccount) as refusal:
        return see_other(local(PAGE), sentence_of(refusal), "warn")
    return see_other(local(PAGE), _("Saved."))


def _role(request: HttpRequest) -> StaffRole | None:
    said = request.POST.get("role", "")
    return StaffRole(said) if said in set(StaffRole) else None


def _let_in(actor: Actor, recipient: str, role: StaffRole) -> None:
    """Who has an account here keeps it; anyone else gets one without a password."""
    known = account_by_recipient(recipient)
    if known is not None:
        set_staff_role(actor=actor, person_id=known.id, role=role)
        return
    kind = "phone" if recipient.startswith("+") else "email"
    create_account(actor=actor, **{kind: recipient}, staff_role=role)


def _page(request: HttpRequest, wrong: str = "") -> HttpResponse:
    context = {
        "people": [(person, STAFF_ROLES[person.staff_role][0]) for person in staff()],
        "roles": [(role.value, name, note) for role, (name, note) in STAFF_ROLES.items()],
        "given": request.POST,
        "wrong": wrong,
    }
    return office_page(request, "people", context, status=422 if wrong else 200)
