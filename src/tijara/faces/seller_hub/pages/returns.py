"""The store's returns: what waits for it, and each with what may be done about it."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.fulfilment.queries import carrier_name
from tijara.domains.orders.queries import order as find_order
from tijara.domains.parties.queries import legal_identities
from tijara.domains.returns.actions import (
    approve_return,
    arrange_pickup,
    ask_buyer,
    exchange_return,
    inspect_return,
    receive_return,
    refund_return,
    reject_return,
    send_back_return,
)
from tijara.domains.returns.queries import (
    counts_of_seller,
    return_photo,
    return_view,
    returns_of_seller,
    share_of_return,
    swap_of,
)
from tijara.domains.returns.shapes import ReturnView
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page, seat_at
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform import files
from tijara.ui import downloads
from tijara.ui.desks import returns as desk_returns
from tijara.ui.directions import page_number
from tijara.ui.language import local

ACTS = {
    "approval": approve_return,
    "pickup": arrange_pickup,
    "rejection": reject_return,
    "question": ask_buyer,
    "receipt": receive_return,
    "inspection": inspect_return,
    "refund": refund_return,
    "exchange": exchange_return,
    "sending": send_back_return,
}


@require_safe
@at_desk
def returns(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.RETURNS_HANDLE)
    view = desk_returns.chosen_view(request)
    states = desk_returns.VIEWS[view][1]
    page = returns_of_seller(desk.seller_id, states, page=page_number(request))
    counts = counts_of_seller(desk.seller_id)
    context = {
        "page": page,
        "rows": desk_returns.rows(seat_at(request, desk), page.items),
        "tabs": desk_returns.tabs(local("/hub/returns"), view, counts),
        "label": _("Returns by state"),
    }
    return hub_page(request, desk, "returns", context)


@require_safe
@at_desk
def return_page(request: HttpRequest, desk: Desk, return_id: UUID) -> HttpResponse:
    return _page(request, desk, _found(desk, return_id))


@require_POST
@at_desk
def return_act(request: HttpRequest, desk: Desk, return_id: UUID, act: str) -> HttpResponse:
    found = _found(desk, return_id)

    def again(refusal: Invalid) -> HttpResponse:
        return _page(request, desk, found, refusal, request.POST, act)

    do = desk_returns.act_named(act, ACTS)
    blanks = desk_returns.blanks_of(found, find_order(desk.seller_id, found.order_id))
    return desk_returns.perform(request, seat_at(request, desk), found, do, act, again, blanks)


@require_safe
@at_desk
def return_picture(
    request: HttpRequest, desk: Desk, return_id: UUID, file_id: UUID
) -> HttpResponseBase:
    is_known = return_photo(desk.seller_id, return_id, file_id)
    stored = files.find(desk.seller_id, file_id) if is_known else None
    if stored is None:
        raise Http404
    return downloads.picture(stored.path)


def _found(desk: Desk, return_id: UUID) -> ReturnView:
    """A return of this seller; another's is as unknown as one that never was."""
    desk.must(Power.RETURNS_HANDLE)
    found = return_view(desk.seller_id, return_id)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    desk: Desk,
    told: ReturnView,
    refusal: Invalid | None = None,
    typed: Mapping[str, str] | None = None,
    opened: str = "",
) -> HttpResponse:
    order = find_order(desk.seller_id, told.order_id)
    if order is None:
        raise Http404
    shares = share_of_return(order, told), share_of_return(order, told, with_charges=True)
    context = {
        **desk_returns.shown(seat_at(request, desk), told, order, shares, refusal, typed),
        "sent_with": carrier_name(told.carrier),
        "fetched_by": carrier_name(told.pickup_carrier),
        "list_address": local("/hub/returns"),
        "return_address": legal_identities([desk.seller_id])[desk.seller_id].address,
        "opened": opened,
        "swap": swap_of(told),
    }
    page = "ui/desks/return_page.html"
    return hub_page(request, desk, page, context, status=422 if refusal else 200)
