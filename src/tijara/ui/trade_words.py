"""What the trade's states and kinds are called wherever they are shown at work: hub and office.

The storefront speaks to a buyer, and has words of its own for some of them.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.invoicing.shapes import InvoiceKind
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.shapes import RefundReason

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

INVOICE_KINDS = {
    InvoiceKind.TAX_INVOICE: (_("Simplified tax invoice"), ""),
    InvoiceKind.FULL_INVOICE: (_("Tax invoice"), "info"),
    InvoiceKind.RECEIPT: (pgettext_lazy("invoice", "Receipt"), ""),
    InvoiceKind.CREDIT_NOTE: (_("Credit note"), "warn"),
    InvoiceKind.COMMISSION: (_("Commission invoice"), ""),
    InvoiceKind.COMMISSION_CREDIT: (_("Credit note on commission"), "warn"),
}
"""(name, tone of the badge)."""

PAYMENT_METHODS = {
    PaymentMethod.CASH_ON_DELIVERY: _("Cash on delivery"),
    PaymentMethod.CARD: _("Card"),
    PaymentMethod.BANK_TRANSFER: _("Bank transfer"),
}
RETURN_REASONS = {
    RefundReason.CHANGED_MIND: _("The buyer changed his mind"),
    RefundReason.DAMAGED: _("It arrived damaged"),
    RefundReason.WRONG_ITEM: _("It is not what was ordered"),
    RefundReason.NOT_AS_DESCRIBED: _("It is not as it was described"),
    RefundReason.MISSING_PARTS: _("Parts are missing"),
    RefundReason.OTHER: _("Another reason"),
}
