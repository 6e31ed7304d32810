"""The hub's lists that a person may name for himself, and the columns of three of them."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.faces.seller_hub.desk import Desk, seat_at
from tijara.ui.desks.columns import Columns
from tijara.ui.desks.lists import DeskList, list_context

ORDERS = Columns(
    names={
        "picture": _("Picture"),
        "buyer": _("Buyer"),
        "goods": _("Products"),
        "pieces": _("Pieces"),
        "due": pgettext_lazy("order", "Promised for"),
        "state": _("State"),
        "payment": _("Payment"),
        "total": _("Total"),
    },
    at_first=frozenset({"picture", "goods", "due", "payment"}),
    always=frozenset({"buyer", "state", "total"}),
    still=frozenset({"picture"}),
)
STOCK = Columns(
    names={
        "picture": _("Picture"),
        "sku": _("SKU"),
        "condition": _("Condition"),
        "held": pgettext_lazy("stock", "Kept"),
        "free": pgettext_lazy("stock", "Free"),
        "units": _("On the shelf"),
        "price": _("Price"),
    },
    at_first=frozenset({"picture", "sku", "held", "free"}),
    always=frozenset({"units", "price"}),
    still=frozenset({"picture", "sku"}),
)
"""The SKU stands under the product's name."""
PRODUCTS = Columns(
    names={
        "picture": _("Picture"),
        "department": _("Department"),
        "variants": _("Variants"),
        "units": pgettext_lazy("stock", "Free"),
        "price": _("Price"),
        "state": _("State"),
    },
    at_first=frozenset({"picture", "department", "units", "price"}),
    always=frozenset({"state"}),
    still=frozenset({"picture"}),
)
LISTS = {
    "orders": DeskList("/hub/orders", ("view", "q", "pay", "from", "to", "sort"), ORDERS),
    "stock": DeskList("/hub/stock", ("show", "q"), STOCK),
    "products": DeskList("/hub/products", ("show", "q"), PRODUCTS),
    "invoices": DeskList("/hub/invoices", ("q",)),
}


def own_views(
    request: HttpRequest, desk: Desk, table: str, tabs: list[dict] | None = None
) -> Mapping[str, object]:
    """What a list's template needs: its tabs with one's own behind them, and its columns."""
    return list_context(request, seat_at(request, desk), table, LISTS[table], tabs)
