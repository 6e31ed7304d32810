"""What was put down for cash orders: what became of each, in lists and sums, to the last unit."""

import pytest

from tijara.domains.cash.actions import follow_deposit, follow_missing
from tijara.domains.cash.models import Deposit
from tijara.domains.cash.queries import deposit_of, deposit_sums, deposits, missing_deposits
from tijara.domains.cash.shapes import DepositPart as D
from tijara.domains.fulfilment.actions import record_delivery, record_refusal, ship_order
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.actions import cancel_order
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.payments.actions import open_charge
from tijara.domains.payments.shapes import ChargePart, ChargeToOpen, PaymentMethod, Purpose
from tijara.domains.returns.testing import make_paid_order
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
PUT_DOWN = 5000


def put_down(state=OrderState.CONFIRMED):
    order = make_paid_order(PaymentMethod.CASH_ON_DELIVERY, state, deposit_minor=PUT_DOWN)
    deliver_facts()
    return order


def deliver_facts():
    while Relay().deliver_pending():
        pass


def faults():
    deliver_facts()
    return {one.code: one.faults for one in run_proofs() if one.faults}


def parts(order):
    found = deposit_of(order.seller_id, order.id)
    return [(part, money.minor) for part, money in found.parts]


def sent(order, many=None):
    units = {order.lines[0].id: many} if many else None
    return ship_order(
        actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, units=units, carrier="سمسا"
    )


def ended(order, shipment_id, how):
    how(actor=SYSTEM, seller_id=order.seller_id, shipment_id=shipment_id)


def test_it_is_held_until_the_parcel_ends_and_counts_for_what_is_delivered():
    order = put_down()
    assert parts(order) == [(D.HELD, PUT_DOWN)]
    parcel = sent(order)
    assert faults() == {}
    ended(order, parcel, record_delivery)
    assert faults() == {}
    assert parts(order) == [(D.COUNTED, PUT_DOWN)]


def test_refused_a_part_is_the_sellers_and_a_part_goes_back():
    order = put_down()
    ended(order, sent(order), record_refusal)
    assert faults() == {}
    assert parts(order) == [(D.LOST, PUT_DOWN // 2), (D.BACK, PUT_DOWN // 2)]


def test_called_off_all_of_it_goes_back():
    order = put_down(OrderState.PLACED)
    cancel_order(
        actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, reason=CancelReason.OUT_OF_STOCK
    )
    assert faults() == {}
    assert parts(order) == [(D.BACK, PUT_DOWN)]


def test_of_two_parcels_each_has_its_own_fate():
    order = put_down()
    first, second = sent(order, 1), sent(order, 1)
    ended(order, first, record_delivery)
    ended(order, second, record_refusal)
    assert faults() == {}
    told = dict(parts(order))
    assert set(told) == {D.COUNTED, D.LOST, D.BACK} and sum(told.values()) == PUT_DOWN


def test_lists_are_by_what_became_of_it_and_a_seller_sees_his_own():
    held, back = put_down(), put_down(OrderState.PLACED)
    cancel_order(
        actor=SYSTEM, seller_id=back.seller_id, order_id=back.id, reason=CancelReason.OUT_OF_STOCK
    )
    deliver_facts()

    def found(**wanted):
        return [one.order_id for one in deposits(**wanted).items]

    assert found() == [back.id, held.id]
    assert (found(part=D.HELD), found(part=D.BACK)) == ([held.id], [back.id])
    assert found(part=D.LOST) == []
    assert found(seller_id=held.seller_id) == [held.id]
    assert found(text=f" {back.number[:6].lower()} ") == [back.id]
    sums = {one.part: (one.amount.minor, one.orders) for one in deposit_sums()}
    assert sums == {D.HELD: (PUT_DOWN, 1), D.BACK: (PUT_DOWN, 1)}
    assert [one.part for one in deposit_sums(back.seller_id)] == [D.BACK]
    assert deposits(size=1).has_next and not deposits(page=2, size=1).has_next


def test_what_is_waited_for_stands_with_its_charge():
    order = make_paid_order(PaymentMethod.CASH_ON_DELIVERY, OrderState.PLACED)
    charge = ChargeToOpen(
        checkout_id=new_id(),
        market_id=make_market().id,
        method=PaymentMethod.CARD,
        amount=Money(PUT_DOWN, "SAR"),
        parts=(ChargePart(order.seller_id, order.id, order.number, PUT_DOWN),),
        due_at=now(),
        language="ar",
        purpose=Purpose.DEPOSIT,
    )
    open_charge(actor=SYSTEM, buyer_id=order.buyer_id, charge=charge)
    (one,) = deposits(part=D.WAITING, seller_id=order.seller_id).items
    assert one.parts == [(D.WAITING, Money(PUT_DOWN, "SAR"))]
    assert deposits(part=D.WAITING, seller_id=new_id()).items == []
    assert deposits(part=D.WAITING, text="no such").items == []
    (told,) = deposit_sums(order.seller_id)
    assert (told.part, told.amount.minor, told.orders) == (D.WAITING, PUT_DOWN, 1)


def test_an_order_without_one_has_none():
    order = make_paid_order(PaymentMethod.CASH_ON_DELIVERY)
    follow_deposit(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, is_new=True)
    assert deposit_of(order.seller_id, order.id) is None


def test_one_that_nobody_followed_is_found_and_an_untrue_one_is_a_fault():
    order = put_down()
    Deposit.objects.all().delete()
    assert missing_deposits() == [(order.seller_id, order.id)]
    assert "cash.deposits_proof" in faults()
    assert follow_missing(actor=SYSTEM) == 1
    assert faults() == {} and parts(order) == [(D.HELD, PUT_DOWN)]
    Deposit.objects.update(lost_minor=1)
    assert "cash.deposits_proof" in faults()
