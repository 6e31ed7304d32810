"""Ask the buyer for what his exchange costs more than what came back."""

from uuid import UUID

from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.queries import markets_of
from tijara.domains.payments.actions import open_charge
from tijara.domains.payments.shapes import ChargePart, ChargeToOpen, PaymentMethod
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import ReturnView


@action(power=Power.SYSTEM)
def ask_difference(*, actor: Actor, told: ReturnView, order_id: UUID) -> None:
    """A charge of his like that of a checkout, paid on the same pages, with the end that its order
    has. What is paid at the door is asked for there."""
    order = order_view(told.seller_id, order_id)
    if order is None or order.state is not OrderState.PENDING:
        return
    charge = ChargeToOpen(
        checkout_id=order.checkout_id,
        market_id=markets_of([told.seller_id])[told.seller_id],
        method=PaymentMethod(order.payment_method),
        amount=order.rest,
        parts=(ChargePart(told.seller_id, order.id, order.number, order.rest.minor),),
        due_at=order.due_at or now(),
        language=order.language,
        recipient=order.address.email or order.address.phone,
    )
    open_charge(actor=SYSTEM, buyer_id=order.buyer_id, charge=charge)
