"""A shelf of the front page as a form: typed as people write it, read into a draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.catalogue.queries import categories
from tijara.domains.content.shapes import PLACED, Shelf, ShelfDraft, ShelfSource
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.queries import markets_of
from tijara.domains.search.queries import browse
from tijara.domains.search.shapes import Wish
from tijara.domains.stores.queries import all_stores
from tijara.faces.back_office.banner_form import DAYS, read_form_day
from tijara.kit.arabic import strip_controls
from tijara.ui.front_words import shelf_name
from tijara.ui.goods.sheet import INDENT
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence

SOURCES: dict[ShelfSource, tuple[Promise, Promise, str]] = {
    ShelfSource.POPULAR: (
        _("What is bought the most"),
        _("Counted from orders, so it changes by itself."),
        "chart",
    ),
    ShelfSource.REDUCED: (
        _("What is reduced"),
        _("Goods that cost more before, as long as they do."),
        "tag",
    ),
    ShelfSource.NEW: (
        _("What has come in last"),
        _("The newest goods that the page does not show yet."),
        "bell",
    ),
    ShelfSource.DEPARTMENT: (
        _("A department"),
        _("Its best sold goods, those of its sections among them."),
        "grid",
    ),
    ShelfSource.BRAND: (_("A brand"), _("Its best sold goods, whoever sells them."), "ok"),
    ShelfSource.STORE: (_("A store"), _("A shop that you would show to everybody."), "store"),
    ShelfSource.PICKED: (
        _("Picked by hand"),
        _("Product by product, in your order: a season, an occasion, a taste."),
        "heart",
    ),
}
"""(title, what it shows, icon) of what a shelf may be filled from."""
PLACES: dict[ShelfSource, Promise] = {
    ShelfSource.DEPARTMENT: _("Which department"),
    ShelfSource.BRAND: _("Which brand"),
    ShelfSource.STORE: _("Which store"),
}
HEADINGS = ("heading_ar", "heading_en", "heading_fr")
TEXTS = ("place", *HEADINGS, *DAYS)


@dataclass(slots=True)
class ShelfForm:
    source: ShelfSource
    values: dict[str, str]
    is_on: bool = True
    errors: dict[str, str] = field(default_factory=dict)

    def refuse(self, codes: Mapping[str, str]) -> None:
        self.errors |= {name: field_sentence(code) for name, code in codes.items()}


def read_source(typed: str) -> ShelfSource | None:
    return ShelfSource(typed) if typed in SOURCES else None


def shelf_form(source: ShelfSource, told: Shelf | None = None) -> ShelfForm:
    """Of a shelf as it stands, or of one that is still to be put up."""
    if told is None:
        return ShelfForm(source, dict.fromkeys(TEXTS, ""))
    return ShelfForm(source, {name: str(getattr(told, name) or "") for name in TEXTS}, told.is_on)


def read_shelf(post: QueryDict, source: ShelfSource) -> tuple[ShelfDraft | None, ShelfForm]:
    """None: something can't be read, and the form says what."""
    form = ShelfForm(source, {name: post.get(name, "")[:400] for name in TEXTS}, "is_on" in post)
    days: dict[str, date | None] = {}
    for name in DAYS:
        days[name], code = read_form_day(form.values[name])
        if code:
            form.refuse({name: code})
    if form.errors:
        return None, form
    words = {name: form.values[name] for name in ("place", *HEADINGS)}
    return ShelfDraft(source=source, **words, **days, is_on=form.is_on), form


def place_choices(market: MarketPolicy, source: ShelfSource, chosen: str) -> list[tuple[str, str]]:
    """What can be chosen from; what was chosen stays among them."""
    if source not in PLACED:
        return []
    found = _PLACES[source](market)
    chosen = strip_controls(chosen)
    kept = {} if not chosen or chosen in found else {chosen: chosen}
    return [("", str(_("Choose"))), *found.items(), *kept.items()]


def name_of(market: MarketPolicy, told: Shelf) -> str:
    """As the office calls it, which knows no goods of it."""
    places = _PLACES[told.source](market) if told.source in PLACED else {}
    return shelf_name(told, places.get(told.place, "").strip())


def brand_names(market: MarketPolicy) -> dict[str, str]:
    """The brands on the market's shelves, those with the most goods first."""
    counted = browse(Wish(market.id, size=1)).facets.get("brand", ())
    return {one.value: named(one) for one in counted}


def _departments(_market: MarketPolicy) -> dict[str, str]:
    return {node.path: f"{INDENT * node.depth}{named(node)}" for node in categories()}


def _stores(market: MarketPolicy) -> dict[str, str]:
    known = all_stores()
    at = markets_of([store.seller_id for store in known])
    return {str(one.seller_id): named(one) for one in known if at[one.seller_id] == market.id}


_PLACES = {
    ShelfSource.DEPARTMENT: _departments,
    ShelfSource.BRAND: brand_names,
    ShelfSource.STORE: _stores,
}
