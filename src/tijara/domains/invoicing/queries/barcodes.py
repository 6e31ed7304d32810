"""The barcodes of what an order sold."""

from uuid import UUID

from tijara.domains.catalogue.queries import variants
from tijara.domains.orders.shapes import OrderView


def gtins_of(order: OrderView) -> dict[UUID, str]:
    """By variant, as the catalogue has them now."""
    found = variants({line.variant_id for line in order.lines})
    return {id: one.gtin for id, one in found.items()}
