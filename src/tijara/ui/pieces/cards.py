"""The product card: the piece that a page shows two dozen times, so it is written in Python."""

from collections.abc import Mapping
from typing import TypedDict, Unpack
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tijara.domains.reviews.shapes import Rating
from tijara.domains.search.shapes import ProductCard
from tijara.ui.language import local
from tijara.ui.pieces.escaping import escape
from tijara.ui.pieces.marks import icon, picture, rating
from tijara.ui.pieces.money import prices, saved_percent
from tijara.ui.pieces.words import bdi, named


class Looks(TypedDict, total=False):
    """`products` + slug is the product's page ("/p/" if it is not said); `cart` takes the quick
    "add" ("/cart"; empty: no button). `when` is a sentence about delivery; `level` the heading's
    level on the page (3); `of` the words after which it is shown, as an address has them."""

    products: str
    cart: str
    when: str
    level: int
    eager: bool
    of: str


def product_card(
    card: ProductCard, ratings: Mapping[UUID, Rating] | None = None, **looks: Unpack[Looks]
) -> SafeString:
    """`ratings` are what buyers say of products, by their ids."""
    level, cart = looks.get("level", 3), looks.get("cart", "/cart")
    page, name = local(looks.get("products", "/p/")), escape(named(card))
    brand = named(card, "brand")
    gone = "" if card.in_stock else " gone"
    off = _deal(card)
    last = escape(looks.get("when", "") if card.in_stock else _("Sold out for now"))
    if card.is_resting:
        last = escape(_("The store is on holiday"))
    return SafeString(
        f'<article class="card{gone}"><div class="pic">'
        f"{picture(card.picture, eager=looks.get('eager', False), of=named(card))}{off}"
        f"{heart(card.slug, name)}{_add_button(card, name, cart)}</div>"
        + (f'<p class="by">{bdi(brand)}</p>' if brand else "")
        + f'<h{level} class="name">'
        f'<a href="{page}{escape(card.slug)}{_whose(card, looks.get("of", ""))}">'
        f"<bdi>{name}</bdi></a></h{level}>{prices(card.price, card.was, says_saved=not off)}"
        + _rated(ratings.get(card.product_id) if ratings else None)
        + (f'<p class="when">{last}</p>' if last else "")
        + "</article>"
    )


def _rated(told: Rating | None) -> str:
    return rating(told.average, told.count, tag="p") if told else ""


def _whose(card: ProductCard, of: str) -> str:
    pairs = [("shop", card.shop), ("of", of)]
    told = "&amp;".join(f"{name}={escape(value)}" for name, value in pairs if value)
    return f"?{told}" if told else ""


def _deal(card: ProductCard) -> str:
    if card.was is None or card.was.minor <= card.price.minor:
        return ""
    percent = saved_percent(card.price, card.was)
    if not percent:
        return ""
    return (
        f'<span class="badge deal">{escape(_("%(percent)s%% off") % {"percent": percent})}</span>'
    )


def heart(slug: str, name: str) -> SafeString:
    """Keeps a product for later. It is the same for everybody: a script fills those of what the
    reader keeps. `name` is escaped already."""
    label = escape(_("Keep for later"))
    return SafeString(
        f'<form method="post" action="{local("/favourites")}" data-heart>'
        f'<button class="btn only heart" name="keep" value="{escape(slug)}" '
        f'aria-label="{label}: {name}">{icon("heart")}</button></form>'
    )


def _add_button(card: ProductCard, name: str, cart: str) -> str:
    if not cart or not card.in_stock or card.is_resting:
        return ""
    label = escape(_("Add to cart"))
    return (
        f'<form method="post" action="{local(cart)}" data-part="drawer">'
        f'<input type="hidden" name="offer_id" value="{card.offer_id}">'
        f'<input type="hidden" name="seller_id" value="{card.seller_id}">'
        '<input type="hidden" name="quantity" value="1">'
        f'<input type="hidden" name="seen_minor" value="{card.price.minor}">'
        f'<button class="btn only add" aria-label="{label}: {name}">{icon("plus")}</button></form>'
    )
