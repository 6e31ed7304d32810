"""The money of a checkout has not come in time: those of its orders that still wait end."""

from collections.abc import Sequence

from tijara.domains.orders.actions import expire_order
from tijara.domains.orders.shapes import CancelReason
from tijara.domains.payments.shapes import ChargePart
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action


@action(power=Power.SYSTEM)
def give_up_unpaid(*, actor: Actor, parts: Sequence[ChargePart]) -> None:
    for part in sorted(parts, key=lambda one: (one.seller_id, one.order_id)):
        expire_order(
            actor=SYSTEM,
            seller_id=part.seller_id,
            order_id=part.order_id,
            reason=CancelReason.NOT_PAID,
        )
