"""A parcel that its carrier has lost: its buyer, its shelf, the claim, and what comes of it."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection

from tijara.domains.fulfilment.actions import (
    AnswerToLossInvalid,
    LossAnswered,
    LossInvalid,
    LossUnknown,
    NothingToSendAgain,
    ParcelEnded,
    note_carriers_answer,
    record_delivery,
    record_loss,
    settle_loss,
)
from tijara.domains.fulfilment.queries import (
    loss,
    loss_ageing,
    losses,
    losses_of_order,
    losses_waiting,
    shipments,
)
from tijara.domains.fulfilment.shapes import (
    Claimant,
    Ending,
    LossAnswer,
    LossDraft,
    LossState,
    ShipmentView,
)
from tijara.domains.fulfilment.testing import make_order
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState, OrderView
from tijara.domains.parties.testing import seller_actor
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

STAFF = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)
WORTH = Money(15000, "SAR")


class Sent:
    """An order of two pieces that is on its way, of ten that were on the shelf."""

    def __init__(self, units: int = 10):
        self.seller_id = make_store().seller_id
        offer = make_offer(price_minor=10000, units=units, seller_id=self.seller_id)
        self.stock_id = offer.stock_id
        _, placed = make_order(OrderState.SHIPPED, offer=offer)
        self.order_id = placed.order_id
        self.actor = seller_actor(self.seller_id)

    def lose(self, claimant: str = "market", **given) -> UUID:
        draft = LossDraft(amount=WORTH, claimant=claimant, **given)
        which = {"seller_id": self.seller_id, "shipment_id": self.parcel.id}
        return record_loss(actor=self.actor, **which, draft=draft)

    @property
    def parcel(self) -> ShipmentView:
        (found,) = shipments(self.seller_id, [self.order_id])[self.order_id]
        return found

    @property
    def order(self) -> OrderView:
        found = order_view(self.seller_id, self.order_id)
        assert found
        return found

    @property
    def on_hand(self) -> int:
        return stock_levels(self.seller_id, [self.stock_id])[self.stock_id].on_hand


def faults() -> list:
    """When everybody has heard of what happened."""
    for _ in range(3):
        Relay().deliver_pending()
    return [(proof.name, proof.faults) for proof in run_proofs() if proof.faults]


@pytest.mark.django_db
def test_a_lost_parcel_ends_its_order_and_its_units_do_not_come_back():
    sent = Sent()
    sent.lose()
    assert sent.parcel.outcome is Ending.LOST
    assert sent.order.state is OrderState.CANCELLED
    assert sent.order.steps[-1].reason == CancelReason.LOST
    assert sent.on_hand == 8
    assert balances(sent.seller_id).get(Account.BUYER_RECEIVABLE, 0) == 0
    Relay().deliver_pending()
    assert "fulfilment.parcel_lost" in [one.kind for one in recent_messages()]
    assert faults() == []


@pytest.mark.django_db
def test_sent_again_it_goes_on_by_another_carrier_with_other_units():
    sent = Sent()
    sent.lose(is_resent=True, carrier="سمسا", tracking_number="771")
    assert (sent.parcel.is_open, sent.parcel.carrier, sent.parcel.tracking_number) == (
        True,
        "سمسا",
        "771",
    )
    assert sent.on_hand == 6
    (told,) = losses_of_order(sent.seller_id, sent.order_id)
    assert told.is_resent and told.carrier != "سمسا"
    record_delivery(actor=sent.actor, seller_id=sent.seller_id, shipment_id=sent.parcel.id)
    assert sent.order.state is OrderState.DELIVERED
    Relay().deliver_pending()
    assert "fulfilment.parcel_resent" in [one.kind for one in recent_messages()]
    assert faults() == []


@pytest.mark.django_db
def test_what_is_not_on_the_shelf_can_not_be_sent_again_and_nothing_is_written():
    sent = Sent(units=3)
    with pytest.raises(NothingToSendAgain):
        sent.lose(is_resent=True, carrier="سمسا")
    assert sent.parcel.is_open and sent.on_hand == 1
    assert losses_of_order(sent.seller_id, sent.order_id) == []


@pytest.mark.django_db
def test_what_a_carrier_pays_the_market_is_its_sellers_once():
    sent = Sent()
    loss_id = sent.lose()
    answer = LossAnswer(is_paid=True, paid=Money(9000, "SAR"), bank_reference="FT-1")
    which = {"seller_id": sent.seller_id, "loss_id": loss_id, "answer": answer}
    settle_loss(actor=STAFF, **which)
    with pytest.raises(LossAnswered):
        settle_loss(actor=STAFF, **which)
    assert balances(sent.seller_id)[Account.SELLER_PAYABLE] == -9000
    told = loss(sent.seller_id, loss_id)
    assert told and (told.state, told.paid) == (LossState.PAID, Money(9000, "SAR"))
    assert losses_waiting() == 0
    assert faults() == []


@pytest.mark.django_db
def test_a_shops_own_contract_moves_nothing_here_and_is_its_own_to_answer():
    sent = Sent()
    loss_id = sent.lose(claimant="seller")
    answer = LossAnswer(is_paid=True, paid=Money(9000, "SAR"))
    which = {"seller_id": sent.seller_id, "loss_id": loss_id, "answer": answer}
    with pytest.raises(LossUnknown):
        settle_loss(actor=STAFF, **which)
    note_carriers_answer(actor=sent.actor, **which)
    assert balances(sent.seller_id).get(Account.SELLER_PAYABLE, 0) == 0
    assert faults() == []


@pytest.mark.django_db
def test_a_refusal_says_why_and_money_names_its_place_at_the_bank():
    sent = Sent()
    which = {"actor": STAFF, "seller_id": sent.seller_id, "loss_id": sent.lose()}
    for answer, field in (
        (LossAnswer(is_paid=False), "words"),
        (LossAnswer(is_paid=True, bank_reference="FT"), "paid"),
        (LossAnswer(is_paid=True, paid=Money(0, "SAR"), bank_reference="FT"), "paid"),
        (LossAnswer(is_paid=True, paid=Money(5, "KWD"), bank_reference="FT"), "paid"),
        (LossAnswer(is_paid=True, paid=WORTH), "bank_reference"),
    ):
        with pytest.raises(AnswerToLossInvalid) as refused:
            settle_loss(**which, answer=answer)
        assert list(refused.value.fields) == [field]
    settle_loss(**which, answer=LossAnswer(is_paid=False, words="لا يشمله العقد"))
    page = losses(claimant=Claimant.MARKET, is_open=False)
    assert [(one.state, one.answer) for one in page.items] == [
        (LossState.REFUSED, "لا يشمله العقد")
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"amount": None}, "amount"),
        ({"amount": Money(0, "SAR")}, "amount"),
        ({"amount": Money(1, "KWD")}, "amount"),
        ({"claimant": "nobody"}, "claimant"),
        ({"basis": "س" * 201}, "basis"),
        ({"is_resent": True}, "carrier"),
    ],
)
def test_a_claim_that_says_nothing_is_refused(given, field):
    sent = Sent()
    draft = LossDraft(**{"amount": WORTH, "claimant": "market"} | given)
    with pytest.raises(LossInvalid) as refused:
        record_loss(
            actor=sent.actor, seller_id=sent.seller_id, shipment_id=sent.parcel.id, draft=draft
        )
    assert list(refused.value.fields) == [field]
    assert sent.parcel.is_open


@pytest.mark.django_db
def test_ageing_counts_what_waits_by_carrier():
    sent = Sent()
    sent.lose()
    (told,) = loss_ageing()
    assert (told.total, told.claims, told.minors) == (WORTH, 1, (WORTH.minor, 0, 0, 0))


@pytest.mark.django_db
def test_another_shops_parcel_is_unknown_and_a_visitor_may_nothing():
    sent, other = Sent(), Sent()
    with pytest.raises(NotAllowed):
        record_loss(
            actor=other.actor,
            seller_id=sent.seller_id,
            shipment_id=sent.parcel.id,
            draft=LossDraft(WORTH, "seller"),
        )


@pytest.mark.django_db(transaction=True)
def test_of_a_loss_and_a_delivery_at_once_one_wins():
    sent = Sent()
    which = {"seller_id": sent.seller_id, "shipment_id": sent.parcel.id}

    def press(act) -> str:
        try:
            act()
        except ParcelEnded:
            return "late"
        finally:
            connection.close()
        return "done"

    acts = [
        lambda: record_delivery(actor=SYSTEM, **which),
        lambda: record_loss(actor=SYSTEM, **which, draft=LossDraft(WORTH, "market")),
    ] * 2
    with ThreadPoolExecutor(4) as hands:
        assert sorted(hands.map(press, acts)) == ["done", "late", "late", "late"]
    assert faults() == []
