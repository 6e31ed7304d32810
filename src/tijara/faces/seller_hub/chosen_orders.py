"""Which orders a button of the list is meant for: those ticked, or all of the view."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest

from tijara.domains.orders.queries import order_ids_of_seller
from tijara.domains.orders.shapes import OrderState
from tijara.faces.seller_hub.desk import Desk
from tijara.faces.seller_hub.order_views import asked

MOST = 200
"""At once. What is beyond stays as it is, and is told."""


def chosen_orders(
    request: HttpRequest, desk: Desk, *, begins: frozenset[OrderState] = frozenset(OrderState)
) -> list[UUID]:
    """Each once, in the order of the list. Of all of a view those that are where the act `begins`:
    those that it was done to before would stand in the way of the next."""
    if request.method != "POST" or is_all(request):
        wanted = asked(request).wanted
        states = tuple(one for one in wanted.states or OrderState if one in begins)
        if not states:
            return []
        if begins < frozenset(OrderState):
            wanted = replace(wanted, states=states)
        return order_ids_of_seller(desk.seller_id, wanted, most=MOST)
    return _ticked(request)


def is_all(request: HttpRequest) -> bool:
    """All of the view, not only what was ticked."""
    return bool(request.POST.get("all"))


def _ticked(request: HttpRequest) -> list[UUID]:
    """An id that is none was not made by us."""
    try:
        return list(dict.fromkeys(UUID(one) for one in request.POST.getlist("order")[:MOST]))
    except ValueError as error:
        raise Http404 from error
