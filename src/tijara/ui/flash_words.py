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


def sale_fault(name: str, code: str) -> Promise:
    return SALE_FIELDS.get((name, code)) or FIELDS.get(code) or FIELDS["range"]


def sale_faults(fields: dict[str, str]) -> dict[str, Promise]:
    return {name: sale_fault(name, code) for name, code in fields.items()}
