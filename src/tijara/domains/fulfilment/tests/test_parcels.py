"""An order in parcels: each ends by itself, and together they are the order."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection

from tijara.domains.fulfilment.actions import (
    MoreThanLeft,
    NothingLeft,
    ParcelEnded,
    correct_tracking,
    give_up_units,
    record_delivery,
    record_refusal,
    ship_order,
)
from tijara.domains.fulfilment.queries import delivered_lines, delivered_shares, shipments
from tijara.domains.fulfilment.shapes import ParcelKind
from tijara.domains.fulfilment.testing import make_paid_order
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import (
    NoSuchOrder,
    NotCancellable,
    WrongState,
    cancel_order,
    confirm_order,
)
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.orders.testing import ADDRESS, make_line, make_order_to_place, place_one
from tijara.domains.parties.testing import seller_actor
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.models import Event
from tijara.platform.outbox.relay import Relay

OUT = CancelReason.OUT_OF_STOCK


class Sale:
    """A confirmed order of three cups and a pot: 350.00, delivery 18.00, fee 12.00."""

    def __init__(self, *, is_paid: bool = False, email: str = ""):
        self.seller_id = make_store().seller_id
        self.cup = make_offer(5000, 10, seller_id=self.seller_id)
        self.pot = make_offer(20000, 10, seller_id=self.seller_id)
        lines = (self._line(self.cup, 3, 1000, 150, 1957), self._line(self.pot, 1, 2000, 300, 2609))
        amounts = {"delivery_minor": 1800, "fee_minor": 1200, "tax_minor": 4958}
        amounts |= {"address": replace(ADDRESS, email=email)}
        if is_paid:
            self.placed = make_paid_order(self.seller_id, *lines, **amounts)
        else:
            self.placed = place_one(self.seller_id, make_order_to_place(*lines, **amounts))
        self.order_id = self.placed.order_id
        self.key = {"actor": SYSTEM, "seller_id": self.seller_id, "order_id": self.order_id}
        confirm_order(**self.key)
        self.cups, self.pots = (line.id for line in self.order.lines)

    def _line(self, offer, quantity, commission, vat, tax):
        return make_line(
            offer_id=offer.id,
            stock_id=offer.stock_id,
            product_id=offer.product_id,
            unit_minor=offer.price.minor,
            quantity=quantity,
            commission_minor=commission,
            commission_vat_minor=vat,
            tax_minor=tax,
        )

    @property
    def order(self):
        return order_view(self.seller_id, self.order_id)

    @property
    def parcels(self):
        return shipments(self.seller_id, [self.order_id]).get(self.order_id, [])

    def ship(self, units=None, **given):
        return ship_order(**self.key, units=units, **({"carrier": "أرامكس"} | given))

    def give_up(self, units=None, actor=SYSTEM):
        give_up_units(**self.key | {"actor": actor}, units=units, reason=OUT)

    def end(self, act, shipment_id):
        act(actor=SYSTEM, seller_id=self.seller_id, shipment_id=shipment_id)

    def free(self):
        levels = stock_levels(self.seller_id, [self.cup.stock_id, self.pot.stock_id])
        return levels[self.cup.stock_id].free, levels[self.pot.stock_id].free


def assert_all_proved():
    assert [(proof.name, proof.faults) for proof in run_proofs() if proof.faults] == []


@pytest.mark.django_db
class TestParcels:
    def test_the_worked_example(self):
        """docs/algorithms/parcels.md, row by row."""
        sale = Sale()
        first = sale.ship({sale.cups: 1})
        assert sale.order.state is OrderState.CONFIRMED and not sale.order.can_be_cancelled
        second = sale.ship({sale.cups: 1, sale.pots: 1})
        sale.give_up()
        told = [
            (one.share.total_minor, one.share.tax_minor, one.share.commission_minor)
            + (one.share.commission_vat_minor,)
            for one in sale.parcels
        ]
        assert told == [(8000, 1044, 333, 50), (25000, 3261, 2333, 350), (5000, 653, 334, 50)]
        assert sale.order.state is OrderState.SHIPPED
        sale.end(record_delivery, first)
        assert sale.order.state is OrderState.SHIPPED
        sale.end(record_refusal, second)
        assert sale.order.state is OrderState.DELIVERED
        assert sale.free() == (9, 10)
        assert balances(sale.seller_id) == {
            Account.BUYER_RECEIVABLE: 0,
            Account.ORDERS_PENDING: 0,
            Account.CARRIER_RECEIVABLE: 8000,
            Account.SELLER_PAYABLE: -(5000 + 1800 - 333 - 50),
            Account.COMMISSION_REVENUE: -333,
            Account.COMMISSION_VAT: -50,
            Account.PAYMENT_FEE_REVENUE: -1200,
        }
        shares = delivered_shares(sale.seller_id, [sale.order_id])
        assert shares[sale.order_id].total_minor == 8000
        parcels = shipments(sale.seller_id, [sale.order_id])[sale.order_id]
        parts = delivered_lines(order_view(sale.seller_id, sale.order_id), parcels)
        assert {line_id: part.quantity for line_id, part in parts.items()} == {sale.cups: 1}
        assert_all_proved()

    def test_refused_parcels_of_a_paid_order_are_due_to_the_buyer_each_by_itself(self):
        sale = Sale(is_paid=True)
        first, second = sale.ship({sale.cups: 2}), sale.ship()
        sale.end(record_refusal, first)
        sale.end(record_delivery, second)
        facts = Event.objects.filter(owner_id=sale.seller_id, name="orders.refund_due.v1")
        assert [fact.body["amount_minor"] for fact in facts] == [10000 + 1800 + 1200]
        assert balances(sale.seller_id)[Account.BUYER_REFUNDABLE] == -13000
        assert balances(sale.seller_id).get(Account.CARRIER_RECEIVABLE, 0) == 0
        assert_all_proved()

    def test_all_refused_is_refused(self):
        sale = Sale()
        for shipment_id in (sale.ship({sale.cups: 3}), sale.ship()):
            sale.end(record_refusal, shipment_id)
        assert sale.order.state is OrderState.REFUSED
        assert sale.free() == (10, 10)
        assert set(balances(sale.seller_id).values()) == {0}
        assert_all_proved()

    def test_all_given_up_is_cancelled(self):
        for is_paid in (False, True):
            sale = Sale(is_paid=is_paid)
            sale.give_up({sale.cups: 1})
            with pytest.raises(NotCancellable):
                cancel_order(**sale.key, reason=OUT)
            sale.give_up()
            assert sale.order.state is OrderState.CANCELLED
            assert sale.free() == (10, 10)
        assert_all_proved()

    def test_the_buyer_calls_off_the_rest_of_his_own_order(self):
        sale = Sale()
        shipment_id = sale.ship({sale.cups: 1})
        with pytest.raises(NoSuchOrder):
            sale.give_up(actor=Actor(ActorKind.BUYER, None, new_id(), BUYER_POWERS))
        buyer = Actor(ActorKind.BUYER, None, sale.order.buyer_id, BUYER_POWERS)
        sale.give_up({sale.cups: 1}, actor=buyer)
        assert [one.kind for one in sale.parcels] == [ParcelKind.CARRIED, ParcelKind.GIVEN_UP]
        sale.end(record_delivery, shipment_id)
        assert sale.order.state is OrderState.DELIVERED
        assert_all_proved()

    def test_not_more_goes_than_is_left(self):
        sale = Sale()
        for units in ({sale.cups: 4}, {new_id(): 1}):
            with pytest.raises(MoreThanLeft):
                sale.ship(units)
        with pytest.raises(NothingLeft):
            sale.ship({sale.cups: 0})
        sale.ship()
        with pytest.raises(WrongState):
            sale.ship()
        with pytest.raises(NotCancellable):
            sale.give_up()
        assert_all_proved()

    def test_another_seller_touches_no_parcel(self):
        sale = Sale()
        shipment_id = sale.ship()
        stranger = seller_actor(new_id())
        with pytest.raises(NotAllowed):
            record_delivery(actor=stranger, seller_id=sale.seller_id, shipment_id=shipment_id)

    def test_the_proofs_see_a_share_and_units_that_are_not_so(self):
        sale = Sale()
        sale.end(record_delivery, sale.ship())
        with connection.cursor() as cursor:
            cursor.execute("UPDATE fulfilment_shipment SET items_minor = items_minor - 1")
        failing = {proof.code for proof in run_proofs() if proof.faults}
        assert failing == {"fulfilment.journal_proof", "fulfilment.parcels_proof"}


@pytest.mark.django_db(transaction=True)
class TestTelling:
    def test_the_buyer_is_told_of_each_parcel_once(self):
        sale = Sale()
        first = sale.ship({sale.cups: 1}, tracking_number="4410")
        sale.give_up({sale.cups: 1})
        sale.end(record_delivery, first)
        Relay().deliver_pending()
        Relay().deliver_pending()
        told = [one for one in recent_messages() if one.kind.startswith("fulfilment.")]
        assert sorted(one.kind for one in told) == [
            "fulfilment.parcel_delivered",
            "fulfilment.parcel_given_up",
            "fulfilment.parcel_shipped",
        ]
        assert all(sale.placed.number in one.subject for one in told)

    def test_a_corrected_number_is_told_and_the_same_again_is_not(self):
        sale = Sale(email="noura@example.com")
        shipment_id = sale.ship()
        given = {"actor": SYSTEM, "seller_id": sale.seller_id, "shipment_id": shipment_id}
        for number in ("1", "1", "2"):
            correct_tracking(**given, carrier="SMSA Express", tracking_number=number)
        Relay().deliver_pending()
        kinds = [one.kind for one in recent_messages()]
        assert kinds.count("fulfilment.parcel_tracking") == 2
        assert all("سمسا" in one.text for one in recent_messages() if "tracking" in one.kind)
        (parcel,) = sale.parcels
        assert (parcel.carrier, parcel.tracking_number) == ("SMSA Express", "2")
        assert parcel.link.endswith("tracknumbers=2")
        sale.end(record_delivery, shipment_id)
        with pytest.raises(ParcelEnded):
            correct_tracking(**given, carrier="سمسا", tracking_number="3")


def at_once(*acts):
    """Do them together; how many went through, the others refused."""

    def press(act):
        try:
            act()
        except (MoreThanLeft, NothingLeft, ParcelEnded, WrongState, NotCancellable):
            return 0
        finally:
            connection.close()
        return 1

    with ThreadPoolExecutor(len(acts)) as crowd:
        return sum(crowd.map(press, acts))


@pytest.mark.django_db(transaction=True)
class TestRaces:
    def test_two_people_ship_the_same_line(self):
        for _ in range(4):
            sale = Sale()
            ships = [lambda sale=sale: sale.ship({sale.pots: 1}) for _ in range(2)]
            assert at_once(*ships) == 1
        assert_all_proved()

    def test_delivered_or_refused_but_never_both(self):
        for _ in range(4):
            sale = Sale()
            one = sale.ship()
            assert (
                at_once(
                    lambda sale=sale, one=one: sale.end(record_delivery, one),
                    lambda sale=sale, one=one: sale.end(record_refusal, one),
                )
                == 1
            )
        assert_all_proved()

    def test_the_last_two_parcels_end_at_once_and_the_order_ends(self):
        for _ in range(4):
            sale = Sale()
            first, second = sale.ship({sale.cups: 3}), sale.ship()
            assert (
                at_once(
                    lambda sale=sale, one=first: sale.end(record_delivery, one),
                    lambda sale=sale, one=second: sale.end(record_refusal, one),
                )
                == 2
            )
            assert sale.order.state is OrderState.DELIVERED
        assert_all_proved()

    def test_shipped_or_cancelled_but_never_both(self):
        for _ in range(4):
            sale = Sale()
            assert (
                at_once(
                    lambda sale=sale: sale.ship({sale.cups: 1}),
                    lambda sale=sale: cancel_order(**sale.key, reason=OUT),
                    lambda sale=sale: sale.give_up({sale.pots: 1}),
                )
                >= 1
            )
        assert_all_proved()
