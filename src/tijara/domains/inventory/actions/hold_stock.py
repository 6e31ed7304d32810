"""Keep units for a checkout, for some minutes."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db import connection
from django.db.models import F

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..models import Hold, Stock
from ..shapes import HoldRequest
from .release_hold import RELEASE

LOCK = """
    SELECT 1 FROM inventory_stock WHERE seller_id = %(seller)s AND (
        id = ANY(%(wanted)s) OR id IN (
            SELECT stock_id FROM inventory_hold
            WHERE seller_id = %(seller)s AND checkout_id = %(checkout)s))
    ORDER BY id FOR NO KEY UPDATE
"""


class NotEnoughStock(Refusal):
    """`stock_ids` are the ones that fell short; nothing was held."""

    code = "inventory.not_enough_stock"

    def __init__(self, stock_ids: Sequence[UUID]) -> None:
        super().__init__()
        self.stock_ids = tuple(stock_ids)


@action(power=Power.SYSTEM)
def hold_stock(
    *,
    actor: Actor,
    seller_id: UUID,
    checkout_id: UUID,
    requests: Sequence[HoldRequest],
    minutes: int,
) -> None:
    """All or nothing. A second call for the checkout replaces its holds and starts time anew. Pages
    that show how many are left are told."""
    wanted = {request.stock_id: request.quantity for request in requests}
    given = {"seller": seller_id, "checkout": checkout_id, "wanted": list(wanted)}
    with connection.cursor() as cursor:
        cursor.execute(LOCK, given)
        cursor.execute(RELEASE, given)
    rows = Stock.objects.filter(seller_id=seller_id, id__in=wanted)
    standing = list(rows.values_list("id", F("on_hand") - F("held"), "variant_id"))
    free = {stock_id: units for stock_id, units, _ in standing}
    short = [stock_id for stock_id, units in wanted.items() if free.get(stock_id, 0) < units]
    if short:
        raise NotEnoughStock(short)
    expires_at = now() + timedelta(minutes=minutes)
    Hold.objects.bulk_create(
        Hold(
            seller_id=seller_id,
            checkout_id=checkout_id,
            stock_id=stock_id,
            quantity=units,
            expires_at=expires_at,
        )
        for stock_id, units in wanted.items()
    )
    for stock_id, units in wanted.items():
        row = Stock.objects.filter(seller_id=seller_id, id=stock_id)
        row.update(held=F("held") + units)
    tell(variant_id for _, _, variant_id in standing)
