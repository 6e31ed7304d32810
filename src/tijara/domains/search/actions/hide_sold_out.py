"""See whether products are still to be had, when units of theirs were taken."""

from collections.abc import Iterable
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..queries import shown_offers, sold_out
from .index_products import index_products


@action(power=Power.SYSTEM)
def hide_sold_out(*, actor: Actor, product_ids: Iterable[UUID]) -> None:
    """Three statements: pages that show how many are left are told; more only where the last unit
    of the offer shown is gone."""
    product_ids = list(product_ids)
    tell(product_ids)
    if gone := sold_out(shown_offers(product_ids)):
        index_products(actor=SYSTEM, product_ids=gone)
