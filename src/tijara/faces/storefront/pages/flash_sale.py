"""A flash sale: its countdown, its queue, and the button when it is one's turn."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tijara.domains.checkout.actions import finish_checkout
from tijara.domains.flash_sales.actions import (
    CantJoin,
    TooQuick,
    join_queue,
    leave_queue,
    settle_purchase,
)
from tijara.domains.flash_sales.queries import limited_places, queue_of, sealed_audit
from tijara.domains.flash_sales.shapes import (
    Audience,
    Phase,
    PlaceState,
    PlaceView,
    Purchase,
    SaleView,
)
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.stores.queries import store_by_slug
from tijara.domains.stores.shapes import StoreCard
from tijara.faces.storefront.buyers import as_actor, remember
from tijara.faces.storefront.flash_bought import bought_of
from tijara.faces.storefront.flash_passes import keep_pass
from tijara.faces.storefront.flash_places import (
    buyer_actor,
    is_on,
    place_at,
    sale_at,
    shown_items,
)
from tijara.faces.storefront.flash_rooms import room_of
from tijara.faces.storefront.flash_shown import (
    first_look,
    forget_look,
    form_of,
    keep_look,
    looker_of,
    read_form,
)
from tijara.faces.storefront.frame import asked_part, page, part, see_other
from tijara.faces.storefront.here import at_home, sellers_here
from tijara.faces.storefront.pace import JOINING, pace_of_network
from tijara.faces.storefront.typed import read_id
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.refusal import Refusal
from tijara.ui.directions import to_sign_in
from tijara.ui.typed import whole_number
from tijara.ui.visitors import is_signed_in

OPENS = timedelta(hours=24)
LONGEST_BUSY = 60
ANSWERS: dict[str, Promise] = {
    Purchase.WAITING: _("It is not your turn yet. Your place is kept."),
    Purchase.LAPSED: _("Your turn was over. What was kept for you went to the next in line."),
    Purchase.UNPREPARED: _("Write where it goes and how you pay; then you can buy it."),
    Purchase.NOT_NOW: _("The sale is not open at this moment. Nothing was ordered."),
    Purchase.LIMIT: _("Your household has had as many as the sale allows. Nothing was ordered."),
    Purchase.AGAIN: _("Two of your household pressed at once. Press once more."),
    Purchase.SOLD_OUT: _("It was gone a moment before. Nothing was ordered, and you owe nothing."),
    Purchase.PRICE_CHANGED: _("The shop has changed it. Look at your order again, then buy."),
    Purchase.UNAVAILABLE: _("The shop no longer offers it. Nothing was ordered."),
    Purchase.UNKNOWN: _("We don’t know this place any more. Take a new one."),
}
REFUSED: dict[str, Promise] = {
    "over": _("This sale is over."),
    "early": _("Places are given from 24 hours before the start."),
    "quantity": _("The sale gives fewer to each person. Choose a smaller number."),
    "item": _("Choose what you want from this sale."),
    "missed": _("You have let two turns pass in this sale; others have theirs now."),
    "quick": _("That was very quick. Look at the offer for a moment, then press again."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def flash_sale(request: HttpRequest, slug: str, sale_id: UUID) -> HttpResponse:
    shop = store_by_slug(slug)
    if shop and shop.is_open and not sellers_here([shop.seller_id]):
        return at_home(shop, f"/sales/{sale_id}")
    store, sale = sale_at(slug, sale_id, is_exact=request.method == "POST")
    place = place_at(request, sale)
    if request.method == "POST":
        return _posted(request, store, sale, place)
    if place and place.state is PlaceState.BOUGHT and "answer" in request.GET:
        return onward(place)
    return _show(request, store, sale, place, _answer(request))


def _answer(request: HttpRequest) -> str | Promise:
    """What came of the press; where too many press, in how many seconds to press again."""
    said = request.GET.get("answer", "")
    if said != "busy":
        return ANSWERS.get(said, "")
    seconds = max(1, min(whole_number(request.GET.get("seconds", "")) or 1, LONGEST_BUSY))
    return ngettext(
        "Very many are pressing just now. Your turn is kept: press again in %(seconds)d second.",
        "Very many are pressing just now. Your turn is kept: press again in %(seconds)d seconds.",
        seconds,
    ) % {"seconds": seconds}


def onward(place: PlaceView) -> HttpResponse:
    """To pay for it, or to what was ordered."""
    told = {"seller_id": place.seller_id, "checkout_id": place.checkout_id}
    settle_purchase(actor=SYSTEM, **told)
    finish_checkout(
        actor=as_actor(place.buyer_id), buyer_id=place.buyer_id, checkout_id=place.checkout_id
    )
    owes = charge_of_checkout(place.buyer_id, place.checkout_id)
    return see_other("pay" if owes else "placed", place.checkout_id)


def _posted(
    request: HttpRequest, store: StoreCard, sale: SaleView, place: PlaceView | None
) -> HttpResponse:
    pace_of_network(JOINING, request)
    if request.POST.get("act") == "leave":
        if place:
            leave_queue(
                actor=buyer_actor(request, place.buyer_id),
                buyer_id=place.buyer_id,
                seller_id=sale.seller_id,
                place_id=place.id,
            )
        return see_other("flash_sale", store.slug, sale.id, say=_("You have left the queue."))
    if sale.audience is Audience.SIGNED_IN and not is_signed_in(request):
        return to_sign_in(request, request.path)
    try:
        buyer_id = read_form(request, sale, looker_of(request, place))
        join_queue(
            actor=buyer_actor(request, buyer_id),
            buyer_id=buyer_id,
            seller_id=sale.seller_id,
            sale_id=sale.id,
            item_id=read_id(request.POST.get("item", "")) or sale.id,
            quantity=whole_number(request.POST.get("quantity", "1")) or 0,
        )
    except (CantJoin, TooQuick) as refused:
        return _show(request, store, sale, place, _why(refused), status=409)
    response = see_other("flash_order", store.slug, sale.id)
    remember(request, response, buyer_id)
    forget_look(request, response)
    return response


def _why(refused: Refusal) -> Promise:
    code = "quick" if isinstance(refused, TooQuick) else str(refused.facts["because"])
    return REFUSED.get(code, REFUSED["over"])


def _is_limited(place: PlaceView | None) -> bool:
    return place is not None and bool(limited_places(place.seller_id, [place.id]))


def _show(
    request: HttpRequest,
    store: StoreCard,
    sale: SaleView,
    place: PlaceView | None,
    notice: str | Promise = "",
    status: int = 200,
) -> HttpResponse:
    moment = now()
    phase = sale.phase(moment)
    room = room_of(sale, place, moment, is_limited=_is_limited(place))
    if asked_part(request) == "room":
        if request.headers.get("Sec-Fetch-Mode") == "navigate" or not room:
            return see_other("flash_sale", store.slug, sale.id)
        return part(
            request, "flash_room", {"room": room, "sale": sale, "place": place}, is_private=True
        )
    looker, is_new = first_look(request, place)
    items = shown_items(sale)
    mine = next((one for one in items if place and one.item.id == place.item_id), None)
    response = page(
        request,
        "flash_sale",
        {
            "store": store,
            "sale": sale,
            "place": place,
            "bought": bought_of(place),
            "phase": phase.value,
            "items": items,
            "mine": mine,
            "room": room,
            "now": moment,
            "notice": notice,
            "may_join": is_on(sale) and moment >= sale.starts_at - OPENS,
            "opens_at": sale.starts_at - OPENS,
            "is_sold_out": phase is Phase.RUNNING and sale.free == 0,
            "is_sealed": phase is Phase.OVER and sealed_audit(sale.seller_id, sale.id) is not None,
            "queue": queue_of(sale.seller_id, sale.id),
            "quantities": range(1, min(sale.per_person, 20) + 1),
            "shown": form_of(sale, looker),
            "total": Money(place.total_minor, sale.items[0].price.currency) if place else None,
        },
        status=status,
        is_private=True,
    )
    if place:
        keep_pass(request, response, place)
    if is_new:
        keep_look(response, looker)
    return response
