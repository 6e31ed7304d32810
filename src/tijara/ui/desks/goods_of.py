"""How a desk finds goods, brands and departments: of one shop, or of the whole catalogue."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.html import format_html

from tijara.domains.catalogue.queries import (
    brand_names,
    brands,
    categories,
    find_products,
    names_of,
)
from tijara.domains.offers.queries import seller_offers
from tijara.domains.offers.shapes import OfferRow
from tijara.domains.promotions.shapes import Promotion
from tijara.ui.desks.goods_pick import FOUND, Goods, Pickable
from tijara.ui.pieces.money import price
from tijara.ui.pieces.words import code, named

ENOUGH = 40
"""Offers that are looked through: several may be of one product."""


def goods_of_seller(seller_id: UUID) -> Goods:
    """What one shop offers, paused goods too."""

    def by_sku(typed: str) -> UUID | None:
        rows = seller_offers(seller_id, text=typed, size=20).items
        return next((row.product_id for row in rows if row.sku.lower() == typed.lower()), None)

    def search(text: str) -> list[Pickable]:
        rows = seller_offers(seller_id, text=text, size=ENOUGH).items
        return list({row.product_id: _offered(row) for row in reversed(rows)}.values())[::-1]

    return Goods(by_sku, search, known_products)


def goods_of_catalogue() -> Goods:
    """What anybody offers in the market, or could."""

    def by_sku(typed: str) -> UUID | None:
        rows = find_products(text=typed, size=2).items
        return rows[0].id if len(rows) == 1 else None

    def search(text: str) -> list[Pickable]:
        return [
            Pickable(row.id, row.name_ar, row.name_en, row.picture, row.brand_ar)
            for row in find_products(text=text, size=FOUND).items
        ]

    return Goods(by_sku, search, known_products)


def known_products(product_ids: Iterable[UUID]) -> list[Pickable]:
    wanted = list(product_ids)
    found = names_of(wanted) if wanted else {}
    return [
        Pickable(one, found[one].name_ar, found[one].name_en, found[one].picture)
        for one in wanted
        if one in found
    ]


def brand_called(name: str) -> UUID | None:
    rows = brands(text=name, size=20).items
    return next((row.id for row in rows if name in (row.name_ar, row.name_en)), None)


def departments() -> list[tuple[str, str]]:
    return [(node.path, named(node)) for node in categories()]


def names_of_scope(told: Promotion) -> dict[UUID | str, str]:
    """Of the departments, brands and products that a promotion names."""
    scope = told.terms.scope
    found: dict[UUID | str, str] = dict(departments()) if scope.departments else {}
    found |= {id: named(row) for id, row in brand_names(scope.brands).items()}
    return found | {id: named(row) for id, row in names_of(scope.products).items()}


def _offered(row: OfferRow) -> Pickable:
    note = format_html("{} · {}", price(row.price), code(row.sku)) if row.sku else price(row.price)
    return Pickable(row.product_id, row.name_ar, row.name_en, row.picture, note)
