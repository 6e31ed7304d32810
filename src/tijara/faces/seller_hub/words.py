"""What the hub calls things."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.inventory.shapes import MovementKind
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.parties.shapes import Role

STATES = {
    OrderState.PENDING: (pgettext_lazy("order", "Not yet sure"), ""),
    OrderState.PLACED: (pgettext_lazy("order", "New"), "warn"),
    OrderState.CONFIRMED: (pgettext_lazy("order", "To ship"), "info"),
    OrderState.PACKED: (pgettext_lazy("order", "Packed"), "info"),
    OrderState.SHIPPED: (pgettext_lazy("order", "On the way"), ""),
    OrderState.DELIVERED: (pgettext_lazy("order", "Delivered"), "good"),
    OrderState.REFUSED: (pgettext_lazy("order", "Not accepted"), "bad"),
    OrderState.CANCELLED: (pgettext_lazy("order", "Cancelled"), ""),
    OrderState.REFUNDED: (pgettext_lazy("order", "Taken back"), ""),
}
"""(name, tone of the badge)."""

STEPS = {
    OrderState.PENDING: _("Opened, not yet paid or confirmed"),
    OrderState.PLACED: _("Ordered"),
    OrderState.CONFIRMED: _("You confirmed it"),
    OrderState.PACKED: _("Packed"),
    OrderState.SHIPPED: _("Handed to the carrier"),
    OrderState.DELIVERED: _("Delivered"),
    OrderState.REFUSED: _("Not accepted at the door"),
    OrderState.CANCELLED: _("Cancelled"),
    OrderState.REFUNDED: _("Order taken back"),
}
COMING = {
    OrderState.CONFIRMED: _("You confirm it"),
    OrderState.SHIPPED: _("You hand it to a carrier"),
    OrderState.DELIVERED: pgettext_lazy("order", "It arrives"),
}
"""The same steps before they are done."""

ACTORS = {
    "buyer": _("by the buyer"),
    "seller": _("by your store"),
    "staff": _("by the market’s staff"),
    "system": _("automatically"),
}
REASONS = {
    CancelReason.OUT_OF_STOCK: _("It is out of stock"),
    CancelReason.CANT_REACH: _("The buyer can’t be reached"),
    CancelReason.WRONG_ADDRESS: _("The address is wrong or incomplete"),
    CancelReason.CHANGED_MIND: _("The buyer changed his mind"),
    CancelReason.OTHER: _("Another reason"),
}
"""The reasons that a seller may give."""

ALL_REASONS = REASONS | {
    CancelReason.TOO_SLOW: _("Delivery takes too long"),
    CancelReason.NOT_PAID: _("It was not paid in time"),
    CancelReason.NOT_CONFIRMED: _("The phone was not confirmed in time"),
}

MOVEMENTS = {
    MovementKind.RECEIPT: _("Received"),
    MovementKind.SALE: _("Sold"),
    MovementKind.RESTOCK: _("Came back"),
    MovementKind.COUNT: _("Corrected after a count"),
}
CONDITIONS = {
    "new": _("New"),
    "refurbished": _("Refurbished"),
    "used": _("Used"),
}
PAYMENTS = {
    "cash_on_delivery": _("Cash on delivery"),
    "card": _("Card"),
    "bank_transfer": _("Bank transfer"),
}
ROLES = {
    Role.OWNER: (_("Owner"), _("May do everything: people, bank account and papers too.")),
    Role.MANAGER: (_("Manager"), _("Orders, stock, prices, products and the store page.")),
    Role.CLERK: (_("Clerk"), _("Orders and stock.")),
}
"""(name, what it may do)."""
