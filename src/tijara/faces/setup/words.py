"""What the set-up calls things."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.installation.shapes import Selling, Step

STEPS = {
    Step.OWNER: _("Your account"),
    Step.MARKET: pgettext_lazy("set-up", "Name and country"),
    Step.LOOK: pgettext_lazy("set-up", "Colour and logo"),
    Step.STORE: _("Who sells"),
    Step.PAYMENT: pgettext_lazy("set-up", "Payment"),
    Step.DELIVERY: _("Delivery"),
    Step.PRODUCT: _("First product"),
}
SELLING = {
    Selling.OWN: (_("I alone"), _("A shop of your own.")),
    Selling.BOTH: (
        _("I, and other shops too"),
        _("You sell, and let others in; each has a page, orders and an account of his own."),
    ),
    Selling.MANY: (
        _("Other shops only"),
        _("You run the market: you let shops in and take a commission."),
    ),
}
"""(name, what it means)."""
WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
UNCHECKED = {
    "vat_rates": pgettext_lazy("rule of a country", "VAT"),
    "tax_classes": pgettext_lazy("rule of a country", "goods taxed otherwise"),
    "weekend": pgettext_lazy("rule of a country", "the weekend"),
    "return_days": pgettext_lazy("rule of a country", "the days to return goods"),
    "refund_days": pgettext_lazy("rule of a country", "the days to give money back"),
    "withdrawal_exceptions": pgettext_lazy("rule of a country", "goods that can’t be returned"),
    "legal_warranties": pgettext_lazy("rule of a country", "the least warranties"),
    "address": pgettext_lazy("rule of a country", "how addresses are written"),
    "disclosures": pgettext_lazy("rule of a country", "what a shop must tell of itself"),
    "consumer_authority": pgettext_lazy("rule of a country", "where buyers complain"),
    "e_invoicing": pgettext_lazy("rule of a country", "electronic invoices"),
}
"""Rules of a country that nobody has looked up yet."""
