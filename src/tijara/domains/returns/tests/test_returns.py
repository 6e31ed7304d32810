"""The life of a return: who may do what, what silence does, and every unit and coin of it."""

from datetime import timedelta

import pytest

from tijara.domains.catalogue.queries import forget_categories
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.ledger.queries import order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.testing import seller_actor
from tijara.domains.payments.shapes import OFFERED
from tijara.domains.returns.actions import (
    OwesMoney,
    ReturnInvalid,
    ReturnMovedOn,
    ReturnUnderWay,
    advance_due_returns,
    answer_shop,
    appeal_return,
    approve_return,
    ask_buyer,
    inspect_return,
    refund_order,
    refund_return,
    reject_return,
    request_return,
    send_back_return,
    uphold_rejection,
    withdraw_return,
)
from tijara.domains.returns.models import Return
from tijara.domains.returns.queries import (
    owed_of_orders,
    returnable_lines,
    share_of_return,
)
from tijara.domains.returns.shapes import Looked, RefundReason, ReturnDraft, Wish
from tijara.domains.returns.shapes import ReturnState as S
from tijara.domains.returns.testing import buyer_actor, make_paid_order, make_return, seen_return
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

STAFF = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)


@pytest.fixture(autouse=True)
def _fresh_tree():
    forget_categories()


def deliver_facts():
    while Relay().deliver_pending():
        pass


def faults():
    deliver_facts()
    return {one.code: one.faults for one in run_proofs() if one.faults}


def by(told):
    return {
        "actor": seller_actor(told.seller_id),
        "seller_id": told.seller_id,
        "return_id": told.id,
    }


def by_buyer(order, told):
    return {
        "actor": buyer_actor(order),
        "buyer_id": order.buyer_id,
        "seller_id": told.seller_id,
        "return_id": told.id,
    }


def by_staff(told):
    return by(told) | {"actor": STAFF}


def state_of(told):
    return seen_return(told.seller_id, told.id).state


def make_overdue():
    Return.objects.update(due_at=now() - timedelta(seconds=1))


def amounts(order):
    return [one.amount.minor for one in owed_of_orders(order.seller_id, [order.id])[order.id]]


@pytest.mark.django_db
class TestWhatMayGoBack:
    def test_every_delivered_unit_with_its_reasons_and_last_days(self):
        order = make_paid_order()
        (line,) = returnable_lines(order)
        assert line.units == 2
        assert line.reasons[0] is RefundReason.CHANGED_MIND
        assert RefundReason.WARRANTY not in line.reasons
        assert line.terms.faulty_until > line.terms.unwanted_until

    def test_nothing_before_the_delivery(self):
        assert returnable_lines(make_paid_order(state=OrderState.SHIPPED)) == []

    def test_a_unit_that_is_spoken_for_is_not_offered_again(self):
        order = make_paid_order()
        make_return(order)
        assert returnable_lines(order)[0].units == 1
        with pytest.raises(ReturnInvalid) as wrong:
            make_return(order, {order.lines[0].id: 2})
        assert wrong.value.fields == {"units": "more_than_possible"}

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"units": {}}, "units"),
            ({"reason": ""}, "reason"),
            ({"reason": "warranty"}, "reason"),
            ({"reason": "<script>"}, "reason"),
            ({"wish": "money"}, "wish"),
            ({"wish": "repair", "reason": "changed_mind"}, "wish"),
            ({"words": "ء" * 1001}, "words"),
            ({"wish": "exchange", "variant_id": None}, "variant"),
        ],
    )
    def test_what_cannot_be_is_told_by_its_field(self, given, field):
        order = make_paid_order()
        draft = ReturnDraft(
            **{"id": new_id(), "units": {order.lines[0].id: 1}, "reason": "faulty"} | given
        )
        with pytest.raises(ReturnInvalid) as wrong:
            request_return(
                actor=buyer_actor(order),
                buyer_id=order.buyer_id,
                seller_id=order.seller_id,
                order_id=order.id,
                draft=draft,
            )
        assert field in wrong.value.fields
        assert Return.objects.count() == 0

    def test_pressed_twice_is_asked_once(self):
        order = make_paid_order()
        draft = ReturnDraft(new_id(), {order.lines[0].id: 1}, "faulty")
        for _ in range(2):
            request_return(
                actor=buyer_actor(order),
                buyer_id=order.buyer_id,
                seller_id=order.seller_id,
                order_id=order.id,
                draft=draft,
            )
        assert Return.objects.count() == 1


@pytest.mark.django_db
class TestTheWay:
    @pytest.mark.parametrize("method", list(OFFERED))
    def test_from_the_request_to_the_money(self, method):
        order = make_paid_order(method)
        told = make_return(order, state=S.INSPECTED)
        share = share_of_return(order, told)
        assert (share.items_minor, share.delivery_minor) == (11500, 0)
        refund_return(**by(told))
        assert state_of(told) is S.REFUNDED
        assert amounts(order) == [11500]
        left = order_balances(order.seller_id, order.id)
        assert left[Account.BUYER_REFUNDABLE] == -11500
        assert left[Account.COMMISSION_REVENUE] == -1150
        assert order_view(order.seller_id, order.id).state is OrderState.DELIVERED
        assert faults() == {}

    def test_a_fault_of_the_whole_order_gives_the_delivery_back_and_takes_the_order_back(self):
        order = make_paid_order()
        told = make_return(order, {order.lines[0].id: 2}, S.INSPECTED)
        refund_return(**by(told))
        assert amounts(order) == [order.total.minor]
        assert order_view(order.seller_id, order.id).state is OrderState.REFUNDED
        assert faults() == {}

    def test_who_has_changed_his_mind_gets_the_goods_price_and_not_the_delivery(self):
        order = make_paid_order()
        told = make_return(order, {order.lines[0].id: 2}, S.INSPECTED, reason="changed_mind")
        refund_return(**by(told))
        assert amounts(order) == [order.total.minor - 2000]
        assert order_view(order.seller_id, order.id).state is OrderState.DELIVERED
        assert faults() == {}

    def test_the_shop_may_give_the_delivery_back_all_the_same_but_only_once(self):
        order = make_paid_order()
        for _ in range(2):
            refund_return(**by(make_return(order, state=S.INSPECTED)), with_charges=True)
        assert amounts(order) == [13500, 11500]
        assert order_view(order.seller_id, order.id).state is OrderState.REFUNDED
        assert faults() == {}

    def test_what_was_not_accepted_is_not_paid_and_not_restocked(self):
        order = make_paid_order()
        line = order.lines[0]
        told = make_return(order, {line.id: 2}, S.RECEIVED)
        inspect_return(**by(told), looked={line.id: Looked(1, 0)}, words="به خدش")
        refund_return(**by(told))
        assert amounts(order) == [11500]
        assert stock_levels(order.seller_id, [line.stock_id])[line.stock_id].on_hand == 8
        assert faults() == {}

    def test_nothing_accepted_goes_back_to_its_buyer(self):
        order = make_paid_order()
        line = order.lines[0]
        told = make_return(order, state=S.RECEIVED)
        inspect_return(**by(told), looked={line.id: Looked(0, 0)}, words="مستعمل")
        with pytest.raises(ReturnMovedOn):
            refund_return(**by(told))
        send_back_return(**by(told), carrier="سمسا", tracking_number="9")
        assert state_of(told) is S.SENT_BACK
        assert faults() == {}

    def test_what_was_accepted_is_not_sent_back_without_its_money(self):
        told = make_return(make_paid_order(), state=S.INSPECTED)
        with pytest.raises(OwesMoney):
            send_back_return(**by(told), carrier="سمسا")

    def test_a_repair_comes_back_mended(self):
        order = make_paid_order()
        told = make_return(order, state=S.INSPECTED, wish=Wish.REPAIR)
        send_back_return(**by(told), carrier="سمسا")
        assert state_of(told) is S.SENT_BACK
        assert owed_of_orders(order.seller_id, [order.id]) == {}
        assert faults() == {}

    def test_the_shop_may_pay_and_let_the_buyer_keep_it(self):
        order = make_paid_order()
        told = make_return(order)
        refund_return(**by(told))
        assert amounts(order) == [11500]
        assert faults() == {}

    def test_questions_answers_and_words_are_kept_in_their_order(self):
        order = make_paid_order()
        told = make_return(order, words="لا تعمل")
        ask_buyer(**by(told), words="أي زر؟")
        answer_shop(**by_buyer(order, told), words="الأحمر")
        seen = seen_return(told.seller_id, told.id)
        assert [one.text for one in seen.said] == ["لا تعمل", "أي زر؟", "الأحمر"]
        assert seen.state is S.REQUESTED
        assert faults() == {}

    def test_a_rejection_may_be_appealed_and_staff_decide(self):
        order = make_paid_order()
        for decide, end in ((approve_return, S.APPROVED), (uphold_rejection, S.CLOSED)):
            told = make_return(order)
            reject_return(**by(told), words="مستعمل")
            appeal_return(**by_buyer(order, told), words="وصلت هكذا")
            with pytest.raises(ReturnMovedOn):
                approve_return(**by(told))
            words = {"words": "رأينا الصور"} if decide is uphold_rejection else {}
            decide(**by_staff(told), **words)
            assert state_of(told) is end
        assert faults() == {}

    def test_withdrawn_until_it_is_sent(self):
        order = make_paid_order()
        told = make_return(order)
        withdraw_return(**by_buyer(order, told))
        assert state_of(told) is S.WITHDRAWN
        sent = make_return(order, state=S.SENT)
        with pytest.raises(ReturnMovedOn):
            withdraw_return(**by_buyer(order, sent))

    def test_an_order_is_not_taken_back_beside_a_return_that_is_under_way(self):
        order = make_paid_order()
        told = make_return(order)
        given = {"actor": SYSTEM, "seller_id": order.seller_id, "order_id": order.id}
        with pytest.raises(ReturnUnderWay):
            refund_order(**given, reason=RefundReason.OTHER, restock=False)
        refund_return(**by(told))
        refund_order(**given, reason=RefundReason.OTHER, restock=True)
        assert sum(amounts(order)) == order.total.minor
        assert order_view(order.seller_id, order.id).state is OrderState.REFUNDED
        assert faults() == {}


@pytest.mark.django_db
class TestSilence:
    @pytest.mark.parametrize(
        ("state", "end"),
        [(S.REQUESTED, S.APPROVED), (S.APPROVED, S.LAPSED), (S.RECEIVED, S.REFUNDED)],
    )
    def test_does_what_the_process_says(self, state, end):
        order = make_paid_order()
        told = make_return(order, state=state)
        advance_due_returns(actor=SYSTEM)
        assert state_of(told) is state
        make_overdue()
        assert advance_due_returns(actor=SYSTEM) == 1
        assert state_of(told) is end
        assert faults() == {}

    def test_of_both_after_a_question_and_after_a_rejection(self):
        order = make_paid_order()
        asked, rejected = make_return(order), make_return(order)
        ask_buyer(**by(asked), words="؟")
        reject_return(**by(rejected), words="لا")
        make_overdue()
        advance_due_returns(actor=SYSTEM)
        assert (state_of(asked), state_of(rejected)) == (S.LAPSED, S.CLOSED)

    def test_pays_nobody_whose_goods_are_not_back(self):
        told = make_return(make_paid_order(), state=S.SENT)
        make_overdue()
        advance_due_returns(actor=SYSTEM)
        assert state_of(told) is S.SENT
