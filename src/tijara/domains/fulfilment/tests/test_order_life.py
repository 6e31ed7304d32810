"""An order's way to its end: what moves, what does not, where units and money go."""

from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest
from django.db import connection

from tijara.domains.fulfilment.actions import NoSuchParcel, ParcelEnded, ship_order
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.fulfilment.testing import ROAD, make_order, move
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.orders.actions import NoSuchOrder, NotCancellable, WrongState, cancel_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.parties.testing import seller_actor
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS
from tijara.kit.refusal import Invalid
from tijara.platform.action import NotAllowed
from tijara.platform.audit.models import AuditEntry
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.models import Event

MAY_FOLLOW = {
    OrderState.PLACED: {OrderState.CONFIRMED, OrderState.CANCELLED},
    OrderState.CONFIRMED: {OrderState.PACKED, OrderState.SHIPPED, OrderState.CANCELLED},
    OrderState.PACKED: {OrderState.SHIPPED, OrderState.CANCELLED},
    OrderState.SHIPPED: {OrderState.DELIVERED, OrderState.REFUSED},
}
STEPS = [
    OrderState.CONFIRMED,
    OrderState.PACKED,
    OrderState.SHIPPED,
    OrderState.DELIVERED,
    OrderState.REFUSED,
    OrderState.CANCELLED,
]


def step(to, seller_id, order_id):
    if to is OrderState.CANCELLED:
        cancel(SYSTEM, seller_id, order_id)
    else:
        move(to, seller_id, order_id)


def cancel(actor, seller_id, order_id):
    cancel_order(
        actor=actor, seller_id=seller_id, order_id=order_id, reason=CancelReason.CHANGED_MIND
    )


def free(offer):
    return stock_levels(offer.seller_id, [offer.stock_id])[offer.stock_id].free


def assert_all_proved():
    assert [(proof.name, proof.faults) for proof in run_proofs() if proof.faults] == []


@pytest.mark.django_db
class TestMoves:
    @pytest.mark.parametrize(("state", "to"), list(product(ROAD, STEPS)))
    def test_every_step_is_taken_or_refused_as_the_table_says(self, state, to):
        offer, placed = make_order(state)
        if to in MAY_FOLLOW.get(state, ()):
            step(to, offer.seller_id, placed.order_id)
            assert order_view(offer.seller_id, placed.order_id).state is to
        else:
            with pytest.raises((WrongState, NotCancellable, NoSuchParcel, ParcelEnded)):
                step(to, offer.seller_id, placed.order_id)
            assert order_view(offer.seller_id, placed.order_id).state is state
        assert_all_proved()

    @pytest.mark.parametrize("state", ROAD)
    def test_an_order_says_itself_whether_it_can_be_cancelled(self, state):
        offer, placed = make_order(state)
        order = order_view(offer.seller_id, placed.order_id)
        assert order.can_be_cancelled == (OrderState.CANCELLED in MAY_FOLLOW.get(state, ()))

    def test_the_steps_tell_the_whole_way(self):
        offer, placed = make_order(OrderState.DELIVERED)
        steps = order_view(offer.seller_id, placed.order_id).steps
        assert [one.state for one in steps] == ["placed", "confirmed", "shipped", "delivered"]
        (parcel,) = shipments(offer.seller_id, [placed.order_id])[placed.order_id]
        assert (parcel.tracking_number, parcel.outcome) == ("4410", "delivered")
        assert parcel.ended_at is not None

    def test_each_step_is_told_upward_once(self):
        offer, _ = make_order(OrderState.REFUSED)
        names = Event.objects.filter(owner_id=offer.seller_id, name__startswith="orders.")
        assert list(names.order_by("id").values_list("name", flat=True)) == [
            "orders.order_placed.v1",
            "orders.order_confirmed.v1",
            "orders.order_shipped.v1",
            "orders.order_refused.v1",
        ]

    @pytest.mark.parametrize(
        ("given", "field"), [({"carrier": "  "}, "carrier"), ({"carrier": "x" * 61}, "carrier")]
    )
    def test_a_parcel_needs_a_carrier(self, given, field):
        offer, placed = make_order(OrderState.CONFIRMED)
        with pytest.raises(Invalid) as refusal:
            ship_order(actor=SYSTEM, seller_id=offer.seller_id, order_id=placed.order_id, **given)
        assert field in refusal.value.fields

    def test_a_parcel_keeps_nothing_that_no_one_sees(self):
        offer, placed = make_order(OrderState.CONFIRMED)
        ship_order(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            order_id=placed.order_id,
            carrier="\u202eأرامكس\0",
            tracking_number=" 12\u2066 34 ",
        )
        (parcel,) = shipments(offer.seller_id, [placed.order_id])[placed.order_id]
        assert (parcel.carrier, parcel.tracking_number) == ("أرامكس", "12 34")


@pytest.mark.django_db
class TestUnitsAndMoney:
    def test_what_is_cancelled_or_refused_goes_back_and_nobody_owes(self):
        for state in (OrderState.PLACED, OrderState.CONFIRMED, OrderState.REFUSED):
            offer, placed = make_order(state)
            if state is not OrderState.REFUSED:
                cancel(SYSTEM, offer.seller_id, placed.order_id)
            assert free(offer) == 10
            assert set(balances(offer.seller_id).values()) == {0}
        assert_all_proved()

    def test_delivery_gives_everybody_his_part(self):
        offer, _ = make_order(OrderState.DELIVERED)
        assert balances(offer.seller_id) == {
            Account.BUYER_RECEIVABLE: 0,
            Account.ORDERS_PENDING: 0,
            Account.CARRIER_RECEIVABLE: 23000,
            Account.SELLER_PAYABLE: -(20000 + 1800 - 2000 - 300),
            Account.COMMISSION_REVENUE: -2000,
            Account.COMMISSION_VAT: -300,
            Account.PAYMENT_FEE_REVENUE: -1200,
        }

    def test_the_journal_proof_sees_a_posting_that_should_not_be(self):
        offer, placed = make_order()
        post_journal(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            kind="nothing_that_happened",
            reference_id=placed.order_id,
            order_id=placed.order_id,
            currency="SAR",
            transfers=[Transfer(Account.SELLER_PAYABLE, Account.ORDERS_PENDING, 1)],
        )
        faults = [fault for proof in run_proofs() for fault in proof.faults]
        assert any(placed.number in fault for fault in faults)

    def test_the_proofs_see_an_order_that_is_not_what_its_records_say(self):
        make_order()
        with connection.cursor() as cursor:
            cursor.execute("UPDATE orders_order SET state = 'cancelled'")
        failing = {proof.code for proof in run_proofs() if proof.faults}
        assert failing >= {
            "orders.moves_proof",
            "orders.units_proof",
            "orders.money_proof",
            "orders.ends_proof",
        }


@pytest.mark.django_db
class TestWhoMay:
    def test_a_buyer_cancels_his_own_order_and_no_other(self):
        offer, placed = make_order()
        owner_id = order_view(offer.seller_id, placed.order_id).buyer_id
        stranger = Actor(ActorKind.BUYER, None, new_id(), BUYER_POWERS)
        with pytest.raises(NoSuchOrder):
            cancel(stranger, offer.seller_id, placed.order_id)
        cancel(
            Actor(ActorKind.BUYER, None, owner_id, BUYER_POWERS), offer.seller_id, placed.order_id
        )
        assert order_view(offer.seller_id, placed.order_id).state is OrderState.CANCELLED

    def test_a_buyer_does_not_handle_orders(self):
        offer, placed = make_order()
        buyer = Actor(ActorKind.BUYER, None, new_id(), BUYER_POWERS)
        with pytest.raises(NotAllowed):
            ship_order(
                actor=buyer, seller_id=offer.seller_id, order_id=placed.order_id, carrier="x"
            )

    def test_a_seller_touches_only_his_own_orders(self):
        offer, placed = make_order(OrderState.CONFIRMED)
        with pytest.raises(NotAllowed):
            ship_order(
                actor=seller_actor(new_id()),
                seller_id=offer.seller_id,
                order_id=placed.order_id,
                carrier="أرامكس",
            )

    def test_what_a_seller_does_is_in_the_audit_log(self):
        offer, placed = make_order(OrderState.CONFIRMED)
        person_id = new_id()
        ship_order(
            actor=seller_actor(offer.seller_id, person_id),
            seller_id=offer.seller_id,
            order_id=placed.order_id,
            carrier="أرامكس",
        )
        entry = AuditEntry.objects.get(owner_id=offer.seller_id)
        assert (entry.action, entry.person_id) == ("fulfilment.ship_order", person_id)
        assert entry.facts["order_id"] == str(placed.order_id)


@pytest.mark.django_db(transaction=True)
class TestRaces:
    def test_cancelled_or_shipped_but_never_both(self):
        for _ in range(5):
            offer, placed = make_order(OrderState.CONFIRMED)

            def press(to, seller_id=offer.seller_id, order_id=placed.order_id):
                try:
                    step(to, seller_id, order_id)
                except (WrongState, NotCancellable):
                    return None
                finally:
                    connection.close()
                return to

            with ThreadPoolExecutor(2) as two:
                done = set(two.map(press, [OrderState.SHIPPED, OrderState.CANCELLED])) - {None}
            assert {order_view(offer.seller_id, placed.order_id).state} == done
        assert_all_proved()

    def test_delivered_eight_times_at_once_is_paid_once(self):
        offer, placed = make_order(OrderState.SHIPPED)

        def press(_):
            try:
                move(OrderState.DELIVERED, offer.seller_id, placed.order_id)
            except ParcelEnded:
                return 0
            finally:
                connection.close()
            return 1

        with ThreadPoolExecutor(8) as crowd:
            assert sum(crowd.map(press, range(8))) == 1
        assert balances(offer.seller_id)[Account.CARRIER_RECEIVABLE] == 23000
        assert_all_proved()
