"""What a checkout does when its orders are opened, and when its money comes or does not."""

from tijara.domains.orders.events import OrderCancelled, OrderOpened, OrderRefused
from tijara.domains.payments.events import ChargeExpired, ChargePaid, ChargeSwitched
from tijara.domains.payments.shapes import Purpose
from tijara.domains.promotions.actions import undo_uses
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import (
    drop_charge,
    follow_switch,
    give_up_unpaid,
    send_first_code,
    take_deposit,
    take_payment,
)


@on(OrderOpened)
def send_code_of_opened_order(fact: OrderOpened) -> None:
    send_first_code(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(OrderCancelled)
def drop_charge_of_cancelled_order(fact: OrderCancelled) -> None:
    drop_charge(
        actor=SYSTEM,
        buyer_id=fact.buyer_id,
        seller_id=fact.seller_id,
        order_id=fact.order_id,
    )


@on(OrderCancelled)
def undo_promotions_of_cancelled_order(fact: OrderCancelled) -> None:
    undo_uses(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(OrderRefused)
def undo_promotions_of_refused_order(fact: OrderRefused) -> None:
    undo_uses(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(ChargePaid)
def take_payment_of_charge(fact: ChargePaid) -> None:
    if fact.purpose is Purpose.ORDERS:
        take_payment(actor=SYSTEM, charge_id=fact.charge_id, method=fact.method, parts=fact.parts)
    elif fact.purpose is Purpose.DEPOSIT:
        take_deposit(actor=SYSTEM, charge_id=fact.charge_id, method=fact.method, parts=fact.parts)


@on(ChargeSwitched)
def follow_switch_of_charge(fact: ChargeSwitched) -> None:
    follow_switch(actor=SYSTEM, buyer_id=fact.buyer_id, checkout_id=fact.checkout_id)


@on(ChargeExpired)
def give_up_orders_of_expired_charge(fact: ChargeExpired) -> None:
    if fact.purpose in (Purpose.ORDERS, Purpose.DEPOSIT):
        give_up_unpaid(actor=SYSTEM, parts=fact.parts)
