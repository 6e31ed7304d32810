"""Carts: what goes in, how much, and whose they are."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tijara.domains.carts.actions import CartFull, merge_cart, put_in_cart, set_quantity
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


def merge(buyer_id, guest_id):
    merge_cart(actor=SYSTEM, buyer_id=buyer_id, guest_id=guest_id)


def test_a_guests_lines_add_up_within_the_most():
    buyer_id, guest_id, offer_id = new_id(), new_id(), new_id()
    put(buyer_id, offer_id, 60)
    put(guest_id, offer_id, 60)
    put(guest_id)
    merge(buyer_id, guest_id)
    merge(buyer_id, guest_id)
    assert sorted(quantities(buyer_id)) == [1, MOST_UNITS]
    assert quantities(guest_id) == []
    merge(buyer_id, buyer_id)
    assert len(quantities(buyer_id)) == 2


def test_over_the_limit_of_lines_the_oldest_go():
    buyer_id, guest_id = new_id(), new_id()
    for _ in range(MOST_LINES - 1):
        put(buyer_id)
    kept = [new_id() for _ in range(2)]
    for offer_id in kept:
        put(guest_id, offer_id)
    merge(buyer_id, guest_id)
    lines = [line.offer_id for line in picked_lines(buyer_id)]
    assert len(lines) == MOST_LINES
    assert set(kept) <= set(lines)


def test_nobody_merges_into_anothers_cart():
    actor = Actor(ActorKind.BUYER, owner_id=new_id(), powers=BUYER_POWERS)
    with pytest.raises(NotAllowed):
        merge_cart(actor=actor, buyer_id=new_id(), guest_id=new_id())


@pytest.mark.django_db(transaction=True)
def test_merged_by_two_devices_at_once_each_unit_counts_once():
    buyer_id, guest_id = new_id(), new_id()
    for _ in range(10):
        put(guest_id, quantity=2)

    def again(_):
        try:
            merge(buyer_id, guest_id)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(again, range(4)))
    assert quantities(buyer_id) == [2] * 10
    assert quantities(guest_id) == []


def taken(buyer_id, wanted):
    with connection.cursor() as cursor:
        given = [buyer_id, list(wanted), list(wanted.values())]
        cursor.execute("SELECT take_cart_lines_v1(%s, %s::uuid[], %s::int[])", given)
        return cursor.fetchone()[0]


def test_lines_are_taken_as_they_were_told_all_or_none():
    buyer_id, one, two, left = (new_id() for _ in range(4))
    for offer_id, quantity in ((one, 1), (two, 2), (left, 3)):
        put(buyer_id, offer_id, quantity)
    assert not taken(buyer_id, {one: 1, two: 3})
    assert not taken(buyer_id, {one: 1, new_id(): 1})
    assert not taken(new_id(), {one: 1})
    assert quantities(buyer_id) == [1, 2, 3]
    assert taken(buyer_id, {one: 1, two: 2})
    assert not taken(buyer_id, {one: 1})
    assert quantities(buyer_id) == [3]
