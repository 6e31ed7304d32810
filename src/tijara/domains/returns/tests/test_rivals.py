"""Exchanges, pictures, walls and races: what happens to a return beside its plain way."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from django.db import connection

from tijara.domains.catalogue.queries import forget_categories
from tijara.domains.fulfilment.actions import ship_order
from tijara.domains.fulfilment.testing import move
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.ledger.queries import balances, order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import NoSuchOrder, cancel_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.parties.testing import seller_actor
from tijara.domains.payments.actions import MoreThanPaid
from tijara.domains.payments.queries import refunds_of_order
from tijara.domains.payments.shapes import OFFERED, PaymentMethod
from tijara.domains.returns.actions import (
    MoreThanDelivered,
    NoSuchReturn,
    ReturnInvalid,
    ReturnMovedOn,
    approve_return,
    exchange_return,
    inspect_return,
    receive_return,
    refund_return,
    request_return,
    withdraw_return,
)
from tijara.domains.returns.models import Return
from tijara.domains.returns.queries import (
    goods_refunds,
    owed_of_orders,
    return_photo,
    returns_of_seller,
)
from tijara.domains.returns.shapes import Looked, ReturnDraft, Wish
from tijara.domains.returns.shapes import ReturnState as S
from tijara.domains.returns.testing import (
    buyer_actor,
    make_paid_order,
    make_return,
    pay,
    seen_return,
)
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.action import NotAllowed
from tijara.platform.files import find
from tijara.platform.pictures.keeping import PicturesInvalid
from tijara.platform.pictures.tests.samples import lying_photo

from .test_returns import amounts, by, deliver_facts, faults, state_of


@pytest.fixture(autouse=True)
def _fresh_tree():
    forget_categories()


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

    @pytest.mark.parametrize("method", list(OFFERED))
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
        with pytest.raises(PicturesInvalid):
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
def test_what_is_refused_halfway_has_not_happened_and_can_be_done_anew():
    """The journal and the shelf are written when the payment says that so much never came."""
    order = make_paid_order()
    told = make_return(order, state=S.INSPECTED)
    before = order_balances(order.seller_id, order.id)
    paid = "UPDATE payments_charge SET amount_minor = %s WHERE id = %s"
    with connection.cursor() as cursor:
        cursor.execute(paid, [1, order.charge_id])
    with pytest.raises(MoreThanPaid):
        refund_return(**by(told))
    assert state_of(told) is S.INSPECTED
    assert order_balances(order.seller_id, order.id) == before
    with connection.cursor() as cursor:
        cursor.execute(paid, [order.total.minor, order.charge_id])
    refund_return(**by(told))
    assert amounts(order) == [11500]
    assert faults() == {}


def make_order_in_parcels():
    """Three cups and a pot whose amounts divide badly, paid by card; a cup goes first."""
    cups = make_offer(price_minor=5000, units=10)
    pot = make_offer(price_minor=20000, units=10, seller_id=cups.seller_id)
    lines = [
        make_line(
            offer_id=offer.id,
            offer_version=offer.version,
            stock_id=offer.stock_id,
            product_id=offer.product_id,
            unit_minor=offer.price.minor,
            quantity=quantity,
            tax_minor=tax,
            commission_minor=commission,
            commission_vat_minor=vat,
        )
        for offer, quantity, tax, commission, vat in (
            (cups, 3, 1957, 1000, 150),
            (pot, 1, 2609, 2000, 300),
        )
    ]
    amounts = {"delivery_minor": 1800, "tax_minor": 1957 + 2609 + 235, "payment_method": "card"}
    placed = place_one(cups.seller_id, make_order_to_place(*lines, **amounts))
    pay(cups.seller_id, placed.order_id, PaymentMethod.CARD)
    order = order_view(cups.seller_id, placed.order_id)
    move(OrderState.CONFIRMED, cups.seller_id, order.id)
    which = {"actor": SYSTEM, "seller_id": cups.seller_id, "order_id": order.id}
    ship_order(**which, carrier="سمسا", units={order.lines[0].id: 1})
    move(OrderState.DELIVERED, cups.seller_id, order.id)
    ship_order(**which, carrier="سمسا")
    move(OrderState.DELIVERED, cups.seller_id, order.id)
    return order_view(cups.seller_id, order.id)


@pytest.mark.django_db
@pytest.mark.parametrize("places", [(0, 1, 2, 3), (3, 0, 1, 2), (1, 3, 0, 2)])
def test_whatever_comes_back_piece_by_piece_nothing_is_left_over(places):
    order = make_order_in_parcels()
    pieces = [line.id for line in order.lines for _ in range(line.quantity)]
    for place in places:
        told = make_return(order, {pieces[place]: 1}, S.INSPECTED)
        refund_return(**by(told))
        assert faults() == {}
    left = order_balances(order.seller_id, order.id)
    assert left[Account.BUYER_REFUNDABLE] == -order.total.minor
    for account in (Account.SELLER_PAYABLE, Account.COMMISSION_REVENUE, Account.COMMISSION_VAT):
        assert left.get(account, 0) == 0
    assert order_view(order.seller_id, order.id).state is OrderState.REFUNDED
