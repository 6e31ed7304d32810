"""Complaints of all buyers: once both sides have spoken, staff decide."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.deals.actions import decide_dispute
from tijara.domains.deals.queries import (
    all_disputes,
    dispute_of_order,
    dispute_photo,
    open_disputes,
)
from tijara.domains.deals.shapes import Decision, DisputeView
from tijara.domains.orders.queries import order as find_order
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page, seat_at
from tijara.kit.actor import Actor
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform import files
from tijara.platform.action import NotAllowed
from tijara.ui import downloads
from tijara.ui.desks import disputes as desk_disputes
from tijara.ui.desks.ready_texts import DECISION, keep_if_asked, written
from tijara.ui.directions import page_number, see_other
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.typed import amount


@require_safe
@in_office
def disputes(request: HttpRequest, actor: Actor) -> HttpResponse:
    seat, view = seat_at(request, actor), desk_disputes.chosen_view(request)
    page = all_disputes(desk_disputes.states_of(seat, view), page=page_number(request))
    cards = stores({one.seller_id for one in page.items})
    context = {
        "page": page,
        "rows": desk_disputes.rows(seat, page.items, cards),
        "tabs": desk_disputes.tabs(seat, view, open_disputes()),
        "label": _("Complaints by state"),
    }
    return office_page(request, "disputes", context)


@require_safe
@in_office
def dispute_page(
    request: HttpRequest, actor: Actor, seller_id: UUID, order_id: UUID
) -> HttpResponse:
    return _page(request, actor, _found(seller_id, order_id))


@require_POST
@in_office
def dispute_decision(
    request: HttpRequest, actor: Actor, seller_id: UUID, order_id: UUID
) -> HttpResponse:
    told = _found(seller_id, order_id)
    here = desk_disputes.page_of(seat_at(request, actor), told)
    decision = request.POST.get("decision", "")
    parted = amount(request.POST.get("amount", ""), told.held.currency)
    try:
        decide_dispute(
            actor=actor,
            seller_id=seller_id,
            order_id=order_id,
            decision=decision,
            words=written(request.POST),
            amount_minor=parted.minor if parted and decision == Decision.PARTS else None,
        )
    except Invalid as refusal:
        return _page(request, actor, told, refusal, request.POST)
    except NotAllowed:
        raise
    except Refusal as refusal:
        return see_other(here, sentence_of(refusal), "warn")
    blanks = desk_disputes.blanks_of(find_order(seller_id, order_id))
    keep_if_asked(seat_at(request, actor), request.POST, DECISION, written(request.POST), blanks)
    return see_other(here, desk_disputes.SAID["decision"])


@require_safe
@in_office
def dispute_picture(
    request: HttpRequest, actor: Actor, seller_id: UUID, order_id: UUID, file_id: UUID
) -> HttpResponseBase:
    is_known = dispute_photo(seller_id, order_id, file_id)
    stored = files.find(seller_id, file_id) if is_known else None
    if stored is None:
        raise Http404
    return downloads.picture(stored.path)


def _found(seller_id: UUID, order_id: UUID) -> DisputeView:
    found = dispute_of_order(seller_id, order_id)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    actor: Actor,
    told: DisputeView,
    refusal: Invalid | None = None,
    typed: Mapping[str, str] | None = None,
) -> HttpResponse:
    order = find_order(told.seller_id, told.order_id)
    if order is None:
        raise Http404
    context = {
        **desk_disputes.shown(seat_at(request, actor), told, order, refusal, typed),
        "store": stores([told.seller_id]).get(told.seller_id),
    }
    page = "ui/desks/dispute_page.html"
    return office_page(request, page, context, status=422 if refusal else 200)
