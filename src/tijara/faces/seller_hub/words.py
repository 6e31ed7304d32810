"""What the hub calls things."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.inventory.shapes import MovementKind
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.parties.shapes import Role
from tijara.domains.payments.shapes import PayStanding
from tijara.ui.trade_words import ORDER_STATES, PAY_STANDINGS

STATES = ORDER_STATES | {OrderState.CONFIRMED: (pgettext_lazy("order", "To ship"), "info")}
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
    CancelReason.LOST: _("The carrier has lost it"),
}

MOVEMENTS = {
    MovementKind.RECEIPT: _("Received"),
    MovementKind.SALE: _("Sold"),
    MovementKind.RESTOCK: _("Came back"),
    MovementKind.COUNT: _("Corrected after a count"),
}
MONEY_MOVES = {
    "parcel_delivered": _("Delivered order"),
    "order_delivered": _("Delivered order"),
    "order_refunded": _("Order taken back"),
    "return_refunded": _("Return refunded"),
    "return_exchanged": _("Return exchanged"),
    "price_reduced": _("Price reduced by a decision"),
    "deposit_forfeited": _("Deposit of a buyer who did not come"),
    "deposit_lost": _("Deposit of a buyer who did not take it"),
    "payout": _("Paid to your bank"),
    "payout_ordered": _("Sent to your bank"),
    "payout_failed": _("Your bank did not take it"),
    "payout_returned": _("Came back from your bank"),
    "debit_note_paid": _("Debit note paid"),
    "carriage_charged": _("Way back that the buyer pays"),
    "carriage_borne": _("Way back that the buyer is given"),
    "loss_paid": _("Paid by a carrier for a lost parcel"),
    "refusal_cost": _("Way back of a refused parcel"),
    "goodwill_given": _("Given to a buyer as credit"),
    "points_charged": _("Points that you gave on top"),
    "deal_settled": _("Order settled"),
    "reserve_held": _("Kept back as a reserve"),
    "reserve_released": _("Reserve given back"),
    "reserve_used": _("Reserve used for what you owed"),
    "seller_repaid": _("You have paid what you owed"),
}
"""What moved a seller's balance, by the kind of its journal."""

CONDITIONS = {
    "new": _("New"),
    "refurbished": _("Refurbished"),
    "used": _("Used"),
}
ROLES = {
    Role.OWNER: (_("Owner"), _("May do everything: people, bank account and papers too.")),
    Role.MANAGER: (_("Manager"), _("Orders, stock, prices, products and the store page.")),
    Role.CLERK: (_("Clerk"), _("Orders and stock.")),
}
"""(name, what it may do)."""


def state_of(state: OrderState, standing: PayStanding | None) -> tuple[Promise, str]:
    """(name, tone) of an order: what it waits for, where it waits for money."""
    return PAY_STANDINGS[standing] if standing else STATES[state]
