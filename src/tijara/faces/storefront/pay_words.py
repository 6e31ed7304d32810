"""What the storefront calls the ways to pay."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.payments.shapes import PaymentMethod

WAYS: dict[str, Promise] = {
    PaymentMethod.CASH_ON_DELIVERY: _("In cash, on delivery"),
    PaymentMethod.CARD: _("By card"),
    PaymentMethod.BANK_TRANSFER: _("By bank transfer"),
}
REFUSED: dict[str, Promise] = {
    "over_cash_limit": _("Not for a total as high as this one."),
    "no_deposit_possible": _("Part of it is paid before, and there is no way to do that now."),
    "over_newcomer_limit": _("For a first order, only up to a smaller total."),
    "abroad": _("Cash is not taken outside the country."),
    "too_many_open": _("Take what is on its way to you first."),
}
NOT_NOW = _("Not for this order.")
