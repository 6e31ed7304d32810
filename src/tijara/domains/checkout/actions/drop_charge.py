"""Ask no more for the money of a checkout whose orders have all ended."""

from uuid import UUID

from tijara.domains.orders.queries import orders
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.actions import cancel_charge
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.payments.shapes import ChargeState
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import CHARGED


@action(power=Power.SYSTEM)
def drop_charge(*, actor: Actor, buyer_id: UUID, seller_id: UUID, order_id: UUID) -> None:
    """After an order was called off. Nothing while another order of the checkout stands."""
    ended = orders([(seller_id, order_id)]).get(order_id)
    if ended is None or ended.payment_method not in CHARGED:
        return
    charge = charge_of_checkout(buyer_id, ended.checkout_id)
    if charge is None or charge.state is not ChargeState.OPEN:
        return
    parts = orders([(part.seller_id, part.order_id) for part in charge.parts]).values()
    if all(order.state is OrderState.CANCELLED for order in parts):
        cancel_charge(actor=SYSTEM, buyer_id=buyer_id, charge_id=charge.id)
