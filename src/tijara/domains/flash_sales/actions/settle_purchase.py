"""A purchase of a flash sale gets its checkout: its charge, and its place among the orders."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import connection

from tijara.domains.checkout.actions import adopt_order
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import kept_intent
from ..shapes import PlaceState

BOUGHT = """
    SELECT id, patience, bought_at FROM flash_place
    WHERE seller_id = %s AND checkout_id = %s AND state = %s
"""
"""Asked about every order there is."""


@action(power=Power.SYSTEM)
def settle_purchase(*, actor: Actor, seller_id: UUID, checkout_id: UUID) -> bool:
    """False where the checkout is not one of a flash sale. However often it is told, once."""
    with connection.cursor() as cursor:
        cursor.execute(BOUGHT, [seller_id, checkout_id, str(PlaceState.BOUGHT)])
        found = cursor.fetchall()
    for place_id, patience, bought_at in found:
        order = kept_intent(seller_id, place_id)
        if order is not None:
            due_at: datetime | None = bought_at + patience if patience else None
            adopt_order(actor=SYSTEM, seller_id=seller_id, order=replace(order, due_at=due_at))
            return True
    return False
