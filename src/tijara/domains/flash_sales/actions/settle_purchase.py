"""A purchase of a flash sale gets its checkout: its charge, and its place among the orders."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from tijara.domains.checkout.actions import adopt_order
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Place
from ..queries import kept_intent
from ..shapes import PlaceState


@action(power=Power.SYSTEM)
def settle_purchase(*, actor: Actor, seller_id: UUID, checkout_id: UUID) -> bool:
    """False where the checkout is not one of a flash sale. However often it is told, once."""
    found = Place.objects.filter(
        seller_id=seller_id, checkout_id=checkout_id, state=PlaceState.BOUGHT
    ).values_list("id", "patience", "bought_at")
    for place_id, patience, bought_at in found:
        order = kept_intent(seller_id, place_id)
        if order is not None:
            due_at: datetime | None = bought_at + patience if patience else None
            adopt_order(actor=SYSTEM, seller_id=seller_id, order=replace(order, due_at=due_at))
            return True
    return False
