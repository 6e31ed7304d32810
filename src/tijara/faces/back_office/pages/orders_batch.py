"""Acts on many orders of all stores: remind who sells them, note something, call them off."""

from collections.abc import Callable
from uuid import uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from tijara.domains.orders.actions import cancel_order, remind_shop
from tijara.domains.orders.queries import orders
from tijara.domains.orders.shapes import CancelReason, OrderView
from tijara.faces.back_office.office import in_office, seat_at
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import NotAllowed
from tijara.platform.desks.actions import write_note
from tijara.ui.desks.batches import Batch, act_on_each, answered, read_pair, ticked
from tijara.ui.directions import query_of, see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local

Act = Callable[[OrderView], None]
REMIND, NOTE, CANCEL = "remind", "note", "cancel"
WHY: dict[CancelReason, Promise] = {
    CancelReason.CANT_REACH: gettext_lazy("The store can’t be reached"),
    CancelReason.OUT_OF_STOCK: gettext_lazy("It is not in stock"),
    CancelReason.OTHER: gettext_lazy("Another reason"),
}
"""Why staff call orders off, as the form says it."""


@require_POST
@in_office
def orders_batch(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What can't be done to one order is told of it, and the others are done."""
    back = local("/office/orders") + query_of(request)
    act = request.POST.get("act", "")
    said = request.POST.get("text", "").strip()
    if act == NOTE and not said:
        return see_other(back, _("Write the note first."), "warn")
    if act == CANCEL and request.POST.get("reason", "") not in WHY:
        return see_other(back, _("Say why, so that the buyers understand."), "warn")
    do = _act(request, actor, act, said)
    found = orders([key for key in map(read_pair, ticked(request)) if key])

    def called(one: OrderView) -> tuple[str, str]:
        return one.number, local(f"/office/sellers/{one.seller_id}/orders/{one.id}")

    batch = Batch(back, _("What became of the orders"), _("Tick the orders first."), DONE[act])
    answers = act_on_each(found.values(), do, called)
    return answered(request, seat_at(request, actor), batch, answers)


def _act(request: HttpRequest, actor: Actor, act: str, said: str) -> Act:
    form_id = read_id(request.POST.get("id", ""))

    def remind(one: OrderView) -> None:
        remind_shop(actor=actor, seller_id=one.seller_id, order_id=one.id)

    def note(one: OrderView) -> None:
        """The form has an id: sent twice, it is one note beside each."""
        note_id = uuid5(form_id or one.id, str(one.id))
        write_note(actor=actor, note_id=note_id, about_id=one.id, text=said)

    def cancel(one: OrderView) -> None:
        reason = CancelReason(request.POST["reason"])
        cancel_order(actor=actor, seller_id=one.seller_id, order_id=one.id, reason=reason)

    if act == CANCEL and not actor.may(Power.ORDERS_CANCEL):
        raise NotAllowed(power=str(Power.ORDERS_CANCEL))
    known: dict[str, Act] = {REMIND: remind, NOTE: note, CANCEL: cancel}
    if act not in known:
        raise Http404
    return known[act]


def _reminded(many: int) -> str:
    text = ngettext(
        "The store of %(many)s order is reminded.",
        "The stores of %(many)s orders are reminded.",
        many,
    )
    return text % {"many": many}


def _noted(many: int) -> str:
    text = ngettext(
        "The note stands beside %(many)s order.", "The note stands beside %(many)s orders.", many
    )
    return text % {"many": many}


def _called_off(many: int) -> str:
    text = ngettext(
        "%(many)s order is called off; its buyer is told.",
        "%(many)s orders are called off; their buyers are told.",
        many,
    )
    return text % {"many": many}


DONE = {REMIND: _reminded, NOTE: _noted, CANCEL: _called_off}
