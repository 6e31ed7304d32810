"""What is put down for a checkout's orders has come: the rest of each is paid in cash."""

from collections.abc import Sequence
from uuid import UUID

from tijara.domains.cash_terms.queries import cash_terms
from tijara.domains.orders.actions import record_deposit
from tijara.domains.parties.queries import markets_of
from tijara.domains.payments.shapes import ChargePart
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action


@action(power=Power.SYSTEM)
def take_deposit(
    *, actor: Actor, charge_id: UUID, method: str, parts: Sequence[ChargePart]
) -> None:
    """In the order of their keys, as a payment is. What of it is lost by a refusal is written down
    with it: a change of the terms is for later orders."""
    known = markets_of([part.seller_id for part in parts])
    for part in sorted(parts, key=lambda one: (one.seller_id, one.order_id)):
        record_deposit(
            actor=SYSTEM,
            seller_id=part.seller_id,
            order_id=part.order_id,
            charge_id=charge_id,
            method=method,
            amount_minor=part.amount_minor,
            forfeit_bp=cash_terms(known[part.seller_id]).forfeit_bp,
        )
