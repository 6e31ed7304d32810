"""What a buyer keeps is kept once, is his alone, and comes along when he signs in."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tijara.domains.favourites.actions import drop_favourite, keep_favourite, merge_favourites
from tijara.domains.favourites.queries import favourites_of
from tijara.domains.favourites.shapes import MOST_FAVOURITES
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS
from tijara.platform.action import NotAllowed


def keep(buyer_id, *products):
    buyer = Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS)
    for product_id in products:
        keep_favourite(actor=buyer, buyer_id=buyer_id, product_id=product_id)
    return buyer


@pytest.mark.django_db
class TestFavourites:
    def test_are_kept_once_the_newest_first_and_dropped(self):
        noura, first, second = new_id(), new_id(), new_id()
        buyer = keep(noura, first, second, first)
        assert favourites_of(noura) == [second, first] and favourites_of(new_id()) == []
        for _ in range(2):
            drop_favourite(actor=buyer, buyer_id=noura, product_id=second)
        assert favourites_of(noura) == [first]

    def test_are_nobody_elses(self):
        noura, product = new_id(), new_id()
        keep(noura, product)
        stranger = Actor(ActorKind.BUYER, owner_id=new_id(), powers=BUYER_POWERS)
        with pytest.raises(NotAllowed):
            drop_favourite(actor=stranger, buyer_id=noura, product_id=product)
        with pytest.raises(NotAllowed):
            keep_favourite(actor=stranger, buyer_id=noura, product_id=product)
        assert favourites_of(noura) == [product]

    def test_the_oldest_goes_for_one_too_many(self):
        noura = new_id()
        products = [new_id() for _ in range(MOST_FAVOURITES + 2)]
        keep(noura, *products)
        assert favourites_of(noura) == products[:1:-1]

    def test_what_a_guest_kept_becomes_the_persons(self):
        guest, noura, both, old, new = (new_id() for _ in range(5))
        keep(guest, both, new)
        buyer = keep(noura, old, both)
        for _ in range(2):
            merge_favourites(actor=buyer, buyer_id=noura, guest_id=guest)
        merge_favourites(actor=buyer, buyer_id=noura, guest_id=noura)
        assert set(favourites_of(noura)) == {both, old, new} and favourites_of(guest) == []


@pytest.mark.django_db(transaction=True)
def test_presses_at_once_and_sign_ins_at_once_count_once():
    guest, noura, product = new_id(), new_id(), new_id()

    def press(number: int) -> None:
        try:
            buyer = keep(guest, product)
            if number % 2:
                buyer = Actor(ActorKind.BUYER, owner_id=noura, powers=BUYER_POWERS)
                merge_favourites(actor=buyer, buyer_id=noura, guest_id=guest)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(press, range(12)))
    assert favourites_of(noura) == [product]
