"""Carts: what goes in, how much, and whose they are."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tijara.domains.carts.actions import CartFull, put_in_cart, set_quantity
from tijara.domains.carts.queries import picked_lines
from tijara.domains.carts.rules import MOST_LINES, MOST_UNITS
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS
from tijara.kit.refusal import Invalid
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db


def put(buyer_id, offer_id=None, quantity=1, actor=SYSTEM):
    put_in_cart(
        actor=actor,
        buyer_id=buyer_id,
        seller_id=new_id(),
        offer_id=offer_id or new_id(),
        quantity=quantity,
        seen_minor=100,
    )


def quantities(buyer_id):
    return [line.quantity for line in picked_lines(buyer_id)]


def test_the_same_offer_again_adds_up_to_the_most():
    buyer_id, offer_id = new_id(), new_id()
    put(buyer_id, offer_id, 2)
    put(buyer_id, offer_id, 3)
    assert quantities(buyer_id) == [5]
    put(buyer_id, offer_id, MOST_UNITS)
    assert quantities(buyer_id) == [MOST_UNITS]


@pytest.mark.parametrize("quantity", [0, -1, MOST_UNITS + 1, 10**18])
def test_impossible_quantities_are_refused(quantity):
    with pytest.raises(Invalid):
        put(new_id(), quantity=quantity)


def test_none_takes_it_out():
    buyer_id, offer_id = new_id(), new_id()
    put(buyer_id, offer_id)
    set_quantity(actor=SYSTEM, buyer_id=buyer_id, offer_id=offer_id, quantity=0)
    assert quantities(buyer_id) == []


def test_a_cart_has_an_end():
    buyer_id = new_id()
    for _ in range(MOST_LINES):
        put(buyer_id)
    with pytest.raises(CartFull):
        put(buyer_id)


def test_nobody_reaches_into_another_buyers_cart():
    with pytest.raises(NotAllowed):
        put(new_id(), actor=Actor(ActorKind.BUYER, None, new_id(), BUYER_POWERS))


@pytest.mark.django_db(transaction=True)
def test_presses_at_once_all_count():
    buyer_id, offer_id = new_id(), new_id()

    def press(_):
        try:
            put(buyer_id, offer_id)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as crowd:
        list(crowd.map(press, range(16)))
    assert quantities(buyer_id) == [16]
