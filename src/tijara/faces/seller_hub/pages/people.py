"""Who works for the store: invite, change roles, let go. Only for its owners."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.accounts.queries import accounts, recipient_of
from tijara.domains.parties.actions import (
    IsMember,
    LastOwner,
    NoSuchMember,
    TooManyInvitations,
    change_role,
    invite_member,
    remove_member,
    withdraw_invitation,
)
from tijara.domains.parties.queries import invitations_of, memberships
from tijara.domains.parties.shapes import Role
from tijara.faces.seller_hub.asking import Question, ask_first
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.words import ROLES
from tijara.kit.powers import Power
from tijara.platform.limits import Limit, take
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence, sentence_of

PAGE = "/hub/people"
INVITING = Limit("hub.inviting", at_once=20, each_minute=2)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def people(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.MEMBERS_MANAGE)
    if request.method != "POST":
        return _page(request, desk)
    recipient = recipient_of(request.POST.get("recipient", ""), desk.market.country)
    if recipient is None:
        return _page(request, desk, field_sentence("recipient_invalid"))
    take(INVITING, desk.seller_id.hex)
    try:
        invite_member(
            actor=desk.actor,
            seller_id=desk.seller_id,
            store=named(desk.store),
            recipient=recipient,
            role=_role(request),
            language=get_language(),
        )
    except (IsMember, TooManyInvitations) as refusal:
        return _page(request, desk, sentence_of(refusal))
    return see_other(local(PAGE), _("Invited. They join when they sign in and accept."))


@require_POST
@at_desk
def person_role(request: HttpRequest, desk: Desk, person_id: UUID) -> HttpResponse:
    try:
        change_role(
            actor=desk.actor, seller_id=desk.seller_id, person_id=person_id, role=_role(request)
        )
    except NoSuchMember as refusal:
        raise Http404 from refusal
    except LastOwner as refusal:
        return see_other(local(PAGE), sentence_of(refusal), "warn")
    return see_other(local(PAGE), _("The role is changed."))


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def person_removal(request: HttpRequest, desk: Desk, person_id: UUID) -> HttpResponse:
    desk.must(Power.MEMBERS_MANAGE)
    if request.method != "POST":
        return _ask_to_remove(request, desk, person_id)
    try:
        remove_member(actor=desk.actor, seller_id=desk.seller_id, person_id=person_id)
    except NoSuchMember as refusal:
        raise Http404 from refusal
    except LastOwner as refusal:
        return see_other(local(PAGE), sentence_of(refusal), "warn")
    return see_other(local(PAGE), _("That person does not work here any more."))


@require_POST
@at_desk
def invitation_withdrawal(request: HttpRequest, desk: Desk, invitation_id: UUID) -> HttpResponse:
    if invitation_id not in {one.id for one in invitations_of(desk.seller_id)}:
        raise Http404
    withdraw_invitation(actor=desk.actor, seller_id=desk.seller_id, invitation_id=invitation_id)
    return see_other(local(PAGE), _("The invitation is withdrawn."))


def _ask_to_remove(request: HttpRequest, desk: Desk, person_id: UUID) -> HttpResponse:
    """Once more, before somebody loses his place."""
    if person_id not in {one.person_id for one in memberships(desk.seller_id)}:
        raise Http404
    person = accounts([person_id]).get(person_id)
    question = Question(
        title=_("Remove from the store?"),
        about=(person.name or person.reach) if person else "",
        text=_("The hub is closed to that person from now on. What was done stays in the history."),
        press=_("Remove"),
        keep=pgettext("person", "Keep"),
        back=local(PAGE),
    )
    return ask_first(request, desk, question)


def _role(request: HttpRequest) -> Role:
    """The least that one can be, where nothing sensible was chosen."""
    said = request.POST.get("role", "")
    return Role(said) if said in set(Role) else Role.CLERK


def _page(request: HttpRequest, desk: Desk, wrong: str = "") -> HttpResponse:
    members = memberships(desk.seller_id)
    known = accounts([one.person_id for one in members])
    owners = [one.person_id for one in members if one.role is Role.OWNER]
    context = {
        "only_owner": owners[0] if len(owners) == 1 else None,
        "members": [
            (one, known[one.person_id], ROLES[one.role][0], one.person_id == request.user.pk)
            for one in members
            if one.person_id in known
        ],
        "invitations": [(one, ROLES[one.role][0]) for one in invitations_of(desk.seller_id)],
        "roles": [(role.value, name, note) for role, (name, note) in ROLES.items()],
        "given": request.POST,
        "wrong": wrong,
    }
    return hub_page(request, desk, "people", context, status=422 if wrong else 200)
