"""An order at its seller's desk, and acts on it: done, or told kindly why it is too late."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from tijara.domains.orders.actions import NotCancellable, WrongState
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import OrderView
from tijara.faces.seller_hub.desk import Desk
from tijara.ui.directions import see_other
from tijara.ui.language import local


def found_order(desk: Desk, order_id: UUID) -> OrderView:
    """An order of this seller; another seller's is as unknown as one that never was."""
    found = find_order(desk.seller_id, order_id)
    if found is None:
        raise Http404
    return found


def act_on(
    desk: Desk, order_id: UUID, act: Callable[..., None], said: str, **given
) -> HttpResponse:
    """Back to the order with what happened. Pressed twice, the second press changes nothing."""
    found_order(desk, order_id)
    try:
        act(actor=desk.actor, seller_id=desk.seller_id, order_id=order_id, **given)
    except (WrongState, NotCancellable):
        return see_other(order_address(order_id), _too_late(), "warn")
    return see_other(order_address(order_id), said)


def order_address(order_id: UUID) -> str:
    return local(f"/hub/orders/{order_id}")


def _too_late() -> str:
    return _("The order has moved on in the meantime. This is how it stands now.")
