"""How the state of an order is said to its buyer."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.orders.shapes import CancelReason, OrderState

STEPS: dict[OrderState, Promise] = {
    OrderState.PLACED: _("Ordered"),
    OrderState.CONFIRMED: _("Confirmed"),
    OrderState.SHIPPED: _("Shipped"),
    OrderState.DELIVERED: _("Delivered"),
    OrderState.REFUSED: _("Refused at the door"),
    OrderState.CANCELLED: _("Cancelled"),
}
"""What happened, as a step of the way."""
AHEAD: dict[OrderState, Promise] = {
    OrderState.CONFIRMED: _("The shop confirms"),
    OrderState.SHIPPED: _("It is shipped"),
    OrderState.DELIVERED: _("It arrives"),
}
"""What is still to happen: never said as if it were done."""
STATES: dict[OrderState, tuple[Promise, str]] = {
    OrderState.PLACED: (_("Waiting for the shop"), "info"),
    OrderState.CONFIRMED: (_("Being packed"), "info"),
    OrderState.SHIPPED: (_("On its way"), "info"),
    OrderState.DELIVERED: (_("Delivered"), "good"),
    OrderState.REFUSED: (_("Refused at the door"), "warn"),
    OrderState.CANCELLED: (_("Cancelled"), ""),
}
"""(how it stands now, tone of its badge)."""
HEADLINES: dict[OrderState, tuple[Promise, Promise]] = {
    OrderState.PLACED: (
        _("The shop has your order"),
        _("It checks your items and confirms. Until it ships you can cancel free."),
    ),
    OrderState.CONFIRMED: (
        _("The shop is packing your order"),
        _("It hands it to the courier next. Until then you can cancel free."),
    ),
    OrderState.SHIPPED: (
        _("Your order is on its way"),
        _("The courier calls you before arriving. Check it, then pay in cash."),
    ),
    OrderState.DELIVERED: (_("Your order has arrived"), _("We hope it pleases you.")),
    OrderState.REFUSED: (
        _("You refused this order"),
        _("It goes back to the shop; you owe nothing."),
    ),
    OrderState.CANCELLED: (_("This order is cancelled"), _("Nothing is owed for it.")),
}
REASONS: dict[CancelReason, Promise] = {
    CancelReason.CHANGED_MIND: _("I changed my mind"),
    CancelReason.WRONG_ADDRESS: _("The address is wrong"),
    CancelReason.TOO_SLOW: _("It would come too late"),
    CancelReason.OTHER: _("Another reason"),
}
"""What a buyer may choose."""
TOLD: dict[str, Promise] = {
    **{reason: text for reason, text in REASONS.items() if reason != CancelReason.OTHER},
    CancelReason.OUT_OF_STOCK: _("The shop ran out of it"),
    CancelReason.CANT_REACH: _("The phone could not be reached"),
}
"""The reason of a step, as the journey tells it."""
