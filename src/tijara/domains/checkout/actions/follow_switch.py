"""A checkout is paid another way now: its orders that wait for the money say so and wait on."""

from uuid import UUID

from tijara.domains.orders.actions import change_way_to_pay
from tijara.domains.payments.queries import charge_of_checkout
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action


@action(power=Power.SYSTEM)
def follow_switch(*, actor: Actor, buyer_id: UUID, checkout_id: UUID) -> None:
    """As the charge stands now, whichever switch is told of. In the order of the orders' keys."""
    charge = charge_of_checkout(buyer_id, checkout_id)
    if charge is None:
        return
    for part in sorted(charge.parts, key=lambda one: (one.seller_id, one.order_id)):
        change_way_to_pay(
            actor=SYSTEM,
            seller_id=part.seller_id,
            order_id=part.order_id,
            method=charge.method,
            due_at=charge.due_at,
        )
