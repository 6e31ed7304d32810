"""The life of a return: who may do what, what silence does, and every unit and coin of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection

from tijara.domains.catalogue.queries import forget_categories
from tijara.domains.fulfilment.testing import move
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.ledger.queries import balances, order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.actions import NoSuchOrder, cancel_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.parties.testing import seller_actor
from tijara.domains.payments.queries import refunds_of_order
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.actions import (
    MoreThanDelivered,
    NoSuchReturn,
    OwesMoney,
    PhotosInvalid,
    ReturnInvalid,
    ReturnMovedOn,
    ReturnUnderWay,
    advance_due_returns,
    answer_shop,
    appeal_return,
    approve_return,
    ask_buyer,
    exchange_return,
    inspect_return,
    receive_return,
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
    goods_refunds,
    owed_of_orders,
    return_photo,
    returnable_lines,
    returns_of_seller,
    share_of_return,
)
from tijara.domains.returns.shapes import Looked, RefundReason, ReturnDraft, Wish
from tijara.domains.returns.shapes import ReturnState as S
from tijara.domains.returns.testing import buyer_actor, make_paid_order, make_return, seen_return
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.files import find
from tijara.platform.outbox.relay import Relay
from tijara.platform.pictures.tests.samples import lying_photo

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
    @pytest.mark.parametrize("method", list(PaymentMethod))
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


@pytest.mark.django_db
class TestExchange:
    def exchanged(self, **given):
        order = make_paid_order(**given)
        line = order.lines[0]
        told = make_return(order, wish=Wish.EXCHANGE, variant_id=line.variant_id, state=S.APPROVED)
        assert stock_levels(order.seller_id, [line.stock_id])[line.stock_id].held == 1
        receive_return(**by(told))
        inspect_return(**by(told), looked={line.id: Looked(1, 0)})
        return order, told, exchange_return(**by(told))

    @pytest.mark.parametrize("method", list(PaymentMethod))
    def test_sends_a_new_order_that_is_paid_with_the_old(self, method):
        order, told, new_id_ = self.exchanged(method=method)
        assert state_of(told) is S.EXCHANGED
        new = order_view(order.seller_id, new_id_)
        assert (new.state, new.total.minor) == (OrderState.PLACED, 11500)
        assert new.paid_at and new.charge_id == order.charge_id
        assert owed_of_orders(order.seller_id, [order.id]) == {}
        assert balances(order.seller_id)[Account.EXCHANGE_CLEARING] == 0
        assert faults() == {}
        for step in (OrderState.CONFIRMED, OrderState.SHIPPED, OrderState.DELIVERED):
            move(step, order.seller_id, new.id)
        assert faults() == {}

    def test_called_off_its_money_goes_back_the_way_the_first_was_paid(self):
        order, _, new_id_ = self.exchanged()
        cancel_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=new_id_,
            reason=CancelReason.OUT_OF_STOCK,
        )
        deliver_facts()
        (refund,) = refunds_of_order(order.seller_id, order.buyer_id, new_id_)
        assert (refund.amount.minor, refund.charge_id) == (11500, order.charge_id)
        assert faults() == {}

    def test_sold_out_when_it_is_approved_the_money_goes_back_instead(self):
        order = make_paid_order()
        line = order.lines[0]
        told = make_return(order, wish=Wish.EXCHANGE, variant_id=line.variant_id)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE inventory_stock SET on_hand = 0 WHERE id = %s", [line.stock_id])
        approve_return(**by(told))
        assert seen_return(told.seller_id, told.id).wish is Wish.REFUND


@pytest.mark.django_db
class TestPhotos:
    def test_are_made_anew_and_belong_to_the_return(self, settings, tmp_path):
        settings.MEDIA_ROOT = str(tmp_path)
        order = make_paid_order()
        draft = ReturnDraft(new_id(), {order.lines[0].id: 1}, "faulty")
        request_return(
            actor=buyer_actor(order),
            buyer_id=order.buyer_id,
            seller_id=order.seller_id,
            order_id=order.id,
            draft=draft,
            photos=[BytesIO(lying_photo())],
        )
        (photo,) = seen_return(order.seller_id, draft.id).photos
        assert find(order.seller_id, photo.file_id).kind == "webp"
        assert return_photo(order.seller_id, draft.id, photo.file_id)
        assert not return_photo(order.seller_id, new_id(), photo.file_id)

    @pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\nno"])
    def test_what_is_no_picture_leaves_nothing_behind(self, content, settings, tmp_path):
        settings.MEDIA_ROOT = str(tmp_path)
        order = make_paid_order()
        with pytest.raises(PhotosInvalid):
            request_return(
                actor=buyer_actor(order),
                buyer_id=order.buyer_id,
                seller_id=order.seller_id,
                order_id=order.id,
                draft=ReturnDraft(new_id(), {order.lines[0].id: 1}, "faulty"),
                photos=[BytesIO(content)],
            )
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
        assert Return.objects.count() == 0


@pytest.mark.django_db
class TestWhoMay:
    def test_a_buyer_only_with_his_own_order_and_return(self):
        order, other = make_paid_order(), make_paid_order()
        told = make_return(order)
        with pytest.raises(NoSuchReturn):
            withdraw_return(
                actor=buyer_actor(other),
                buyer_id=other.buyer_id,
                seller_id=order.seller_id,
                return_id=told.id,
            )
        with pytest.raises(NoSuchOrder):
            request_return(
                actor=buyer_actor(other),
                buyer_id=other.buyer_id,
                seller_id=order.seller_id,
                order_id=order.id,
                draft=ReturnDraft(new_id(), {order.lines[0].id: 1}, "faulty"),
            )

    def test_a_seller_only_with_his_own(self):
        told = make_return(make_paid_order())
        stranger = by(told) | {"actor": seller_actor(new_id())}
        for act in (approve_return, receive_return, refund_return):
            with pytest.raises(NotAllowed):
                act(**stranger)
        with pytest.raises(NoSuchReturn):
            approve_return(**stranger | {"seller_id": stranger["actor"].owner_id})

    def test_a_buyer_decides_nothing(self):
        order = make_paid_order()
        told = make_return(order)
        for act in (approve_return, receive_return, refund_return):
            with pytest.raises(NotAllowed):
                act(**by(told) | {"actor": buyer_actor(order)})

    def test_the_list_shows_a_seller_his_own(self):
        told = make_return(make_paid_order())
        make_return(make_paid_order())
        rows = returns_of_seller(told.seller_id, (S.REQUESTED,)).items
        assert [row.id for row in rows] == [told.id]
        assert rows[0].value.minor == 11500


@pytest.mark.django_db
def test_both_sides_are_told_of_every_step_in_their_language():
    order = make_paid_order(language="fr")
    told = make_return(order, state=S.INSPECTED)
    refund_return(**by(told))
    deliver_facts()
    kinds = {one.kind for one in recent_messages()}
    assert {f"returns.return_{each}" for each in ("requested", "approved", "received")} <= kinds
    letters = {one.kind: one for one in recent_messages()}
    assert told.number in letters["returns.return_approved"].text
    assert "/fr/orders/" in letters["returns.return_approved"].text
    assert f"/returns/{told.id}" in letters["returns.return_refunded"].text


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_ask_for_the_last_unit_at_once_one_has_it():
    order = make_paid_order()
    make_return(order)

    def press(_):
        try:
            make_return(order)
        except ReturnInvalid:
            return 0
        finally:
            connection.close()
        return 1

    with ThreadPoolExecutor(8) as crowd:
        assert sum(crowd.map(press, range(8))) == 1
    assert faults() == {}


@pytest.mark.django_db(transaction=True)
def test_pressed_eight_times_at_once_it_is_paid_once():
    order = make_paid_order()
    told = make_return(order, {order.lines[0].id: 2}, S.INSPECTED)

    def press(_):
        try:
            refund_return(**by(told))
        except (ReturnMovedOn, MoreThanDelivered):
            return 0
        finally:
            connection.close()
        return 1

    with ThreadPoolExecutor(8) as crowd:
        assert sum(crowd.map(press, range(8))) == 1
    assert len(goods_refunds(order.seller_id, order.id)) == 1
    assert faults() == {}


@pytest.mark.django_db
def test_what_dies_between_its_steps_has_not_happened(monkeypatch):
    """The journal is written, then the machine falls: neither is there, and it can be done anew."""
    order = make_paid_order()
    told = make_return(order, state=S.INSPECTED)
    with monkeypatch.context() as patched:

        def fall(**given):
            raise OSError("gone")

        patched.setattr("tijara.domains.returns.actions.refund_units.open_owed", fall)
        with pytest.raises(OSError, match="gone"):
            refund_return(**by(told))
    assert state_of(told) is S.INSPECTED
    refund_return(**by(told))
    assert amounts(order) == [11500]
    assert faults() == {}
