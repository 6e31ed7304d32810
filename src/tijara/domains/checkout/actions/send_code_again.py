"""Send the code that confirms a cash order's phone once more, to that phone or to another."""

from uuid import UUID

from tijara.domains.accounts.actions import send_code
from tijara.domains.cash_terms.queries import asks_more, cash_basket, is_blocked
from tijara.domains.markets.queries import market_by_id
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.actions import change_phone
from tijara.domains.orders.shapes import OrderView
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action

from ..queries import record_of, waiting_for_code, was_new
from ..rules import CASH_ORDER, mobile_number, order_key
from ..shapes import Record
from .note_phone import note_phone


class NothingToConfirm(Refusal):
    """No order of this checkout waits for a code: it was confirmed, or it has ended."""

    code = "checkout.nothing_to_confirm"


class PhoneInvalid(Invalid):
    code = "checkout.phone_invalid"


class PhoneNotForThisOrder(Refusal):
    """With this phone it would have cost more, or not been sold in cash: what a new buyer gets, or
    no deposit, is not had by saying another number afterwards."""

    code = "checkout.phone_not_for_this_order"


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
    first = waiting[0]
    market = market_by_id(first.market_id) if first.market_id else None
    phone = mobile_number(typed, market.country) if market else None
    if market is None or phone is None:
        raise PhoneInvalid({"phone": "phone_invalid"})
    if phone == first.address.phone:
        return phone
    key = order_key(first.buyer_id, first.checkout_id)
    _check(market, waiting, phone, key)
    for order in waiting:
        change_phone(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, phone=phone)
    seller_ids = [order.seller_id for order in waiting]
    note_phone(actor=SYSTEM, market_id=market.id, phone=phone, key=key, seller_ids=seller_ids)
    return phone


def _check(market: MarketPolicy, waiting: list[OrderView], phone: str, key: UUID) -> None:
    """What the checkout was offered holds with the other phone too."""
    if is_blocked(market.id, phone):
        raise PhoneNotForThisOrder()
    first = waiting[0]
    record = record_of([first.buyer_id], market.id, phone, besides=key)
    if record.is_by_phone and was_new(market.id, first.address.phone, key):
        raise PhoneNotForThisOrder()
    if _asks_more(market, waiting, record) and not _asks_more(
        market, waiting, record_of([first.buyer_id], market.id, besides=key)
    ):
        raise PhoneNotForThisOrder()


def _asks_more(market: MarketPolicy, waiting: list[OrderView], record: Record) -> bool:
    minor = sum((order.total - order.fee).minor for order in waiting)
    services = tuple(order.delivery_service for order in waiting if order.delivery_service)
    asked = cash_basket(
        waiting[0].address.city,
        services,
        Money(minor, market.currency),
        record.open_in_cash,
        is_newcomer=not record.has_taken,
        refusals=record.refusals,
    )
    return asks_more(market.id, asked)
