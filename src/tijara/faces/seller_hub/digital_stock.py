"""A digital stock at its seller's desk: what it is of, and how it is called."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.catalogue.shapes import VariantNames
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.inventory.shapes import StockLevel
from tijara.faces.seller_hub.desk import Desk


@dataclass(frozen=True, slots=True)
class StockAtDesk:
    level: StockLevel
    product: VariantNames | None

    @property
    def is_digital(self) -> bool:
        return self.product is not None and self.product.kind == "digital"


def found_stock(desk: Desk, stock_id: UUID) -> StockAtDesk:
    """A stock of this seller; another's is as unknown as one that never was."""
    level = stock_levels(desk.seller_id, [stock_id]).get(stock_id)
    if level is None:
        raise Http404
    return StockAtDesk(level, variant_names([level.variant_id]).get(level.variant_id))
