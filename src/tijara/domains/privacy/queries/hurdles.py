"""What stands in the way of closing an account."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.shapes import DEMONSTRATION_DOMAIN
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.deals.queries import with_open_disputes
from tijara.domains.invoicing.queries import with_open_claims
from tijara.domains.markets.queries import markets
from tijara.domains.orders.queries import orders
from tijara.domains.orders.shapes import OPEN, OrderState, OrderView
from tijara.domains.parties.queries import buyers_of, kept_orders, sellers_of
from tijara.domains.payments.queries import refunds_of_buyers
from tijara.domains.payments.shapes import RefundState
from tijara.domains.returns.queries import exchanged_for, with_open_returns
from tijara.domains.stores.queries import application_of
from tijara.domains.stores.shapes import ApplicationState
from tijara.domains.wallet.queries import wallets_of

from ..shapes import Hurdle, Obstacle

MOST_ORDERS = 5000
STILL = (OrderState.PENDING, *OPEN)


def hurdles_of(person_id: UUID) -> list[Hurdle]:
    """In the order in which they are told; none: it may be closed."""
    person = account(person_id)
    if person is None:
        return []
    found = []
    if person.email.endswith(f"@{DEMONSTRATION_DOMAIN}"):
        found.append(Hurdle(Obstacle.DEMONSTRATION))
    if person.is_operator:
        found.append(Hurdle(Obstacle.STAFF))
    found += [Hurdle(Obstacle.SELLS, one, about=one) for one in sellers_of(person_id)]
    asked = application_of(person_id)
    if asked and asked.state is ApplicationState.WAITING:
        found.append(Hurdle(Obstacle.APPLIES, about=asked.draft.store_name))
    buyer_ids = buyers_of(person_id)
    found += _of_orders(orders_of_person(person_id))
    if buyer_ids:
        found += _refunds(buyer_ids)
        found += _wallets(buyer_ids)
    return found


def orders_of_person(person_id: UUID) -> list[OrderView]:
    """What he bought, exchanges too, and what he put among his own: of these only where his own
    e-mail or number was left, because whoever holds an order's link may put it there."""
    person = account(person_id)
    if person is None:
        return []
    buyer_ids = buyers_of(person_id)
    found = orders_of_buyer(*buyer_ids, limit=MOST_ORDERS) if buyer_ids else []
    found += _in_their_place(found)
    known = {one.id for one in found}
    kept = orders([key for key in kept_orders(person_id) if key[1] not in known])
    reached = {person.email, person.phone} - {""}
    his = [one for one in kept.values() if reached & {one.address.email, one.address.phone}]
    return [*found, *his]


def _in_their_place(found: Sequence[OrderView]) -> list[OrderView]:
    """What came in exchange, and in exchange for that: no checkout tells of it."""
    known = {one.id for one in found}
    keys = [(one.seller_id, one.id) for one in found]
    new: list[OrderView] = []
    while keys := [key for key in (exchanged_for(keys) if keys else []) if key[1] not in known]:
        known |= {order_id for _, order_id in keys}
        new += orders(keys).values()
    return new


def _of_orders(found: Sequence[OrderView]) -> Iterator[Hurdle]:
    """Four statements, however many there are."""
    keys = [(one.seller_id, one.id) for one in found]
    going_back, complained = with_open_returns(keys), with_open_disputes(keys)
    owing = with_open_claims(keys)
    for one in found:
        key = (one.seller_id, one.id)
        if one.state in STILL:
            yield Hurdle(Obstacle.OPEN_ORDER, *key, about=one.number)
        if one.id in going_back:
            yield Hurdle(Obstacle.OPEN_RETURN, *key, about=one.number)
        if one.id in complained:
            yield Hurdle(Obstacle.OPEN_COMPLAINT, *key, about=one.number)
        if one.id in owing:
            yield Hurdle(Obstacle.OWES, *key, about=one.number)


def _refunds(buyer_ids: Sequence[UUID]) -> Iterator[Hurdle]:
    for one in refunds_of_buyers(buyer_ids):
        if one.state is RefundState.DUE:
            yield Hurdle(Obstacle.REFUND, one.seller_id, one.order_id, about=one.amount)


def _wallets(buyer_ids: Sequence[UUID]) -> Iterator[Hurdle]:
    for market in markets():
        for wallet in wallets_of(buyer_ids, market.id).values():
            if wallet.balance.minor > 0:
                yield Hurdle(Obstacle.WALLET, about=wallet.balance, market_id=market.id)
