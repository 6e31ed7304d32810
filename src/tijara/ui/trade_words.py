"""What the trade's states and kinds are called wherever they are shown at work: hub and office.

The storefront speaks to a buyer, and has words of its own for some of them.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.cases.shapes import ReportReason
from tijara.domains.invoicing.shapes import InvoiceKind
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.shapes import PaymentMethod, PayStanding
from tijara.domains.returns.shapes import RefundReason, ReturnState, Wish

ORDER_STATES = {
    OrderState.PENDING: (pgettext_lazy("order", "Not yet sure"), ""),
    OrderState.PLACED: (pgettext_lazy("order", "New"), "warn"),
    OrderState.CONFIRMED: (pgettext_lazy("order", "Confirmed"), "info"),
    OrderState.PACKED: (pgettext_lazy("order", "Packed"), "info"),
    OrderState.SHIPPED: (pgettext_lazy("order", "On the way"), ""),
    OrderState.DELIVERED: (pgettext_lazy("order", "Delivered"), "good"),
    OrderState.REFUSED: (pgettext_lazy("order", "Not accepted"), "bad"),
    OrderState.CANCELLED: (pgettext_lazy("order", "Cancelled"), ""),
    OrderState.REFUNDED: (pgettext_lazy("order", "Taken back"), ""),
}
"""(name, tone of the badge)."""
PAY_STANDINGS = {
    PayStanding.PAY: (pgettext_lazy("order", "Waiting for payment"), ""),
    PayStanding.ASKING: (_("Payment being checked"), "info"),
    PayStanding.CHECKING: (_("Receipt being checked"), "info"),
    PayStanding.ARRIVING: (_("Payment has arrived"), "good"),
}
"""The same of an order that waits for its money: buyer, seller and staff read one truth."""

INVOICE_KINDS = {
    InvoiceKind.TAX_INVOICE: (_("Simplified tax invoice"), ""),
    InvoiceKind.FULL_INVOICE: (_("Tax invoice"), "info"),
    InvoiceKind.RECEIPT: (pgettext_lazy("invoice", "Receipt"), ""),
    InvoiceKind.CREDIT_NOTE: (_("Credit note"), "warn"),
    InvoiceKind.DEBIT_NOTE: (_("Debit note"), "info"),
    InvoiceKind.COMMISSION: (_("Commission invoice"), ""),
    InvoiceKind.COMMISSION_CREDIT: (_("Credit note on commission"), "warn"),
}
"""(name, tone of the badge)."""

PAYMENT_METHODS = {
    PaymentMethod.CASH_ON_DELIVERY: _("Cash on delivery"),
    PaymentMethod.CARD: _("Card"),
    PaymentMethod.BANK_TRANSFER: _("Bank transfer"),
    PaymentMethod.WALLET: _("Wallet"),
}
RETURN_REASONS = {
    RefundReason.CHANGED_MIND: _("The buyer changed his mind"),
    RefundReason.DAMAGED: _("It arrived damaged"),
    RefundReason.WRONG_ITEM: _("It is not what was ordered"),
    RefundReason.NOT_AS_DESCRIBED: _("It is not as it was described"),
    RefundReason.MISSING_PARTS: _("Parts are missing"),
    RefundReason.OTHER: _("Another reason"),
}
ALL_RETURN_REASONS = RETURN_REASONS | {
    RefundReason.FAULTY: _("It does not work"),
    RefundReason.WARRANTY: _("A fault under warranty"),
}
"""With those that only a buyer gives."""
REPORT_REASONS = {
    ReportReason.COUNTERFEIT: _("An imitation of a brand"),
    ReportReason.FORBIDDEN: _("May not be sold on this market"),
    ReportReason.MISLEADING: _("Its words or pictures mislead"),
    ReportReason.UNSAFE: _("Not safe to use"),
    ReportReason.OFFENSIVE: _("Its words or pictures offend"),
    ReportReason.OTHER: _("Another reason"),
}
"""Why buyers report a product, and why staff take it off the market."""
RETURN_STATES = {
    ReturnState.REQUESTED: (pgettext_lazy("return", "To decide"), "warn"),
    ReturnState.ASKED: (pgettext_lazy("return", "The buyer was asked"), ""),
    ReturnState.APPROVED: (pgettext_lazy("return", "Approved"), "info"),
    ReturnState.SENT: (pgettext_lazy("return", "On its way"), "info"),
    ReturnState.RECEIVED: (pgettext_lazy("return", "To inspect"), "warn"),
    ReturnState.INSPECTED: (pgettext_lazy("return", "To settle"), "warn"),
    ReturnState.REJECTED: (pgettext_lazy("return", "Rejected"), "bad"),
    ReturnState.APPEALED: (pgettext_lazy("return", "Before the market’s staff"), "warn"),
    ReturnState.CLOSED: (pgettext_lazy("return", "Rejected for good"), ""),
    ReturnState.REFUNDED: (pgettext_lazy("return", "Refunded"), "good"),
    ReturnState.EXCHANGED: (pgettext_lazy("return", "Exchanged"), "good"),
    ReturnState.SENT_BACK: (pgettext_lazy("return", "Sent back"), ""),
    ReturnState.WITHDRAWN: (pgettext_lazy("return", "Withdrawn"), ""),
    ReturnState.LAPSED: (pgettext_lazy("return", "Lapsed"), ""),
}
"""(name, tone of the badge)."""
WISHES = {
    Wish.REFUND: pgettext_lazy("return", "His money back"),
    Wish.EXCHANGE: pgettext_lazy("return", "An exchange"),
    Wish.REPAIR: pgettext_lazy("return", "A repair"),
}


def order_state(state: OrderState, standing: PayStanding | None) -> tuple[Promise, str]:
    """(name, tone) of an order: what it waits for, where it waits for money."""
    return PAY_STANDINGS[standing] if standing else ORDER_STATES[state]
