"""Random lives of orders that all come to nothing in the end: each tender has back what it paid."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

import pytest

from tijara.domains.catalogue.queries import forget_categories
from tijara.domains.fulfilment.actions import record_delivery, record_refusal, ship_order
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.fulfilment.shapes import Ending
from tijara.domains.fulfilment.testing import move
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.queries import charges, refunds_of_order
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.actions import (
    exchange_return,
    record_refund_paid,
    refund_order,
    refund_return,
)
from tijara.domains.returns.queries import owed_of_orders, returnable_lines
from tijara.domains.returns.shapes import RefundReason, Wish
from tijara.domains.returns.shapes import ReturnState as S
from tijara.domains.returns.testing import make_paid_order, make_return
from tijara.domains.wallet.testing import balance
from tijara.kit.actor import SYSTEM

from .test_exchanges import BANK, UNIT, another, paid
from .test_returns import by, deliver_facts, faults

CARD, TRANSFER = PaymentMethod.CARD, PaymentMethod.BANK_TRANSFER
CASH = PaymentMethod.CASH_ON_DELIVERY


@pytest.fixture(autouse=True)
def _fresh_tree():
    forget_categories()


class Lot:
    """Chances that fall the same way each time."""

    def __init__(self, seed: int):
        self.drawn = iter(sha256(b"%d" % seed).digest() * 9)

    def is_in(self, ten: int) -> bool:
        return next(self.drawn) % 10 < ten

    def choice[One](self, of: Sequence[One]) -> One:
        return of[next(self.drawn) % len(of)]


def seen(order):
    return order_view(order.seller_id, order.id)


def travels(order, rng):
    """In one parcel or two, each taken or refused."""
    line = order.lines[0]
    parts = [1, line.quantity - 1] if line.quantity > 1 and rng.is_in(6) else [line.quantity]
    for many in parts:
        ship_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=order.id,
            units={line.id: many},
            carrier="سمسا",
        )
    for parcel in shipments(order.seller_id, [order.id])[order.id]:
        end = record_refusal if rng.is_in(3) else record_delivery
        end(actor=SYSTEM, seller_id=order.seller_id, shipment_id=parcel.id)
    deliver_facts()


def comes_back(order, rng, left):
    """Piece by piece, for money or for something else, until nothing is kept; what was sent in
    exchange lives a life of its own."""
    found = []
    while seen(order).state is OrderState.DELIVERED:
        lines = [each for each in returnable_lines(seen(order)) if each.units]
        if not lines:
            break
        line = lines[0].line
        if left and not order.ahead_minor and rng.is_in(6):
            swap = another(order, UNIT + rng.choice((-3000, 2000, 0)))
            wish = {"wish": Wish.EXCHANGE, "variant_id": swap.variant_id, "pay_with": TRANSFER}
            told = make_return(seen(order), {line.id: 1}, S.INSPECTED, **wish)
            new = order_view(order.seller_id, exchange_return(**by(told)))
            found.append(new if new.paid_at else paid(new))
        else:
            refund_return(**by(make_return(seen(order), {line.id: 1}, S.INSPECTED)))
    if seen(order).state is OrderState.DELIVERED and not found:
        refund_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=order.id,
            reason=RefundReason.DAMAGED,
            restock=True,
        )
    deliver_facts()
    return found


def settle(order):
    for one in refunds_of_order(order.seller_id, order.buyer_id, order.id):
        record_refund_paid(actor=SYSTEM, seller_id=order.seller_id, payment_refund_id=one.id)


def came_and_went(lives):
    """(what each charge and the couriers brought, what went back to each)."""
    came, went = Counter(), Counter()
    for order in map(seen, lives):
        for parcel in shipments(order.seller_id, [order.id]).get(order.id, ()):
            if order.paid_at is None and parcel.outcome is Ending.DELIVERED:
                came["cash"] += parcel.rest.minor
        for key in {order.charge_id, order.ahead_charge_id} - {None}:
            charge = charges([(order.buyer_id, key)])[key]
            came[key] = charge.amount.minor
        for one in refunds_of_order(order.seller_id, order.buyer_id, order.id):
            went[one.charge_id or "cash"] += one.amount.minor
    return +came, +went


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(6))
def test_a_life_that_comes_to_nothing_gives_each_tender_its_own(seed):
    rng = Lot(seed)
    credit = rng.choice((0, 0, 4000))
    order = make_paid_order(
        rng.choice((CARD, TRANSFER, CASH)), state=OrderState.CONFIRMED, credit_minor=credit
    )
    make_market(payment_methods=(CARD, TRANSFER, CASH), **BANK)
    before = balance(order.buyer_id) if credit else (0, 0)
    lives, waiting = [], [order]
    while waiting:
        now = waiting.pop()
        lives.append(now)
        if seen(now).state is OrderState.PLACED:
            move(OrderState.CONFIRMED, now.seller_id, now.id)
        travels(seen(now), rng)
        waiting += comes_back(seen(now), rng, left=len(lives) < 4)
        assert faults() == {}, seed
    for one in lives:
        settle(one)
    assert faults() == {}, seed
    charged = sum(one.delivery.minor + one.fee.minor for one in map(seen, lives))
    came, went = came_and_went(lives)
    kept = sum(came.values()) - sum(went.values())
    wallet = balance(order.buyer_id)[0] - before[0] - credit if credit else 0
    assert all(went[key] <= came[key] for key in went), seed
    assert 0 <= kept - wallet <= charged, (seed, kept, wallet, charged)
    assert balances(order.seller_id)[Account.EXCHANGE_CLEARING] == 0
    owed = owed_of_orders(order.seller_id, [one.id for one in lives])
    assert all(each.paid_at for told in owed.values() for each in told)
