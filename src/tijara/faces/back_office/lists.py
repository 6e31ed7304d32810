"""The office's lists that a person may name for himself, and the columns of that of orders."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.faces.back_office.office import seat_at
from tijara.kit.actor import Actor
from tijara.ui.desks.columns import Columns
from tijara.ui.desks.lists import DeskList, list_context

ORDERS = Columns(
    names={
        "buyer": _("Buyer"),
        "store": _("Store"),
        "goods": _("Products"),
        "pieces": _("Pieces"),
        "due": pgettext_lazy("order", "Promised for"),
        "state": _("State"),
        "payment": _("Way to pay"),
        "total": _("Total"),
    },
    at_first=frozenset({"store", "pieces"}),
    always=frozenset({"buyer", "state", "total"}),
)
LISTS = {
    "orders": DeskList(
        "/office/orders", ("state", "q", "method", "since", "until", "seller"), ORDERS
    ),
    "sellers": DeskList("/office/sellers", ("state", "q")),
    "payments": DeskList("/office/payments", ("state", "q")),
    "invoices": DeskList("/office/invoices", ("q",)),
    "journal": DeskList("/office/journal", ("q", "kind", "since", "until", "seller")),
    "acts": DeskList("/office/acts", ("act", "person", "seller")),
    "events": DeskList("/office/events", ("kind", "name", "owner", "about")),
}


def own_views(
    request: HttpRequest, actor: Actor, table: str, tabs: list[dict] | None = None
) -> Mapping[str, object]:
    """What a list's template needs: its tabs with one's own behind them, and its columns."""
    return list_context(request, seat_at(request, actor), table, LISTS[table], tabs)
