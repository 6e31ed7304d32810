"""Complaints about the store's orders: what waits for an answer, and each with what may be done."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.deals.actions import answer_dispute, give_in
from tijara.domains.deals.queries import (
    dispute_of_order,
    dispute_photo,
    disputes_of_seller,
    open_disputes,
)
from tijara.domains.deals.shapes import DisputeView
from tijara.domains.orders.queries import order as find_order
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page, seat_at
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform import files
from tijara.platform.action import NotAllowed
from tijara.ui import downloads
from tijara.ui.desks import disputes as desk_disputes
from tijara.ui.desks.ready_texts import ANSWER, keep_if_asked, written
from tijara.ui.directions import page_number, see_other
from tijara.ui.refusal_texts import sentence_of


@require_safe
@at_desk
def disputes(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.RETURNS_HANDLE)
    seat, view = seat_at(request, desk), desk_disputes.chosen_view(request)
    states = desk_disputes.states_of(seat, view)
    page = disputes_of_seller(desk.seller_id, states, page=page_number(request))
    context = {
        "page": page,
        "rows": desk_disputes.rows(seat, page.items),
        "tabs": desk_disputes.tabs(seat, view, open_disputes(desk.seller_id)),
        "label": _("Complaints by state"),
    }
    return hub_page(request, desk, "disputes", context)


@require_safe
@at_desk
def dispute_page(request: HttpRequest, desk: Desk, dispute_id: UUID) -> HttpResponse:
    return _page(request, desk, _found(desk, dispute_id))


@require_POST
@at_desk
def dispute_answer(request: HttpRequest, desk: Desk, dispute_id: UUID) -> HttpResponse:
    def act(**which) -> None:
        photos = [one for one in request.FILES.getlist("photos") if one]
        words = written(request.POST)
        answer_dispute(actor=desk.actor, **which, words=words, photos=photos)
        blanks = desk_disputes.blanks_of(find_order(desk.seller_id, which["order_id"]))
        keep_if_asked(seat_at(request, desk), request.POST, ANSWER, words, blanks)

    return _done(request, desk, dispute_id, act, "answer")


@require_POST
@at_desk
def dispute_giving_in(request: HttpRequest, desk: Desk, dispute_id: UUID) -> HttpResponse:
    def act(**which) -> None:
        give_in(actor=desk.actor, **which)

    return _done(request, desk, dispute_id, act, "giving-in")


@require_safe
@at_desk
def dispute_picture(
    request: HttpRequest, desk: Desk, dispute_id: UUID, file_id: UUID
) -> HttpResponseBase:
    """Of either side; who may not handle complaints sees none."""
    desk.must(Power.RETURNS_HANDLE)
    is_known = dispute_photo(desk.seller_id, dispute_id, file_id)
    stored = files.find(desk.seller_id, file_id) if is_known else None
    if stored is None:
        raise Http404
    return downloads.picture(stored.path)


def _done(
    request: HttpRequest, desk: Desk, dispute_id: UUID, act: Callable[..., None], name: str
) -> HttpResponse:
    """A complaint has the id of its order."""
    told = _found(desk, dispute_id)
    here = desk_disputes.page_of(seat_at(request, desk), told)
    try:
        act(seller_id=desk.seller_id, order_id=dispute_id)
    except Invalid as refusal:
        return _page(request, desk, told, refusal, request.POST)
    except NotAllowed:
        raise
    except Refusal as refusal:
        return see_other(here, sentence_of(refusal), "warn")
    return see_other(here, desk_disputes.SAID[name])


def _found(desk: Desk, dispute_id: UUID) -> DisputeView:
    """Of this seller; another's is as unknown as one that never was."""
    desk.must(Power.RETURNS_HANDLE)
    found = dispute_of_order(desk.seller_id, dispute_id)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    desk: Desk,
    told: DisputeView,
    refusal: Invalid | None = None,
    typed: Mapping[str, str] | None = None,
) -> HttpResponse:
    order = find_order(desk.seller_id, told.order_id)
    if order is None:
        raise Http404
    context = desk_disputes.shown(seat_at(request, desk), told, order, refusal, typed)
    page = "ui/desks/dispute_page.html"
    return hub_page(request, desk, page, context, status=422 if refusal else 200)
