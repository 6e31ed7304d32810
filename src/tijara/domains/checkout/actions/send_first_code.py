"""Send the code that confirms a cash order's phone, once for its checkout."""

from uuid import UUID

from tijara.domains.accounts.actions import CodeTooSoon, TooManyCodes, send_code
from tijara.domains.orders.queries import order as find_order
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Checkout
from ..queries import waits_for_code
from ..rules import CASH_ORDER


@action(power=Power.SYSTEM)
def send_first_code(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """For whichever of the checkout's orders is told of first. A buyer whom the pace keeps from
    getting one asks for it himself, on the order's page."""
    order = find_order(seller_id, order_id)
    if order is None or not waits_for_code(order):
        return
    mine = Checkout.objects.filter(buyer_id=order.buyer_id, id=order.checkout_id)
    if not mine.filter(code_sent_at=None).update(code_sent_at=now()):
        return
    try:
        send_code(
            actor=actor,
            purpose=CASH_ORDER,
            recipient=order.address.phone,
            language=order.language,
            owner_id=order.buyer_id,
            market_id=markets_of([seller_id])[seller_id],
        )
    except (CodeTooSoon, TooManyCodes):
        return
