"""Which columns of a list a person sees: his choice, kept by his browser."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

COLUMNS: dict[str, dict[str, object]] = {
    "orders": {
        "picture": _("Picture"),
        "goods": _("Products"),
        "due": pgettext_lazy("order", "Promised for"),
        "payment": _("Payment"),
        "pieces": _("Pieces"),
    },
    "stock": {
        "picture": _("Picture"),
        "sku": _("SKU"),
        "condition": _("Condition"),
        "held": pgettext_lazy("stock", "Kept"),
        "free": pgettext_lazy("stock", "Free"),
    },
}
"""What may be left out of each list, by its word in the cookie."""
AT_FIRST: dict[str, frozenset[str]] = {
    "orders": frozenset({"picture", "goods", "due", "payment"}),
    "stock": frozenset({"picture", "sku", "held", "free"}),
}
SECONDS = 400 * 24 * 3600


def cookie_of(table: str) -> str:
    return f"columns_{table}"


def shown_columns(request: HttpRequest, table: str) -> frozenset[str]:
    """Nothing chosen yet: those that most people need."""
    said = request.COOKIES.get(cookie_of(table))
    if said is None:
        return AT_FIRST[table]
    return frozenset(said.split("-")) & COLUMNS[table].keys()


def column_choice(request: HttpRequest, table: str) -> Mapping[str, object]:
    """What a list's template needs: the columns shown, and the form that chooses them."""
    shown = shown_columns(request, table)
    return {
        "table": table,
        "shown": shown,
        "columns": [(name, text, name in shown) for name, text in COLUMNS[table].items()],
    }
