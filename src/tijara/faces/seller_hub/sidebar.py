"""The hub's pages as its sidebar lists them, each for whom may open it."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.orders.queries import COUNTED
from tijara.domains.orders.shapes import OrderState, StateCount
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.ui.language import local

HOME, ORDERS = "/hub/", "/hub/orders"
WAITING = (OrderState.PLACED, OrderState.CONFIRMED, OrderState.PACKED)
"""Orders for which the seller has still something to do."""
SECTIONS: tuple[tuple[object, tuple[tuple[object, str, str, Power], ...]], ...] = (
    (
        "",
        (
            (_("Today"), HOME, "home", Power.SIGN_IN),
            (_("Orders"), ORDERS, "box", Power.ORDERS_HANDLE),
            (_("Returns"), "/hub/returns", "returns", Power.RETURNS_HANDLE),
            (_("Complaints"), "/hub/disputes", "shield", Power.RETURNS_HANDLE),
            (_("Reviews"), "/hub/reviews", "star", Power.STORE_MANAGE),
            (_("Products"), "/hub/products", "tag", Power.PRODUCTS_MANAGE),
            (_("Stock and prices"), "/hub/stock", "grid", Power.STOCK_MANAGE),
            (_("Searches"), "/hub/searches", "search", Power.PRODUCTS_MANAGE),
            (_("Promotions"), "/hub/promotions", "sun", Power.PROMOTIONS_MANAGE),
            (_("Flash sales"), "/hub/flash-sales", "clock", Power.PROMOTIONS_MANAGE),
            (_("Points"), "/hub/points", "star", Power.PROMOTIONS_MANAGE),
            (_("Price lists"), "/hub/prices", "users", Power.OFFERS_MANAGE),
            (pgettext_lazy("import", "Import"), "/hub/imports", "upload", Power.OFFERS_MANAGE),
        ),
    ),
    (
        pgettext_lazy("sidebar", "Money"),
        (
            (_("Sales"), "/hub/sales", "chart", Power.ORDERS_HANDLE),
            (_("Your money"), "/hub/money", "wallet", Power.STORE_MANAGE),
            (_("Cash on delivery"), "/hub/cash", "cash", Power.ORDERS_HANDLE),
            (_("Books"), "/hub/books", "list", Power.BOOKS_KEEP),
            (_("Invoices"), "/hub/invoices", "copy", Power.ORDERS_HANDLE),
        ),
    ),
    (
        pgettext_lazy("sidebar", "Your store"),
        (
            (_("Delivery"), "/hub/delivery", "truck", Power.STORE_MANAGE),
            (_("Store page"), "/hub/store", "store", Power.STORE_MANAGE),
            (_("Your business"), "/hub/business", "shield", Power.SELLER_IDENTITY),
            (_("People"), "/hub/people", "users", Power.MEMBERS_MANAGE),
            (_("Webhooks"), "/hub/webhooks", "share", Power.WEBHOOKS_MANAGE),
        ),
    ),
)
"""(title, its (text, path, icon, whose)) in their order."""
UNDER = {"/hub/texts": "/hub/returns"}
"""Pages that have no line of their own stand below another's."""


def sections(here: str, actor: Actor, standing: Mapping[OrderState, StateCount]) -> list[dict]:
    """`here` is the address without language and market."""
    here = UNDER.get(here, here)
    waiting = sum(standing[state].number for state in WAITING)
    counts = {ORDERS: f"{COUNTED - 1}+" if waiting >= COUNTED else waiting or ""}
    found = []
    for title, pages in SECTIONS:
        links = [
            {
                "text": text,
                "href": local(path),
                "icon": icon,
                "count": counts.get(path, ""),
                "current": here == path if path == HOME else here.startswith(path),
            }
            for text, path, icon, power in pages
            if actor.may(power)
        ]
        if links:
            found.append({"title": title, "links": links})
    return found
