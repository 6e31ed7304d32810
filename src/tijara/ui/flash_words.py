"""Words of flash sales, for the pages of their seller and of the market."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.flash_sales.shapes import Audience, PlaceState, SaleState

SALE_STATES: dict[SaleState, tuple[Promise, str]] = {
    SaleState.PROPOSED: (_("Waits for the market"), "warn"),
    SaleState.AGREED: (pgettext_lazy("a sale", "Agreed"), "good"),
    SaleState.PAUSED: (_("Stopped for a moment"), "warn"),
    SaleState.ENDED: (pgettext_lazy("a sale", "Over"), ""),
    SaleState.REFUSED: (pgettext_lazy("a sale", "Refused"), "bad"),
}
AUDIENCES: dict[Audience, Promise] = {
    Audience.EVERYBODY: _("Everybody"),
    Audience.SIGNED_IN: _("People with an account"),
    Audience.BY_LINK: _("Whoever has the link"),
}
PLACE_STATES: dict[PlaceState, Promise] = {
    PlaceState.WAITING: pgettext_lazy("places in a sale", "Waiting"),
    PlaceState.TURN: pgettext_lazy("places in a sale", "Have their turn"),
    PlaceState.BOUGHT: pgettext_lazy("places in a sale", "Have bought"),
    PlaceState.LAPSED: pgettext_lazy("places in a sale", "Let it pass"),
    PlaceState.GIVEN_BACK: pgettext_lazy("places in a sale", "Gave it back"),
    PlaceState.LEFT: pgettext_lazy("places in a sale", "Left"),
}
FIELDS: dict[str, Promise] = {
    "required": _("Fill this in, please."),
    "past": _("This is over already. Choose a later time."),
    "range": _("This number is too small or too large."),
}
SALE_FIELDS: dict[tuple[str, str], Promise] = {
    ("ends_at", "range"): _("It must end after it begins, and last three days at most."),
    ("per_household", "range"): _("At least as many as one person may have."),
    ("items", "required"): _("Choose at least one product, with its price and its pieces."),
    ("items", "twice"): _("One product stands here twice."),
    ("items", "range"): _("Write a price and how many pieces for each product."),
    ("items", "dear"): _("The price in the sale must be lower than the product’s own."),
    ("items", "few"): _("There are not that many pieces free in your stock."),
    ("items", "unavailable"): _("One of them is not on sale any more."),
}


FLASH_TEXTS: dict[str, Promise] = {
    "flash_sales.sale_invalid": _("Check the sale’s terms. What you wrote is still there."),
    "flash_sales.terms_invalid": _("Check the sale’s terms. What you wrote is still there."),
    "flash_sales.no_such_sale": _("There is no such flash sale."),
    "flash_sales.sale_moved_on": _("The sale has changed or is over. Look at it again."),
    "flash_sales.cant_join": _("You can’t stand in line for this now."),
    "flash_sales.too_quick": _(
        "That was very quick. Look at the offer for a moment, then press again."
    ),
    "flash_sales.no_such_place": _("This place in the queue is not there any more."),
    "checkout.no_longer_sold": _("The shop does not offer this any more."),
    "inventory.hold_too_small": _("Fewer pieces are held than were to be handed on."),
}
"""Of refusals, by code."""


def sale_fault(name: str, code: str) -> Promise:
    return SALE_FIELDS.get((name, code)) or FIELDS.get(code) or FIELDS["range"]


def sale_faults(fields: dict[str, str]) -> dict[str, Promise]:
    return {name: sale_fault(name, code) for name, code in fields.items()}
