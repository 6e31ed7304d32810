"""A dispute about what was delivered: both sides speak, and what is held goes to one or to both."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tijara.domains.deals.actions import (
    DealMovedOn,
    DecisionInvalid,
    DisputeInvalid,
    DisputeWordsInvalid,
    NoDispute,
    NoSuchDeal,
    NotInThisDeal,
    NotProtected,
    advance_due_disputes,
    answer_dispute,
    decide_dispute,
    give_in,
    open_dispute,
    withdraw_dispute,
)
from tijara.domains.deals.queries import deal_of_order, dispute_of_order, open_disputes
from tijara.domains.deals.shapes import DealState, ProcessKind
from tijara.domains.deals.testing import (
    choose,
    dispute,
    make_dispute,
    make_due,
    make_held_order,
    settle,
)
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.parties.testing import seller_actor
from tijara.domains.returns.actions import (
    PriceReduced,
    ReductionInvalid,
    ReturnUnderWay,
    refund_order,
)
from tijara.domains.returns.queries import owed_of_orders, returnable_lines
from tijara.domains.returns.shapes import RefundReason, ReturnState
from tijara.domains.returns.testing import buyer_actor, make_return
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

PART, PAID = 22355, 25000
"""What the seller has earned: 230.00 and delivery 20.00 less commission 23.00 and its VAT 3.45."""
STAFF = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)


def which(order: OrderView) -> dict:
    return {"seller_id": order.seller_id, "order_id": order.id}


def decide(order: OrderView, to: str, **given) -> None:
    decide_dispute(actor=STAFF, **which(order), decision=to, words="نظرنا في الصور", **given)


def of_seller(order: OrderView) -> tuple[int, int]:
    """(held, payable)"""
    found = balances(order.seller_id)
    return -found.get(Account.SELLER_HELD, 0), -found.get(Account.SELLER_PAYABLE, 0)


def state_of(order: OrderView) -> DealState:
    found = deal_of_order(order.seller_id, order.id)
    assert found
    return found.state


def given_back(order: OrderView) -> list[int]:
    found = owed_of_orders(order.seller_id, [order.id]).get(order.id, [])
    return [one.amount.minor for one in found]


def faults() -> dict[str, list[str]]:
    while Relay().deliver_pending():
        pass
    return {one.code: one.faults for one in run_proofs() if one.faults}


@pytest.mark.django_db
class TestADispute:
    def test_keeps_what_is_held_where_it_is(self):
        order = make_dispute()
        assert (state_of(order), of_seller(order)) == (DealState.DISPUTED, (PART, 0))
        told = dispute_of_order(order.seller_id, order.id)
        assert told
        assert (told.reason, told.held.minor) == (RefundReason.DAMAGED, PART)
        assert [(one.by, one.text) for one in told.said] == [("buyer", "وصلت مكسورة")]
        settle(order)
        assert (state_of(order), of_seller(order)) == (DealState.DISPUTED, (PART, 0))
        assert faults() == {}

    def test_is_opened_once_by_its_buyer_with_a_reason_and_words(self):
        choose(ProcessKind.FOR_BUYER)
        order = make_held_order()
        stranger = {"actor": buyer_actor(order), "buyer_id": order.buyer_id}
        other = make_held_order()
        with pytest.raises(NoDispute):
            open_dispute(**stranger, **which(other), reason="damaged", words="لي")
        with pytest.raises(NotAllowed):
            given = {"actor": buyer_actor(order), "buyer_id": other.buyer_id}
            open_dispute(**given, **which(other), reason="damaged", words="لي")
        with pytest.raises(DisputeInvalid):
            dispute(order, reason="changed_mind")
        with pytest.raises(DisputeWordsInvalid):
            dispute(order, words=" \n ")
        dispute(order)
        with pytest.raises(DealMovedOn):
            dispute(order)
        assert open_disputes()[DealState.DISPUTED] == 1

    def test_is_of_the_protected_days_and_of_markets_that_know_it(self):
        order = make_held_order()
        with pytest.raises(NotProtected):
            dispute(order)
        choose(ProcessKind.FOR_BUYER)
        with pytest.raises(NotProtected):
            dispute(order)
        late = make_held_order()
        make_due(late)
        with pytest.raises(NotProtected):
            dispute(late)

    def test_waits_for_what_is_on_its_way_back(self):
        choose(ProcessKind.FOR_BUYER)
        order = make_held_order()
        make_return(order, {order.lines[0].id: 1}, ReturnState.REQUESTED)
        with pytest.raises(ReturnUnderWay):
            dispute(order)


@pytest.mark.django_db
class TestItsEnd:
    def test_for_the_buyer_all_goes_back(self):
        order = make_dispute(answered=True)
        decide(order, "buyer")
        assert faults() == {}
        assert (state_of(order), of_seller(order)) == (DealState.UNDONE, (0, 0))
        assert given_back(order) == [PAID]
        assert order_view(order.seller_id, order.id).state is OrderState.REFUNDED

    def test_for_the_seller_all_is_his(self):
        order = make_dispute(answered=True)
        decide(order, "seller")
        assert (state_of(order), of_seller(order)) == (DealState.SETTLED, (0, PART))
        assert (given_back(order), faults()) == ([], {})

    def test_parted_each_gets_his_and_no_commission_is_taken_of_what_goes_back(self):
        """Of 100.00 that go back the seller bears 100 - 10.00 - 1.50."""
        order = make_dispute(answered=True)
        decide(order, "parts", amount_minor=10000)
        assert (state_of(order), of_seller(order)) == (DealState.PARTED, (0, PART - 8850))
        assert (given_back(order), faults()) == ([10000], {})
        assert balances(order.seller_id)[Account.COMMISSION_REVENUE] == -(2300 - 1000)

    def test_parted_is_the_last_word(self):
        order = make_dispute(answered=True)
        decide(order, "parts", amount_minor=10000)
        with pytest.raises(PriceReduced):
            refund_order(actor=SYSTEM, **which(order), reason=RefundReason.OTHER, restock=False)
        assert returnable_lines(order_view(order.seller_id, order.id)) == []

    @pytest.mark.parametrize("minor", [0, -1, 23001])
    def test_no_more_goes_back_than_the_goods_have_cost(self, minor):
        order = make_dispute(answered=True)
        with pytest.raises(ReductionInvalid):
            decide(order, "parts", amount_minor=minor)
        assert (state_of(order), of_seller(order)) == (DealState.ANSWERED, (PART, 0))
        told = dispute_of_order(order.seller_id, order.id)
        assert told and len(told.said) == 2

    def test_needs_to_be_said_and_why(self):
        order = make_dispute(answered=True)
        for given in ({"decision": "nobody"}, {"decision": "parts"}):
            with pytest.raises(DecisionInvalid):
                decide_dispute(actor=STAFF, **which(order), words="نعم", **given)
        with pytest.raises(DisputeWordsInvalid):
            decide_dispute(actor=STAFF, **which(order), decision="buyer", words="")
        with pytest.raises(NoSuchDeal):
            decide(make_held_order(), "seller")
        with pytest.raises(NotAllowed):
            seller = seller_actor(order.seller_id)
            decide_dispute(actor=seller, **which(order), decision="seller", words="لي")

    def test_the_seller_gives_in(self):
        order = make_dispute()
        give_in(actor=seller_actor(order.seller_id), **which(order))
        assert faults() == {}
        assert (state_of(order), given_back(order)) == (DealState.UNDONE, [PAID])
        with pytest.raises(DealMovedOn):
            answer_dispute(actor=seller_actor(order.seller_id), **which(order), words="متأخّر")

    def test_the_buyer_is_content_after_all(self):
        order = make_dispute()
        withdraw_dispute(actor=buyer_actor(order), buyer_id=order.buyer_id, **which(order))
        assert (state_of(order), of_seller(order)) == (DealState.SETTLED, (0, PART))
        assert faults() == {}

    def test_by_the_shops_own_taking_back(self):
        order = make_dispute()
        refund_order(actor=SYSTEM, **which(order), reason=RefundReason.OTHER, restock=False)
        assert faults() == {}
        assert (state_of(order), of_seller(order)) == (DealState.UNDONE, (0, 0))

    def test_staff_leave_the_seller_his_time_where_it_is_not_for_the_buyer(self):
        order = make_dispute()
        with pytest.raises(NotInThisDeal):
            decide(order, "seller")
        decide(order, "buyer")
        assert state_of(order) == DealState.UNDONE


@pytest.mark.django_db
class TestSilence:
    def test_of_anybody_pays_the_buyer_where_the_market_says_so(self):
        for answered in (False, True):
            order = make_dispute(ProcessKind.FOR_BUYER, answered=answered)
            assert advance_due_disputes(actor=SYSTEM) == 0
            make_due(order)
            assert advance_due_disputes(actor=SYSTEM) == 1
            assert (state_of(order), given_back(order)) == (DealState.UNDONE, [PAID])
        assert faults() == {}

    def test_of_the_seller_brings_it_before_staff_whose_own_pays_him(self):
        order = make_dispute(ProcessKind.BY_STAFF)
        make_due(order)
        assert advance_due_disputes(actor=SYSTEM) == 1
        assert (state_of(order), of_seller(order)) == (DealState.ANSWERED, (PART, 0))
        assert advance_due_disputes(actor=SYSTEM) == 0
        make_due(order)
        assert advance_due_disputes(actor=SYSTEM) == 1
        assert (state_of(order), of_seller(order)) == (DealState.SETTLED, (0, PART))
        assert faults() == {}

    def test_waits_for_goods_on_their_way_back(self):
        order = make_dispute()
        make_return(order, {order.lines[0].id: 1}, ReturnState.REQUESTED)
        make_due(order)
        assert advance_due_disputes(actor=SYSTEM) == 0
        assert (state_of(order), faults()) == (DealState.DISPUTED, {})

    def test_letters_go_to_whom_it_concerns(self):
        order = make_dispute(answered=True)
        decide(order, "parts", amount_minor=10000)
        while Relay().deliver_pending():
            pass
        kinds = {one.kind for one in recent_messages()}
        assert {"deals.buyer_answered", "deals.buyer_parted"} <= kinds


@pytest.mark.django_db(transaction=True)
def test_of_rivals_one_ends_it():
    """The buyer withdraws, the seller gives in, staff part it: one of them, and the money once."""

    def act(do) -> bool:
        try:
            do()
            return True
        except DealMovedOn:
            return False
        finally:
            connection.close()

    for _ in range(4):
        order = make_dispute(answered=True)
        mine = which(order)
        acts = [
            lambda o=order, m=mine: withdraw_dispute(
                actor=buyer_actor(o), buyer_id=o.buyer_id, **m
            ),
            lambda o=order, m=mine: give_in(actor=seller_actor(o.seller_id), **m),
            lambda o=order: decide(o, "parts", amount_minor=5000),
        ]
        with ThreadPoolExecutor(3) as crowd:
            assert sum(crowd.map(act, acts)) == 1
        assert of_seller(order)[0] == 0
    assert faults() == {}
