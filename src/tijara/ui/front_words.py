"""What the shelves of a front page are called: on the page, and in the office that arranges it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.catalogue.queries import categories
from tijara.domains.content.shapes import Shelf, ShelfSource
from tijara.domains.stores.queries import all_stores
from tijara.domains.stores.shapes import StoreCard
from tijara.ui.pieces.words import named

OF_THEMSELVES: dict[ShelfSource, Promise] = {
    ShelfSource.POPULAR: _("Bought the most"),
    ShelfSource.REDUCED: _("Now for less"),
    ShelfSource.NEW: _("New in the market"),
}


def shelf_name(told: Shelf, brand: str = "") -> str:
    """Its heading, or the name of where its goods come from; `brand` as a reader reads it."""
    return named(told, "heading") or _own_name(told, brand)


def store_of(told: Shelf) -> StoreCard | None:
    return next((one for one in all_stores() if str(one.seller_id) == told.place), None)


def _own_name(told: Shelf, brand: str) -> str:
    match told.source:
        case ShelfSource.DEPARTMENT:
            return next((named(one) for one in categories() if one.path == told.place), told.place)
        case ShelfSource.STORE:
            store = store_of(told)
            return named(store) if store else ""
        case ShelfSource.BRAND:
            return brand or told.place
    return str(OF_THEMSELVES.get(told.source, ""))
