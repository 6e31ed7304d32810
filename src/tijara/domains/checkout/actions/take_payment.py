"""The money of a checkout has come: it pays for each of its orders."""

from collections.abc import Sequence
from uuid import UUID

from tijara.domains.orders.actions import record_payment
from tijara.domains.payments.shapes import ChargePart
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action


@action(power=Power.SYSTEM)
def take_payment(
    *, actor: Actor, charge_id: UUID, method: str, parts: Sequence[ChargePart]
) -> None:
    """In the order of their keys, so that two who are told at once do not wait for each other."""
    for part in sorted(parts, key=lambda one: (one.seller_id, one.order_id)):
        record_payment(
            actor=SYSTEM,
            seller_id=part.seller_id,
            order_id=part.order_id,
            charge_id=charge_id,
            method=method,
            amount_minor=part.amount_minor,
        )
