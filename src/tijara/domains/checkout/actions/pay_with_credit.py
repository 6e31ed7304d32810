"""Pay the orders of a checkout with what is held of their buyer's wallet, as far as it goes."""

from collections.abc import Sequence
from uuid import UUID

from tijara.domains.orders.actions import credit_order
from tijara.domains.wallet.actions import lock_hold, spend_hold
from tijara.domains.wallet.queries import credit_shares
from tijara.domains.wallet.shapes import CreditPart
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.balances import OrderMark
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import OrderOutcome


@action(power=Power.SYSTEM)
def pay_with_credit(
    *,
    actor: Actor,
    buyer_id: UUID,
    checkout_id: UUID,
    standing: Sequence[OrderOutcome],
    totals: Sequence[int],
) -> dict[UUID, int]:
    """What of each order it has paid, minor units. Nothing, where nothing is held any more. An
    order that has moved on meanwhile is left out, and its part is free again."""
    held = lock_hold(actor=SYSTEM, buyer_id=buyer_id, checkout_id=checkout_id)
    if not held:
        return {}
    shares = credit_shares(held, totals)
    parts = [
        CreditPart(OrderMark(one.seller_id, one.order_id, one.number), share)
        for one, share in zip(standing, shares, strict=True)
        if one.order_id and share
    ]
    taken = [
        part
        for part in parts
        if credit_order(
            actor=SYSTEM,
            seller_id=part.order.seller_id,
            order_id=part.order.order_id,
            amount_minor=part.amount_minor,
        )
    ]
    spend_hold(actor=SYSTEM, buyer_id=buyer_id, checkout_id=checkout_id, parts=taken)
    return {part.order.order_id: part.amount_minor for part in taken}
