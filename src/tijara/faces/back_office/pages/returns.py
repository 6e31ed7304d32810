"""Returns of all sellers: where a shop is silent or a buyer disagrees, staff decide."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.fulfilment.queries import carrier_name
from tijara.domains.orders.queries import order as find_order
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
    uphold_rejection,
)
from tijara.domains.returns.queries import (
    all_returns,
    counts_of_all,
    late_returns,
    return_photo,
    return_view,
    share_of_return,
    swap_of,
)
from tijara.domains.returns.shapes import ReturnState, ReturnView
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page, seat_at
from tijara.kit.actor import Actor
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
    "upholding": uphold_rejection,
}
APPEALS, LATE = "appeals", "late"


@require_safe
@in_office
def returns(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.GET.get("view", "")
    number = page_number(request)
    if said == APPEALS:
        page = all_returns((ReturnState.APPEALED,), page=number)
    elif said == LATE:
        page = late_returns(page=number)
    else:
        page = all_returns(desk_returns.VIEWS["all"][1], page=number)
    cards = stores({one.seller_id for one in page.items})
    context = {
        "page": page,
        "rows": desk_returns.rows(seat_at(request, actor), page.items, cards),
        "tabs": _tabs(said),
        "label": _("Returns by state"),
    }
    return office_page(request, "returns", context)


@require_safe
@in_office
def return_page(
    request: HttpRequest, actor: Actor, seller_id: UUID, return_id: UUID
) -> HttpResponse:
    return _page(request, actor, _found(seller_id, return_id))


@require_POST
@in_office
def return_act(
    request: HttpRequest, actor: Actor, seller_id: UUID, return_id: UUID, act: str
) -> HttpResponse:
    found = _found(seller_id, return_id)

    def again(refusal: Invalid) -> HttpResponse:
        return _page(request, actor, found, refusal, request.POST, act)

    do = desk_returns.act_named(act, ACTS)
    blanks = desk_returns.blanks_of(found, find_order(seller_id, found.order_id))
    return desk_returns.perform(request, seat_at(request, actor), found, do, act, again, blanks)


@require_safe
@in_office
def return_picture(
    request: HttpRequest, actor: Actor, seller_id: UUID, return_id: UUID, file_id: UUID
) -> HttpResponseBase:
    is_known = return_photo(seller_id, return_id, file_id)
    stored = files.find(seller_id, file_id) if is_known else None
    if stored is None:
        raise Http404
    return downloads.picture(stored.path)


def _tabs(chosen: str) -> list[dict]:
    here = local("/office/returns")
    counts = counts_of_all()
    shown = (
        ("", _("All"), sum(counts.values())),
        (APPEALS, _("To decide between two sides"), counts[ReturnState.APPEALED]),
        (LATE, _("Silent shops"), ""),
    )
    return [
        {
            "text": name,
            "count": count,
            "href": f"{here}?view={view}" if view else here,
            "current": view == (chosen if chosen in (APPEALS, LATE) else ""),
        }
        for view, name, count in shown
    ]


def _found(seller_id: UUID, return_id: UUID) -> ReturnView:
    found = return_view(seller_id, return_id)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    actor: Actor,
    told: ReturnView,
    refusal: Invalid | None = None,
    typed: Mapping[str, str] | None = None,
    opened: str = "",
) -> HttpResponse:
    order = find_order(told.seller_id, told.order_id)
    if order is None:
        raise Http404
    shares = share_of_return(order, told), share_of_return(order, told, with_charges=True)
    context = {
        **desk_returns.shown(seat_at(request, actor), told, order, shares, refusal, typed),
        "sent_with": carrier_name(told.carrier),
        "fetched_by": carrier_name(told.pickup_carrier),
        "store": stores([told.seller_id]).get(told.seller_id),
        "list_address": local("/office/returns"),
        "opened": opened,
        "swap": swap_of(told),
    }
    page = "ui/desks/return_page.html"
    return office_page(request, page, context, status=422 if refusal else 200)
