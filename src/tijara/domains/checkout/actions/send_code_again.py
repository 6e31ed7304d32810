"""Send the code that confirms a cash order's phone once more, to that phone or to another."""

from uuid import UUID

from tijara.domains.accounts.actions import send_code
from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.actions import change_phone
from tijara.domains.orders.shapes import OrderView
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action

from ..queries import waiting_for_code
from ..rules import CASH_ORDER, mobile_number


class NothingToConfirm(Refusal):
    """No order of this checkout waits for a code: it was confirmed, or it has ended."""

    code = "checkout.nothing_to_confirm"


class PhoneInvalid(Invalid):
    code = "checkout.phone_invalid"


@action(power=Power.BUY, atomic=False)
def send_code_again(
    *, actor: Actor, buyer_id: UUID, checkout_id: UUID, phone: str | None = None, network: str = ""
) -> None:
    """`phone` is as typed, where it shall be another one. `network` is where he asks from."""
    waiting = waiting_for_code(buyer_id, checkout_id)
    if not waiting:
        raise NothingToConfirm()
    market_id = waiting[0].market_id
    recipient = waiting[0].address.phone if phone is None else _changed(waiting, phone)
    send_code(
        actor=actor,
        purpose=CASH_ORDER,
        recipient=recipient,
        language=waiting[0].language,
        owner_id=buyer_id,
        network=network,
        market_id=market_id,
    )


def _changed(waiting: list[OrderView], typed: str) -> str:
    """The new phone, on every order of the checkout."""
    market_id = waiting[0].market_id
    market = market_by_id(market_id) if market_id else None
    phone = mobile_number(typed, market.country) if market else None
    if phone is None:
        raise PhoneInvalid({"phone": "phone_invalid"})
    for order in waiting:
        change_phone(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, phone=phone)
    return phone
