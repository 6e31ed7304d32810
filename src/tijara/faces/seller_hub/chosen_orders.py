"""Which orders a button of the list is meant for: those ticked, or all of the view."""

from uuid import UUID

from django.http import Http404, HttpRequest

from tijara.domains.orders.queries import order_ids_of_seller
from tijara.faces.seller_hub.desk import Desk
from tijara.faces.seller_hub.order_views import asked

MOST = 200
"""At once. What is beyond stays as it is, and is told."""


def chosen_orders(request: HttpRequest, desk: Desk) -> list[UUID]:
    """Each once, in the order of the list."""
    if request.method != "POST" or request.POST.get("all"):
        return order_ids_of_seller(desk.seller_id, asked(request).wanted, most=MOST)
    return _ticked(request)


def _ticked(request: HttpRequest) -> list[UUID]:
    """An id that is none was not made by us."""
    try:
        return list(dict.fromkeys(UUID(one) for one in request.POST.getlist("order")[:MOST]))
    except ValueError as error:
        raise Http404 from error
