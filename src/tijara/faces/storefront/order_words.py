"""How the state of an order is said to its buyer."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tijara.domains.orders.queries import with_french
from tijara.domains.orders.shapes import CancelReason, OrderState, OrderView
from tijara.domains.payments.shapes import PayStanding
from tijara.ui.trade_words import PAY_STANDINGS

STEPS: dict[OrderState, Promise] = {
    OrderState.PENDING: _("Kept for you"),
    OrderState.PLACED: _("Ordered"),
    OrderState.CONFIRMED: _("Confirmed"),
    OrderState.PACKED: _("Packed"),
    OrderState.SHIPPED: _("Shipped"),
    OrderState.DELIVERED: _("Delivered"),
    OrderState.REFUSED: _("Refused at the door"),
    OrderState.CANCELLED: _("Cancelled"),
    OrderState.REFUNDED: _("Taken back"),
}
"""What happened, as a step of the way."""
AHEAD: dict[OrderState, Promise] = {
    OrderState.PLACED: _("It goes to the shop"),
    OrderState.CONFIRMED: _("The shop confirms"),
    OrderState.SHIPPED: _("It is shipped"),
    OrderState.DELIVERED: _("It arrives"),
}
"""What is still to happen: never said as if it were done."""
STATES: dict[OrderState, tuple[Promise, str]] = {
    OrderState.PENDING: (_("Waiting for you"), "warn"),
    OrderState.PLACED: (_("Waiting for the shop"), "info"),
    OrderState.CONFIRMED: (_("Being packed"), "info"),
    OrderState.PACKED: (_("Packed"), "info"),
    OrderState.SHIPPED: (_("On its way"), "info"),
    OrderState.DELIVERED: (_("Delivered"), "good"),
    OrderState.REFUSED: (_("Refused at the door"), "warn"),
    OrderState.CANCELLED: (_("Cancelled"), ""),
    OrderState.REFUNDED: (_("Taken back"), ""),
}
"""(how it stands now, tone of its badge)."""
HEADLINES: dict[OrderState, tuple[Promise, Promise]] = {
    OrderState.PENDING: (
        _("We keep your order for you"),
        _("One thing is left to do, then it goes to the shop."),
    ),
    OrderState.PLACED: (
        _("The shop has your order"),
        _("It checks your items and confirms. Until it ships you can cancel free."),
    ),
    OrderState.CONFIRMED: (
        _("The shop is packing your order"),
        _("It hands it to the courier next. Until then you can cancel free."),
    ),
    OrderState.PACKED: (
        _("Your order is packed"),
        _("It waits for the courier. Until he takes it you can cancel free."),
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
    OrderState.REFUNDED: (
        _("You have your money back"),
        _("The order was given back and paid out to you."),
    ),
}
OWED_HEADLINE = (
    _("Your money is on its way back"),
    _("The shop has taken your order back. What you paid goes back to you, as this page shows."),
)
"""Of an order that was taken back, until its money has gone out."""
PAID_HEADLINES: dict[OrderState, tuple[Promise, Promise]] = {
    OrderState.SHIPPED: (
        _("Your order is on its way"),
        _("The courier calls you before arriving. It is paid for; he collects nothing."),
    ),
    OrderState.REFUSED: (
        _("You refused this order"),
        _("It goes back to the shop, and your money comes back to you the way you paid it."),
    ),
    OrderState.CANCELLED: (
        _("This order is cancelled"),
        _("Your money goes back to you the way you paid it. A bank may take some days."),
    ),
}
DIGITAL_HEADLINES: dict[OrderState, tuple[Promise, Promise]] = {
    OrderState.PLACED: (_("Your order is paid"), _("What you bought is made ready for you.")),
    OrderState.DELIVERED: (_("Your order is ready"), _("What you bought is on this page.")),
}
WAITED_HEADLINES: dict[PayStanding, tuple[Promise, Promise]] = {
    PayStanding.CHECKING: (
        _("We keep your order for you"),
        _("We look for your transfer. There is nothing left for you to do."),
    ),
    PayStanding.ASKING: (
        _("We keep your order for you"),
        _("If you have paid, don’t pay again: we keep asking and write to you."),
    ),
    PayStanding.ARRIVING: (
        _("Your payment has arrived, thank you"),
        _("Your order goes to the shop this very moment. There is nothing left for you to do."),
    ),
}
"""Of an order whose money is on its way in: its buyer has done his part."""
WAITED_STATES = PAY_STANDINGS | {PayStanding.PAY: STATES[OrderState.PENDING]}
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
    CancelReason.NOT_PAID: _("It was not paid in time"),
    CancelReason.NOT_CONFIRMED: _("The phone was not confirmed in time"),
    CancelReason.LOST: _("The carrier has lost it"),
}
"""The reason of a step, as the journey tells it."""


def spoken(found: Iterable[OrderView]) -> list[OrderView]:
    """As this reader reads them: French names are asked for only where they are shown."""
    return with_french(found) if get_language() == "fr" else list(found)
