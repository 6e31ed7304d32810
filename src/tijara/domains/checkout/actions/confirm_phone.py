"""The buyer knows the code that went to his phone: his cash orders may go to their sellers."""

from uuid import UUID

from django.db import transaction

from tijara.domains.accounts.actions import check_code
from tijara.domains.orders.actions import WrongState, release_order
from tijara.domains.orders.shapes import OrderView
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import ConfirmedPhone
from ..queries import waiting_for_code
from ..rules import CASH_ORDER
from .send_code_again import NothingToConfirm


@action(power=Power.BUY, atomic=False)
def confirm_phone(*, actor: Actor, buyer_id: UUID, checkout_id: UUID, code: str) -> None:
    """All orders of the checkout that wait for it, in one commit. The code is used up before: who
    is cut off in between asks for another."""
    waiting = waiting_for_code(buyer_id, checkout_id)
    if not waiting:
        raise NothingToConfirm()
    phone = waiting[0].address.phone
    check_code(actor=actor, purpose=CASH_ORDER, recipient=phone, code=code, owner_id=buyer_id)
    with transaction.atomic():
        ConfirmedPhone.objects.bulk_create(
            [ConfirmedPhone(buyer_id=buyer_id, phone=phone, confirmed_at=now())],
            update_conflicts=True,
            unique_fields=["buyer_id", "phone"],
            update_fields=["confirmed_at"],
        )
        for order in sorted(waiting, key=lambda one: (one.seller_id, one.id)):
            if order.address.phone == phone:
                _release(order)


def _release(order: OrderView) -> None:
    """One that was called off a moment ago stays so, and keeps no other back."""
    try:
        release_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
    except WrongState:
        return
