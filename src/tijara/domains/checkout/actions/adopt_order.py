"""An order has gone through the door beside the cart: from now on it has a checkout like any."""

from datetime import timedelta
from uuid import UUID

import orjson

from tijara.domains.orders.shapes import OrderState, OrderToPlace
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Checkout
from ..states import PROCESS
from .note_phone import note_phone

AT_ONCE = timedelta(minutes=1)
"""Nobody else is at work on it: `resume_checkouts` may bring it to its end."""


@action(power=Power.SYSTEM)
def adopt_order(*, actor: Actor, seller_id: UUID, order: OrderToPlace) -> None:
    """The intent, as if it had been confirmed in a cart: `finish_checkout` asks the door, which
    answers with the order that stands, and opens its charge. Once, however often it is told."""
    is_cash = order.payment_method == PaymentMethod.CASH_ON_DELIVERY
    intent = orjson.dumps({str(seller_id): order}).decode()
    Checkout.objects.bulk_create(
        [
            Checkout(
                buyer_id=order.buyer_id,
                id=order.checkout_id,
                state=PROCESS.start,
                intent=orjson.loads(intent),
                payment_method=order.payment_method,
                is_phone_known=is_cash and order.state == OrderState.PLACED,
                moved_at=now() - AT_ONCE,
            )
        ],
        ignore_conflicts=True,
    )
    note_phone(
        actor=actor,
        market_id=order.market_id,
        phone=order.address.phone,
        key=order.idempotency_key,
        seller_ids=[seller_id],
    )
