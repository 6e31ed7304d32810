"""What the shelves of a front page are called: on the page, and in the office that arranges it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.content.shapes import Shelf, ShelfSource
from tijara.ui.pieces.words import named

OF_THEMSELVES: dict[ShelfSource, Promise] = {
    ShelfSource.POPULAR: _("Bought the most"),
    ShelfSource.REDUCED: _("Now for less"),
    ShelfSource.NEW: _("New in the market"),
}


def shelf_name(told: Shelf, place: str) -> str:
    """Its heading, or the name of where its goods come from: of a department, a brand or a store,
    `place` is how a reader calls it."""
    return named(told, "heading") or place or str(OF_THEMSELVES.get(told.source, told.place))
