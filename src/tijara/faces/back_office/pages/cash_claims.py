"""Claims against carriers, and the two pairs of eyes that give one up."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.cash.actions import (
    NoOpenClaim,
    NotProposed,
    SameEyes,
    decide_write_off,
    propose_write_off,
)
from tijara.domains.cash.queries import claim_letters, claims, claims_unanswered
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.cash import CLAIM_REASONS, CLAIM_STATES, found_cash, tabs_at
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of

HERE = "/office/cash/claims"
UNANSWERED = "unanswered"


@require_safe
@in_office
def cash_claims(request: HttpRequest, actor: Actor) -> HttpResponse:
    is_unanswered = request.GET.get("show") == UNANSWERED
    page = claims(is_unanswered=is_unanswered, page=page_number(request))
    cards = stores({one.seller_id for one in page.items})
    own = own_views(request, actor, "cash_claims")
    context = {
        "page": page,
        "is_unanswered": is_unanswered,
        "unanswered": claims_unanswered(),
        "letters": [] if is_unanswered or page.number > 1 else claim_letters(size=10).items,
        "rows": [
            (
                one,
                cards.get(one.seller_id),
                CLAIM_REASONS[one.reason],
                *CLAIM_STATES[one.state],
                one.proposed_by == actor.person_id,
            )
            for one in page.items
        ],
        **own,
        "own_tabs": own["tabs"],
        **tabs_at("cash/claims"),
    }
    return office_page(request, "cash_claims", context)


@require_POST
@in_office
def cash_proposal(
    request: HttpRequest, actor: Actor, seller_id: UUID, parcel_id: UUID
) -> HttpResponse:
    found_cash(seller_id, parcel_id)
    try:
        propose_write_off(actor=actor, seller_id=seller_id, parcel_id=parcel_id)
    except NoOpenClaim as refusal:
        return see_other(local(HERE), sentence_of(refusal), "warn")
    return see_other(local(HERE), _("Proposed. Somebody else must agree."))


@require_POST
@in_office
def cash_decision(
    request: HttpRequest, actor: Actor, seller_id: UUID, parcel_id: UUID
) -> HttpResponse:
    found_cash(seller_id, parcel_id)
    is_agreed = request.POST.get("answer") == "agree"
    try:
        decide_write_off(actor=actor, seller_id=seller_id, parcel_id=parcel_id, is_agreed=is_agreed)
    except (NotProposed, SameEyes) as refusal:
        return see_other(local(HERE), sentence_of(refusal), "warn")
    said = (
        _("Written off. The seller is paid as if it had come.")
        if is_agreed
        else _("The claim stands.")
    )
    return see_other(local(HERE), said)
