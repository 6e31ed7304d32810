"""One move of an order is one statement: state, log and fact together, once, by one of many."""

from dataclasses import replace
from threading import Barrier, Thread
from uuid import UUID

import pytest
from django.db import connection

from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions.move_order import TRACK
from tijara.domains.orders.events import OrderConfirmed, OrderPlaced
from tijara.domains.orders.models import Order, OrderMove
from tijara.domains.orders.shapes import UNDO, OrderState
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.rebuilding import rebuild
from tijara.platform.outbox.models import Event
from tijara.platform.process.moving import Misuse, Outcome, Step, move
from tijara.platform.process.shapes import Move

RIVALS = 16


@pytest.fixture
def order() -> tuple[UUID, UUID]:
    return make_order()


def make_order(**given) -> tuple[UUID, UUID]:
    offer = make_offer(1000, 5)
    line = make_line(offer_id=offer.id, stock_id=offer.stock_id)
    placed = place_one(offer.seller_id, make_order_to_place(line, **given))
    return offer.seller_id, placed.order_id


def facts_of(seller_id: UUID, fact_type) -> list:
    rows = Event.objects.filter(owner_id=seller_id, name=fact_type.name)
    return [rebuild(fact_type, body) for body in rows.values_list("body", flat=True)]


def state_of(order: tuple[UUID, UUID]) -> str:
    return Order.objects.values_list("state", flat=True).get(seller_id=order[0], id=order[1])


@pytest.mark.django_db
class TestAMove:
    def test_is_one_statement(self, order, django_assert_num_queries):
        with django_assert_num_queries(1):
            told = move(TRACK, *order, Step("confirm", SYSTEM))
        assert (told.outcome, told.before) == (Outcome.MOVED, OrderState.PLACED)
        assert state_of(order) == OrderState.CONFIRMED
        (logged,) = OrderMove.objects.filter(seller_id=order[0], order_id=order[1])
        assert (logged.before, logged.after, logged.actor_kind) == ("placed", "confirmed", "system")
        (fact,) = facts_of(order[0], OrderConfirmed)
        assert (fact.order_id, fact.number) == (order[1], told.row["number"])

    def test_tells_all_that_its_fact_consists_of(self):
        waiting = make_order(state=OrderState.PENDING, due_at=now())
        move(TRACK, *waiting, Step("release", SYSTEM))
        (fact,) = facts_of(waiting[0], OrderPlaced)
        row = Order.objects.get(seller_id=waiting[0], id=waiting[1])
        assert (fact.checkout_id, fact.total_minor) == (row.checkout_id, row.total_minor)
        assert len(fact.product_ids) == 1

    def test_happens_once_for_its_key(self, order):
        step = Step("confirm", SYSTEM, key=new_id())
        move(TRACK, *order, Step("pack", SYSTEM))
        outcomes = [move(TRACK, *order, step).outcome for _ in range(2)]
        move(TRACK, *order, Step("pack", SYSTEM))
        outcomes.append(move(TRACK, *order, step).outcome)
        assert outcomes == [Outcome.MOVED, Outcome.REPEATED, Outcome.REPEATED]
        assert state_of(order) == OrderState.PACKED
        assert len(facts_of(order[0], OrderConfirmed)) == 1

    def test_is_told_when_it_comes_too_late_or_to_nothing(self, order):
        assert move(TRACK, *order, Step("pack", SYSTEM)).outcome is Outcome.LOST
        assert move(TRACK, order[0], new_id(), Step("pack", SYSTEM)).outcome is Outcome.MISSING
        assert move(TRACK, new_id(), order[1], Step("confirm", SYSTEM)).outcome is Outcome.MISSING
        assert not OrderMove.objects.filter(seller_id=order[0]).exists()

    def test_is_kept_by_its_guards(self, order):
        cancel = Step("cancel", SYSTEM, does=UNDO, reason="other")
        Order.objects.filter(id=order[1]).update(begun_at=now())
        assert move(TRACK, *order, cancel).outcome is Outcome.LOST
        Order.objects.filter(id=order[1]).update(begun_at=None)
        assert move(TRACK, *order, cancel).outcome is Outcome.MOVED

    @pytest.mark.parametrize(
        "step",
        [
            Step("confirm", Actor(ActorKind.BUYER)),
            Step("cancel", SYSTEM),
            Step("cancel", SYSTEM, does=(*UNDO, "give")),
            Step("deliver", SYSTEM, does=("hand_over", "give")),
        ],
        ids=["not his move", "nobody undoes it", "one too many", "nobody has looked"],
    )
    def test_is_not_misused(self, order, step):
        with pytest.raises(Misuse):
            move(TRACK, *order, step)
        assert state_of(order) == OrderState.PLACED

    def test_follows_the_version_that_the_order_began_with(self, order):
        shut = tuple(one for one in TRACK.process.moves if one.name != "confirm")
        second = replace(
            TRACK.process,
            version=2,
            moves=(*shut, Move("confirm", (OrderState.PACKED,), OrderState.PLACED, ("seller",))),
        )
        track = replace(TRACK, process=second, earlier=(TRACK.process,))
        assert move(track, *order, Step("confirm", SYSTEM)).outcome is Outcome.MOVED
        assert state_of(order) == OrderState.CONFIRMED
        Order.objects.filter(id=order[1]).update(process_version=2, state=OrderState.PLACED)
        assert move(track, *order, Step("confirm", SYSTEM)).outcome is Outcome.LOST


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_rivals_one_wins_and_the_others_are_told():
    seller_id, order_id = make_order()
    gate, outcomes = Barrier(RIVALS), []

    def press() -> None:
        try:
            gate.wait()
            outcomes.append(move(TRACK, seller_id, order_id, Step("confirm", SYSTEM)).outcome)
        finally:
            connection.close()

    hands = [Thread(target=press) for _ in range(RIVALS)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert sorted(outcomes) == [Outcome.LOST] * (RIVALS - 1) + [Outcome.MOVED]
    assert OrderMove.objects.filter(seller_id=seller_id).count() == 1
    assert len(facts_of(seller_id, OrderConfirmed)) == 1
