"""The catalogue as a desk's forms need it. The desk brings the queries; shapes are known here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tijara.domains.promotions.shapes import Promotion
from tijara.ui.desks.goods_pick import Pickable
from tijara.ui.pieces.words import named

MOST_BRANDS = 200


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is asked: the queries of the domain, by name."""

    names_of: Callable[..., Mapping[UUID, Any]]
    brands: Callable[..., Any]
    brand_names: Callable[..., Mapping[UUID, Any]]
    categories: Callable[[], Sequence[Any]]

    def known_products(self, product_ids: Iterable[UUID]) -> list[Pickable]:
        """In the order in which they were asked for."""
        wanted = list(product_ids)
        found = self.names_of(wanted) if wanted else {}
        return [
            Pickable(one, found[one].name_ar, found[one].name_en, found[one].picture)
            for one in wanted
            if one in found
        ]

    def brand_called(self, name: str) -> UUID | None:
        rows = self.brands(text=name, size=20).items
        return next((row.id for row in rows if name in (row.name_ar, row.name_en)), None)

    def brand_list(self) -> list[str]:
        """As one may write them, those with the most products first."""
        return [named(row) for row in self.brands(size=MOST_BRANDS).items]

    def departments(self) -> list[tuple[str, str]]:
        return [(node.path, named(node)) for node in self.categories()]

    def names_of_scope(self, told: Promotion) -> dict[UUID | str, str]:
        """Of the departments, brands and products that a promotion names."""
        scope = told.terms.scope
        found: dict[UUID | str, str] = dict(self.departments()) if scope.departments else {}
        found |= {id: named(row) for id, row in self.brand_names(scope.brands).items()}
        return found | {id: named(row) for id, row in self.names_of(scope.products).items()}
