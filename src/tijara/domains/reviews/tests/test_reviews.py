"""What buyers say of goods: who may, once, and what becomes of it; totals that add up."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from django.db import connection

from tijara.domains.markets.testing import make_market
from tijara.domains.orders.actions import NoSuchOrder
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.testing import seller_actor
from tijara.domains.returns.testing import buyer_actor, make_paid_order
from tijara.domains.reviews.actions import (
    AnswerInvalid,
    NoSuchReview,
    NotReceived,
    ReasonMissing,
    ReportInvalid,
    ReviewInvalid,
    answer_review,
    report_review,
    show_review,
    take_down_review,
    withdraw_review,
    write_review,
)
from tijara.domains.reviews.models import ProductRating, Review
from tijara.domains.reviews.queries import (
    counts_for_staff,
    counts_of_seller,
    product_rating,
    ratings_of,
    recent_ratings,
    reports_of,
    review,
    reviewable_lines,
    reviews_for_staff,
    reviews_of,
    reviews_of_seller,
    seller_rating,
)
from tijara.domains.reviews.shapes import (
    Rating,
    ReviewDraft,
    ReviewReason,
    ReviewSort,
    ReviewState,
)
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS, SELLER_ROLES, STAFF_POWERS, STAFF_ROLES
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.models import Event
from tijara.platform.pictures.keeping import PicturesInvalid
from tijara.platform.pictures.shelf import folder_of
from tijara.platform.pictures.tests.samples import picture

STAFF = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)
MARKET = new_id()


@pytest.fixture
def order():
    make_market()
    return make_paid_order(market_id=MARKET)


def writes(order, stars=5, words="وصلت كما في الصورة", photos=(), **more):
    return write_review(
        actor=buyer_actor(order),
        buyer_id=order.buyer_id,
        seller_id=order.seller_id,
        order_id=order.id,
        line_id=order.lines[0].id,
        draft=ReviewDraft(stars, words, **more),
        photos=[BytesIO(one) for one in photos],
    )


def said(order):
    (line,) = reviewable_lines(order)
    return line.review


def product_of(order):
    return order.lines[0].product_id


def of_product(order, **given):
    return reviews_of(MARKET, product_of(order), [order.seller_id], **given).items


def faults():
    return {one.code: one.faults for one in run_proofs() if one.faults}


def reports(told, reporter=None, reason="untrue", words=""):
    reader = reporter or Actor(ActorKind.BUYER, owner_id=new_id(), powers=BUYER_POWERS)
    report_review(
        actor=reader,
        buyer_id=reader.owner_id,
        seller_id=told.seller_id,
        review_id=told.id,
        reason=reason,
        words=words,
    )
    return reader


def stars_told():
    return Event.objects.filter(name="reviews.rating_changed.v1").count()


@pytest.mark.django_db
class TestWriting:
    def test_is_shown_at_once_and_counts(self, order):
        assert writes(order, 4, is_named=True) is ReviewState.SHOWN
        (told,) = of_product(order)
        assert (told.stars, told.words) == (4, "وصلت كما في الصورة") and not told.is_changed
        assert told.shown_name and " " in told.shown_name
        assert product_rating(MARKET, product_of(order)) == Rating(
            (0, 0, 0, 1, 0), (order.seller_id,)
        )
        assert seller_rating(order.seller_id).average == 4.0
        assert stars_told() == 1 and not faults()

    def test_is_changed_by_writing_it_again_and_counts_once(self, order):
        writes(order, 5)
        writes(order, 2, "انكسرت بعد أسبوع")
        (told,) = of_product(order)
        assert (told.stars, told.words, told.shown_name) == (2, "انكسرت بعد أسبوع", "")
        assert product_rating(MARKET, product_of(order)).by_stars == (0, 1, 0, 0, 0)
        writes(order, 2, "انكسرت بعد أسبوعين")
        assert stars_told() == 2 and not faults(), "words alone change no total"

    def test_only_of_what_has_arrived(self):
        make_market()
        shipped = make_paid_order(state=OrderState.SHIPPED, market_id=MARKET)
        assert reviewable_lines(shipped) == []
        with pytest.raises(NotReceived):
            writes(shipped)

    def test_nobody_reviews_what_another_has_bought(self, order):
        stranger = Actor(ActorKind.BUYER, owner_id=new_id(), powers=BUYER_POWERS)
        for buyer_id, refusal in ((stranger.owner_id, NoSuchOrder), (order.buyer_id, NotAllowed)):
            with pytest.raises(refusal):
                write_review(
                    actor=stranger,
                    buyer_id=buyer_id,
                    seller_id=order.seller_id,
                    order_id=order.id,
                    line_id=order.lines[0].id,
                    draft=ReviewDraft(1),
                )
        assert of_product(order) == []

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"stars": None}, "stars"),
            ({"stars": 6}, "stars"),
            ({"words": "ا" * 2001}, "words"),
            ({"photos": [b""] * 5}, "photos"),
        ],
    )
    def test_what_can_not_be_is_said_by_field(self, order, given, field):
        with pytest.raises(ReviewInvalid) as refused:
            writes(order, **given)
        assert set(refused.value.fields) == {field} and of_product(order) == []

    @pytest.mark.parametrize(
        "words",
        ["راسلني على ٠٥٥ ١٢٣ ٤٥٦٧٨", "زوروا www.example.com", "تابعوني @dallah_store", "بائع نصّاب"],
    )
    def test_words_that_may_do_harm_wait_for_staff(self, order, words):
        assert writes(order, words=words) is ReviewState.WAITING
        assert of_product(order) == [] and not product_rating(MARKET, product_of(order))
        (waiting,) = reviews_for_staff("waiting").items
        show_review(actor=STAFF, seller_id=order.seller_id, review_id=waiting.id)
        assert len(of_product(order)) == 1 and not faults()

    def test_pictures_stay_or_go_with_it(self, order):
        writes(order, photos=[picture("PNG", (400, 300)), picture("PNG", (320, 320))])
        first, second = said(order).pictures
        writes(order, photos=[picture("PNG", (300, 300))], kept=[second])
        assert said(order).pictures[0] == second and len(said(order).pictures) == 2
        token = first.split("_")[1]
        assert not folder_of(token).exists()
        with pytest.raises(PicturesInvalid):
            writes(order, photos=[b"GIF89a not a picture"])
        assert len(said(order).pictures) == 2

    def test_withdrawn_nothing_is_left_and_it_may_be_written_anew(self, order):
        writes(order, 1, photos=[picture("PNG", (300, 300))], is_named=True)
        mine = said(order)
        asked = {"actor": buyer_actor(order), "buyer_id": order.buyer_id}
        for _ in range(2):
            withdraw_review(**asked, seller_id=order.seller_id, review_id=mine.id)
        row = Review.objects.get(seller_id=order.seller_id, id=mine.id)
        assert (row.words, row.shown_name, row.pictures) == ("", "", [])
        assert said(order) is None and not seller_rating(order.seller_id) and not faults()
        assert not folder_of(mine.pictures[0].split("_")[1]).exists()
        writes(order, 3)
        assert product_rating(MARKET, product_of(order)).by_stars == (0, 0, 1, 0, 0)

    def test_nobody_withdraws_anothers(self, order):
        writes(order)
        stranger = Actor(ActorKind.BUYER, owner_id=new_id(), powers=BUYER_POWERS)
        with pytest.raises(NoSuchReview):
            withdraw_review(
                actor=stranger,
                buyer_id=stranger.owner_id,
                seller_id=order.seller_id,
                review_id=said(order).id,
            )


@pytest.mark.django_db
class TestStaff:
    def test_what_they_take_down_counts_no_more_until_they_put_it_back(self, order):
        writes(order, 5)
        told = said(order)
        which = {"actor": STAFF, "seller_id": told.seller_id, "review_id": told.id}
        with pytest.raises(ReasonMissing):
            take_down_review(**which, reason="")
        take_down_review(**which, reason="offensive")
        take_down_review(**which, reason="untrue")
        assert of_product(order) == [] and ratings_of(MARKET, [told.product_id]) == {}
        assert (said(order).state, said(order).reason) == (ReviewState.HIDDEN, "untrue")
        assert not faults()
        show_review(**which)
        assert product_rating(MARKET, told.product_id).count == 1 and not faults()

    def test_who_was_taken_down_waits_with_his_next_words(self, order):
        writes(order, 5)
        told = said(order)
        take_down_review(
            actor=STAFF, seller_id=told.seller_id, review_id=told.id, reason="off_topic"
        )
        assert writes(order, 5, "جيدة") is ReviewState.WAITING
        withdraw_review(
            actor=buyer_actor(order),
            buyer_id=order.buyer_id,
            seller_id=told.seller_id,
            review_id=told.id,
        )
        assert writes(order, 5, "جيدة جدًا") is ReviewState.WAITING

    def test_reports_of_one_reader_are_one_and_a_decision_settles_them(self, order):
        writes(order)
        told = said(order)
        reader = reports(told)
        reports(told, reader, "other", "ليس عن المنتج")
        reports(told)
        assert review(told.seller_id, told.id).reports == 2
        assert counts_for_staff() == {"waiting": 0, "reported": 1}
        reasons = {one.reason for one in reports_of(told.seller_id, told.id)}
        assert reasons == {ReviewReason.OTHER, ReviewReason.UNTRUE}
        show_review(actor=STAFF, seller_id=told.seller_id, review_id=told.id)
        assert counts_for_staff()["reported"] == 0 and reports_of(told.seller_id, told.id) == []
        reports(told, reader)
        assert review(told.seller_id, told.id).reports == 1, "he says it again"

    def test_a_report_says_why(self, order):
        writes(order)
        for reason, words in (("", ""), ("other", ""), ("untrue", "ا" * 1001)):
            with pytest.raises(ReportInvalid):
                reports(said(order), reason=reason, words=words)

    def test_only_who_may_decides(self, order):
        writes(order)
        which = {"seller_id": order.seller_id, "review_id": said(order).id}
        finance = Actor(ActorKind.STAFF, new_id(), powers=STAFF_ROLES["finance"])
        for actor in (finance, seller_actor(order.seller_id), buyer_actor(order)):
            with pytest.raises(NotAllowed):
                show_review(actor=actor, **which)
            with pytest.raises(NotAllowed):
                take_down_review(actor=actor, reason="untrue", **which)


@pytest.mark.django_db
class TestSellers:
    def test_answer_once_and_change_it(self, order):
        writes(order, 2)
        told = said(order)
        assert counts_of_seller(order.seller_id) == {"unanswered": 1, "low": 1}
        which = {
            "actor": seller_actor(order.seller_id),
            "seller_id": order.seller_id,
            "review_id": told.id,
        }
        answer_review(**which, words="نأسف لذلك، سنرسل لك بديلًا")
        answer_review(**which, words="أرسلنا لك بديلًا")
        (shown,) = of_product(order)
        assert shown.answer == "أرسلنا لك بديلًا" and shown.answered_at
        assert counts_of_seller(order.seller_id) == {"unanswered": 0, "low": 0}
        answer_review(**which, words=" ")
        assert of_product(order)[0].answered_at is None
        assert reviews_of_seller(order.seller_id, stars=2, is_unanswered=True).items
        assert not reviews_of_seller(order.seller_id, stars=5).items

    def test_an_answer_leads_nowhere_and_is_the_sellers_own(self, order):
        writes(order, 2)
        which = {"seller_id": order.seller_id, "review_id": said(order).id}
        with pytest.raises(AnswerInvalid):
            answer_review(
                actor=seller_actor(order.seller_id), words="راسلنا على 0551234567", **which
            )
        clerk = Actor(
            ActorKind.SELLER, new_id(), owner_id=order.seller_id, powers=SELLER_ROLES["clerk"]
        )
        with pytest.raises(NotAllowed):
            answer_review(actor=clerk, words="شكرًا", **which)
        rival = new_id()
        with pytest.raises(NoSuchReview):
            answer_review(
                actor=seller_actor(rival),
                seller_id=rival,
                review_id=which["review_id"],
                words="شكرًا",
            )


@pytest.mark.django_db
def test_lists_are_sorted_and_narrowed_and_read_in_one_statement(order, django_assert_num_queries):
    product_id = product_of(order)
    for number, stars in enumerate((5, 1, 3, 5)):
        Review.objects.create(
            seller_id=order.seller_id,
            market_id=MARKET,
            product_id=product_id,
            order_id=order.id,
            line_id=order.lines[0].id,
            buyer_id=new_id(),
            stars=stars,
            words=str(number),
            state=ReviewState.SHOWN,
        )
    with django_assert_num_queries(3):
        assert [one.stars for one in of_product(order, sort=ReviewSort.BEST)] == [5, 5, 3, 1]
        assert [one.stars for one in of_product(order, sort=ReviewSort.WORST)] == [1, 3, 5, 5]
        assert [one.words for one in of_product(order, stars=5, size=1)] == ["3"]
    sellers = [order.seller_id]
    assert reviews_of(MARKET, product_id, sellers, size=3).has_next
    assert reviews_of(new_id(), product_id, sellers).items == []
    assert reviews_of(MARKET, product_id, []).items == []
    assert faults()["reviews.ratings_proof"], "rows that nobody has counted are found out"


@pytest.mark.django_db
def test_ratings_are_read_together_and_kept_for_cards(order, django_assert_num_queries):
    writes(order, 4)
    asked = [product_of(order), new_id()]
    with django_assert_num_queries(1):
        assert ratings_of(MARKET, asked) == {asked[0]: Rating((0, 0, 0, 1, 0))}
    with django_assert_num_queries(1):
        for _ in range(2):
            assert recent_ratings(MARKET, asked)[asked[0]].average == 4.0


@pytest.mark.django_db(transaction=True)
def test_pressed_at_once_and_changed_at_once_it_is_one_and_adds_up():
    make_market()
    order = make_paid_order(market_id=MARKET)

    def press(number: int) -> None:
        try:
            writes(order, 1 + number % 5)
            if number == 7:
                take_down_review(
                    actor=STAFF,
                    seller_id=order.seller_id,
                    review_id=said(order).id,
                    reason="untrue",
                )
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(press, range(12)))
    assert Review.objects.count() == 1
    assert not faults()
    kept = ProductRating.objects.get(product_id=product_of(order), market_id=MARKET)
    shown = Review.objects.get().state == ReviewState.SHOWN
    assert kept.ones + kept.twos + kept.threes + kept.fours + kept.fives == int(shown)
