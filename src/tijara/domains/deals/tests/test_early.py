"""A complaint about what has come while more is on its way: told at once, settled with the rest."""

import pytest

from tijara.domains.deals.actions import (
    DealMovedOn,
    NotInThisDeal,
    NotProtected,
    advance_due_disputes,
    answer_dispute,
    decide_dispute,
    give_in,
    perform_deal,
    settle_deals,
    withdraw_dispute,
)
from tijara.domains.deals.queries import (
    deal_of_order,
    dispute_of_order,
    may_complain_early,
    open_disputes,
    with_open_disputes,
)
from tijara.domains.deals.shapes import DealState as S
from tijara.domains.deals.shapes import Decision, ProcessKind
from tijara.domains.deals.testing import choose, dispute, make_due
from tijara.domains.fulfilment.actions import give_up_units, record_delivery, record_refusal
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.parties.testing import seller_actor
from tijara.domains.returns.actions import refund_return
from tijara.domains.returns.shapes import ReturnState
from tijara.domains.returns.testing import (
    buyer_actor,
    make_paid_order,
    make_parted_order,
    make_return,
)
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
STAFF = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)
FIRST, WHOLE = 12178, 22355
"""What the seller has earned by the first piece with the delivery, and by both."""
KINDS = [ProcessKind.FOR_BUYER, ProcessKind.BY_STAFF]


def faults():
    while Relay().deliver_pending():
        pass
    return {one.code: one.faults for one in run_proofs() if one.faults}


def which(order):
    return {"seller_id": order.seller_id, "order_id": order.id}


def state_of(order):
    return deal_of_order(order.seller_id, order.id).state


def of_seller(order):
    """(held, payable)"""
    found = balances(order.seller_id)
    return -found.get(Account.SELLER_HELD, 0), -found.get(Account.SELLER_PAYABLE, 0)


def complained(kind=ProcessKind.FOR_BUYER, *, sends_rest=True):
    choose(kind)
    order, rest = make_parted_order(sends_rest=sends_rest, protection_days=3)
    dispute(order)
    return order, rest


def arrives(order, parcel_id):
    record_delivery(actor=SYSTEM, seller_id=order.seller_id, shipment_id=parcel_id)
    while Relay().deliver_pending():
        pass


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_told_at_once_and_the_money_stays(kind):
    order, _ = complained(kind)
    told = dispute_of_order(order.seller_id, order.id)
    assert (told.state, told.due_at, told.held.minor, told.may) == (
        S.COMPLAINED, None, FIRST, {"take_up"}
    )  # fmt: skip
    assert told.is_open and open_disputes(order.seller_id)[S.COMPLAINED] == 1
    assert with_open_disputes([(order.seller_id, order.id)]) == {order.id}
    assert of_seller(order) == (FIRST, 0)
    assert faults() == {}


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_gives_anything_out_of_it_before_the_rest_has_come(kind):
    order, _ = complained(kind)
    seller = seller_actor(order.seller_id)
    buyer = {"actor": buyer_actor(order), "buyer_id": order.buyer_id}
    for act in (
        lambda: answer_dispute(actor=seller, **which(order), words="كانت سليمة"),
        lambda: give_in(actor=seller, **which(order)),
        lambda: withdraw_dispute(**buyer, **which(order)),
        lambda: decide_dispute(actor=STAFF, **which(order), decision=Decision.BUYER, words="نظرنا"),
    ):
        with pytest.raises(NotInThisDeal):
            act()
    assert settle_deals(actor=SYSTEM) == advance_due_disputes(actor=SYSTEM) == 0
    assert (state_of(order), of_seller(order)) == (S.COMPLAINED, (FIRST, 0))


@pytest.mark.parametrize("kind", KINDS)
def test_with_the_last_parcel_the_days_of_the_two_begin(kind):
    order, rest = complained(kind)
    arrives(order, rest)
    told = dispute_of_order(order.seller_id, order.id)
    assert (told.state, told.held.minor) == (S.DISPUTED, WHOLE) and told.due_at
    perform_deal(actor=SYSTEM, **which(order))
    assert dispute_of_order(order.seller_id, order.id).due_at == told.due_at
    assert [one.state for one in told.steps] == [S.COMPLAINED, S.DISPUTED]
    assert faults() == {}
    answer_dispute(actor=seller_actor(order.seller_id), **which(order), words="كانت سليمة")
    decide_dispute(actor=STAFF, **which(order), decision=Decision.SELLER, words="نظرنا")
    assert (state_of(order), of_seller(order)) == (S.SETTLED, (0, WHOLE))
    assert faults() == {}


def test_silence_then_decides_as_ever():
    order, rest = complained()
    arrives(order, rest)
    make_due(order)
    assert advance_due_disputes(actor=SYSTEM) == 1
    assert faults() == {}
    assert (state_of(order), of_seller(order)) == (S.UNDONE, (0, 0))
    assert order_view(order.seller_id, order.id).state is OrderState.REFUNDED


@pytest.mark.parametrize("is_sent", [True, False])
def test_a_rest_that_is_refused_or_given_up_ends_the_waiting_too(is_sent):
    order, rest = complained(sends_rest=is_sent)
    if is_sent:
        record_refusal(actor=SYSTEM, seller_id=order.seller_id, shipment_id=rest)
    else:
        give_up_units(actor=buyer_actor(order), **which(order), reason=CancelReason.OTHER)
    assert faults() == {}
    assert (state_of(order), of_seller(order)) == (S.DISPUTED, (FIRST, 0))


def test_a_return_settles_it_meanwhile_and_all_that_comes_back_ends_it():
    order, rest = complained()
    told = make_return(order, {order.lines[0].id: 1}, ReturnState.INSPECTED)
    refund_return(actor=seller_actor(order.seller_id), seller_id=order.seller_id, return_id=told.id)
    assert faults() == {}
    record_refusal(actor=SYSTEM, seller_id=order.seller_id, shipment_id=rest)
    assert faults() == {}
    assert (state_of(order), of_seller(order)) == (S.UNDONE, (0, 0))


def test_it_is_told_once():
    order, rest = complained()
    with pytest.raises(DealMovedOn):
        dispute(order)
    arrives(order, rest)
    with pytest.raises(DealMovedOn):
        dispute(order)


def test_it_is_of_markets_that_protect_and_know_it_and_of_what_has_come():
    plain, _ = make_parted_order(protection_days=3)
    choose(ProcessKind.FOR_BUYER)
    assert may_complain_early(plain)
    make_parted_order(protection_days=0)
    assert not may_complain_early(plain)
    with pytest.raises(NotProtected):
        dispute(plain)
    order = make_paid_order(state=OrderState.SHIPPED)
    make_parted_order(protection_days=3)
    with pytest.raises(NotProtected):
        dispute(order)
    choose(ProcessKind.PLAIN)
    with pytest.raises(NotProtected):
        dispute(plain)


def test_it_goes_on_by_what_it_began_with_when_its_market_knows_complaints_no_more():
    order, rest = complained()
    choose(ProcessKind.PLAIN)
    arrives(order, rest)
    assert state_of(order) is S.DISPUTED
    give_in(actor=seller_actor(order.seller_id), **which(order))
    assert faults() == {}
    assert (state_of(order), of_seller(order)) == (S.UNDONE, (0, 0))


def test_the_shop_and_then_the_buyer_read_how_it_goes_on():
    order, rest = complained()
    while Relay().deliver_pending():
        pass
    arrives(order, rest)
    kinds = [one.kind for one in recent_messages(100)]
    assert "deals.buyer_disputed" in kinds
