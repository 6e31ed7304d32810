"""A complaint about an order, for whoever holds its link: told while its buyer is protected."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.deals.actions import (
    DisputeInvalid,
    DisputeWordsInvalid,
    open_dispute,
    withdraw_dispute,
)
from tijara.domains.deals.queries import (
    deal_of_order,
    dispute_of_order,
    dispute_photo,
    may_complain_early,
)
from tijara.domains.deals.shapes import DISPUTE_REASONS, DisputeView
from tijara.domains.orders.shapes import OrderView
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.dispute_words import HEADLINES, STATES, step_words
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.pace import RETURNING, pace
from tijara.faces.storefront.pages.order import found_order
from tijara.faces.storefront.return_words import REASONS
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform import files
from tijara.platform.pictures.keeping import PicturesInvalid
from tijara.ui import downloads
from tijara.ui.refusal_texts import field_sentences, sentence_of


@require_http_methods(["GET", "HEAD", "POST"])
def dispute(request: HttpRequest, token: str) -> HttpResponse:
    """The form; once it was sent, where it stands."""
    found = found_order(token)
    if request.method == "POST":
        return _opened(request, token, found)
    told = dispute_of_order(found.seller_id, found.id)
    return _standing(request, token, found, told) if told else _form(request, token, found)


@require_POST
def dispute_withdrawal(request: HttpRequest, token: str) -> HttpResponse:
    found = found_order(token)
    pace(RETURNING, found.buyer_id)
    which = {"seller_id": found.seller_id, "order_id": found.id}
    try:
        withdraw_dispute(actor=as_actor(found.buyer_id), buyer_id=found.buyer_id, **which)
    except Refusal as refusal:
        return see_other("order_dispute", token, say=sentence_of(refusal), tone="warn")
    return see_other("order_dispute", token, say=_("Withdrawn. Thank you for telling us."))


@require_safe
def dispute_picture(request: HttpRequest, token: str, file_id: UUID) -> HttpResponseBase:
    found = found_order(token)
    is_known = dispute_photo(found.seller_id, found.id, file_id)
    stored = files.find(found.seller_id, file_id) if is_known else None
    if stored is None:
        raise Http404
    return downloads.picture(stored.path)


def _opened(request: HttpRequest, token: str, found: OrderView) -> HttpResponse:
    pace(RETURNING, found.buyer_id)
    typed = {name: request.POST.get(name, "") for name in ("reason", "words")}
    try:
        open_dispute(
            actor=as_actor(found.buyer_id),
            buyer_id=found.buyer_id,
            seller_id=found.seller_id,
            order_id=found.id,
            **typed,
            photos=[one for one in request.FILES.getlist("photos") if one],
        )
    except (DisputeInvalid, DisputeWordsInvalid, PicturesInvalid) as refusal:
        return _form(request, token, found, refusal, typed)
    except Refusal as refusal:
        return see_other("order_dispute", token, say=sentence_of(refusal), tone="warn")
    said = _("The shop has your complaint, and its money is kept until it is settled.")
    return see_other("order_dispute", token, say=said)


def _form(
    request: HttpRequest,
    token: str,
    found: OrderView,
    refusal: Invalid | None = None,
    typed: Mapping[str, str] | None = None,
) -> HttpResponse:
    deal = deal_of_order(found.seller_id, found.id)
    context = {
        "order": found,
        "token": token,
        "store": stores([found.seller_id]).get(found.seller_id),
        "is_possible": deal.may_be_disputed if deal else may_complain_early(found),
        "last_day": deal.last_day if deal else None,
        "reasons": [(one, REASONS[one]) for one in DISPUTE_REASONS],
        "typed": typed or {},
        "wrong": field_sentences(refusal.fields) if refusal else {},
    }
    status = 422 if refusal else 200
    return page(request, "dispute_form", context, status=status, is_private=True)


def _standing(
    request: HttpRequest, token: str, found: OrderView, told: DisputeView
) -> HttpResponse:
    headline, explanation = HEADLINES[told.state]
    state_name, state_tone = STATES[told.state]
    context = {
        "order": found,
        "token": token,
        "told": told,
        "store": stores([found.seller_id]).get(found.seller_id),
        "headline": headline,
        "explanation": explanation,
        "state_name": state_name,
        "state_tone": state_tone,
        "reason": REASONS[told.reason],
        "journey": [(step_words(one), one.moved_at) for one in reversed(told.steps)],
        "may_withdraw": "withdraw" in told.may,
    }
    return page(request, "dispute_page", context, is_private=True)
