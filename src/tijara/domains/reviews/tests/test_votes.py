"""What people found helpful: who may say it, once each, and what becomes of it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tijara.domains.catalogue.shapes import ImportedProduct
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.actions import add_member
from tijara.domains.parties.testing import buyer_actor
from tijara.domains.reviews.actions import (
    NoSuchReview,
    OnlyMembers,
    OwnGoods,
    OwnReview,
    forget_votes,
    mark_helpful,
    show_review,
    take_down_review,
    withdraw_review,
    write_review,
)
from tijara.domains.reviews.models import HelpfulVote, Review
from tijara.domains.reviews.queries import (
    found_helpful,
    helpful_to,
    review,
    reviews_of,
)
from tijara.domains.reviews.shapes import ReviewDraft, ReviewSort, ReviewState
from tijara.domains.reviews.testing import make_reader, make_received_order, make_review
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs

STAFF = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)


def votes(told, reader, *, is_helpful=True):
    return mark_helpful(
        actor=reader,
        buyer_id=reader.owner_id,
        seller_id=told.seller_id,
        review_id=told.id,
        is_helpful=is_helpful,
    )


def helpful(told):
    return review(told.seller_id, told.id).helpful


def faults():
    return [one.code for one in run_proofs() if one.faults]


@pytest.mark.django_db
class TestVoting:
    def test_pressed_twice_once_and_taken_back_twice_once(self):
        told, reader, other = make_review(), make_reader(), make_reader()
        assert [votes(told, reader), votes(told, reader), votes(told, other)] == [1, 1, 2]
        assert found_helpful(reader.owner_id, [told]) == {told.id}
        assert found_helpful(new_id(), [told]) == frozenset()
        assert [votes(told, reader, is_helpful=False) for _ in range(2)] == [1, 1]
        assert helpful(told) == 1 and not faults()

    def test_a_person_counts_once_whatever_ids_he_has(self):
        told, guest_id = make_review(), new_id()
        reader = make_reader(guest_id)
        as_guest = buyer_actor(guest_id, reader.person_id)
        assert [votes(told, as_guest), votes(told, reader)] == [1, 1]
        assert votes(told, as_guest, is_helpful=False) == 0

    def test_a_guest_is_nobody_who_could_be_counted(self):
        told = make_review()
        with pytest.raises(OnlyMembers):
            votes(told, buyer_actor(new_id()))
        reader = make_reader()
        with pytest.raises(NotAllowed):
            mark_helpful(
                actor=reader,
                buyer_id=make_reader().owner_id,
                seller_id=told.seller_id,
                review_id=told.id,
                is_helpful=True,
            )
        assert helpful(told) == 0

    def test_nobody_votes_for_himself_not_even_for_what_he_wrote_as_a_guest(self):
        order = make_received_order()
        told = make_review(order=order)
        with pytest.raises(OwnReview):
            votes(told, make_reader(order.buyer_id))
        assert helpful(told) == 0

    def test_who_sells_it_does_not_say_what_is_read_first(self):
        order = make_received_order()
        told = make_review(order=order)
        product = ImportedProduct("", told.product_id, order.lines[0].variant_id, is_new=False)
        beside = make_offer(product=product)
        for seller_id in (told.seller_id, beside.seller_id):
            clerk = make_reader()
            add_member(actor=SYSTEM, person_id=clerk.person_id, seller_id=seller_id)
            with pytest.raises(OwnGoods):
                votes(told, clerk)
        stranger = make_reader()
        other_shop = make_offer().seller_id
        add_member(actor=SYSTEM, person_id=stranger.person_id, seller_id=other_shop)
        assert votes(told, stranger) == 1

    def test_what_is_not_shown_is_not_voted_for_and_keeps_its_votes(self):
        told, reader = make_review(), make_reader()
        votes(told, reader)
        which = {"actor": STAFF, "seller_id": told.seller_id, "review_id": told.id}
        take_down_review(**which, reason="untrue")
        with pytest.raises(NoSuchReview):
            votes(told, make_reader())
        show_review(**which)
        assert helpful(told) == 1 and not faults()
        with pytest.raises(NoSuchReview):
            mark_helpful(
                actor=reader,
                buyer_id=reader.owner_id,
                seller_id=told.seller_id,
                review_id=new_id(),
                is_helpful=True,
            )


@pytest.mark.django_db
class TestWhatBecomesOfThem:
    def test_other_words_begin_anew_other_pictures_do_not(self):
        order = make_received_order()
        told = make_review(4, "قوية", order=order)
        votes(told, make_reader())
        self.says(order, 4, "قوية", is_named=True)
        assert helpful(told) == 1
        self.says(order, 4, "انكسرت")
        assert helpful(told) == 0 and not HelpfulVote.objects.exists() and not faults()

    def test_of_what_is_withdrawn_nothing_is_left(self):
        order = make_received_order()
        told = make_review(order=order)
        votes(told, make_reader())
        withdraw_review(
            actor=buyer_actor(order.buyer_id),
            buyer_id=order.buyer_id,
            seller_id=told.seller_id,
            review_id=told.id,
        )
        assert not HelpfulVote.objects.exists() and not faults()

    def test_who_leaves_takes_his_votes_with_him(self):
        first, second, reader = make_review(), make_review(), make_reader()
        votes(first, make_reader())
        for told in (first, second):
            votes(told, reader)
        assert {product for product, _ in helpful_to([reader.owner_id])} == {
            first.product_id,
            second.product_id,
        }
        for _ in range(2):
            forget_votes(actor=SYSTEM, buyer_ids=[reader.owner_id, new_id()])
        assert (helpful(first), helpful(second)) == (1, 0)
        assert helpful_to([reader.owner_id]) == [] and not faults()

    def says(self, order, stars, words, **more):
        write_review(
            actor=buyer_actor(order.buyer_id),
            buyer_id=order.buyer_id,
            seller_id=order.seller_id,
            order_id=order.id,
            line_id=order.lines[0].id,
            draft=ReviewDraft(stars, words, **more),
        )


@pytest.mark.django_db
def test_the_most_helpful_stand_first(django_assert_num_queries):
    order = make_received_order()
    told = make_review(order=order)
    for many in (2, 0, 5):
        Review.objects.create(
            seller_id=told.seller_id,
            market_id=told.market_id,
            product_id=told.product_id,
            order_id=order.id,
            line_id=order.lines[0].id,
            buyer_id=new_id(),
            stars=3,
            helpful=many,
            state=ReviewState.SHOWN,
        )
    votes(told, make_reader())
    asked = (told.market_id, told.product_id, [told.seller_id])
    with django_assert_num_queries(1):
        found = reviews_of(*asked, sort=ReviewSort.HELPFUL).items
    assert [one.helpful for one in found] == [5, 2, 1, 0]
    assert "reviews.votes_proof" in faults(), "counts that nobody has voted for are found out"


@pytest.mark.django_db(transaction=True)
def test_pressed_at_once_it_counts_each_once():
    told = make_review()
    readers = [make_reader() for _ in range(3)]

    def press(number: int) -> None:
        try:
            votes(told, readers[number % 3], is_helpful=number % 4 != 3)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(press, range(24)))
    assert helpful(told) == HelpfulVote.objects.count() and not faults()
    for reader in readers:
        votes(told, reader)
    assert helpful(told) == 3
