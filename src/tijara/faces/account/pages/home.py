"""One's own account: where one may go, what waits for an answer, and how to leave."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.accounts.queries import account
from tijara.domains.parties.actions import NoSuchInvitation, answer_invitation
from tijara.domains.parties.queries import invitations_to, roles_of
from tijara.domains.stores.queries import application_of, stores
from tijara.faces.account.landing import HOME
from tijara.faces.account.people import account_page, as_person, signed_in
from tijara.faces.account.words import ROLES
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.visitors import NUDGE, SELLER


@require_safe
@signed_in
def home(request: HttpRequest) -> HttpResponse:
    person = account(request.user.pk)
    mine = roles_of(request.user.pk)
    asked = invitations_to(filter(None, (person.email, person.phone)))
    cards = stores([*mine, *(one.seller_id for one in asked)])
    context = {
        "person": person,
        "places": [
            (cards[seller], ROLES[role]) for seller, role in mine.items() if seller in cards
        ],
        "invitations": [
            (one, cards[one.seller_id], ROLES[one.role]) for one in asked if one.seller_id in cards
        ],
        "asked": application_of(request.user.pk),
        "chosen": request.session.get(SELLER, ""),
        "needs_second_factor": request.session.get(NUDGE, False),
        "shows_inbox": settings.DEMONSTRATION,
    }
    return account_page(request, "home", context)


@require_POST
@signed_in
def store(request: HttpRequest) -> HttpResponse:
    """Choose the store to work in, for people of several."""
    wanted = request.POST.get("seller_id", "")
    if wanted not in {str(seller_id) for seller_id in roles_of(request.user.pk)}:
        raise Http404
    request.session[SELLER] = wanted
    return see_other(local("/hub/"))


@require_POST
@signed_in
def invitation(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    accepts = request.POST.get("answer") == "yes"
    try:
        answer_invitation(actor=as_person(request), invitation_id=invitation_id, accepts=accepts)
    except NoSuchInvitation as refusal:
        raise Http404 from refusal
    said = (
        _("Welcome. You work there from now on.")
        if accepts
        else _("You have declined the invitation.")
    )
    return see_other(local(HOME), said)
