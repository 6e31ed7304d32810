"""What the hub calls the money, the invoices and what goes back."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.invoicing.shapes import InvoiceKind
from tijara.domains.returns.shapes import RefundReason

EVENTS = {
    "parcel_delivered": _("Delivered order"),
    "order_delivered": _("Delivered order"),
    "order_refunded": _("Order taken back"),
    "payout": _("Paid to your bank"),
}
"""What moved a seller's balance, by the kind of its journal."""

INVOICES = {
    InvoiceKind.TAX_INVOICE: (_("Tax invoice"), ""),
    InvoiceKind.RECEIPT: (pgettext_lazy("invoice", "Receipt"), ""),
    InvoiceKind.CREDIT_NOTE: (_("Credit note"), "warn"),
}
"""(name, tone of the badge)."""

RETURN_REASONS = {
    RefundReason.CHANGED_MIND: _("The buyer changed his mind"),
    RefundReason.DAMAGED: _("It arrived damaged"),
    RefundReason.WRONG_ITEM: _("It is not what was ordered"),
    RefundReason.NOT_AS_DESCRIBED: _("It is not as it was described"),
    RefundReason.MISSING_PARTS: _("Parts are missing"),
    RefundReason.OTHER: _("Another reason"),
}
