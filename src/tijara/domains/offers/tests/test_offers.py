"""What is promised of offers."""

import pytest
from django.db import IntegrityError, transaction

from tijara.domains.catalogue.actions import arrange_options, publish_product
from tijara.domains.catalogue.shapes import Option, OptionValue
from tijara.domains.catalogue.testing import make_product
from tijara.domains.offers.actions import (
    OfferChangedMeanwhile,
    OffersInvalid,
    OfferUnknown,
    PriceInvalid,
    change_price,
    pause_offer,
    put_offers,
    resume_offer,
)
from tijara.domains.offers.queries import (
    faults_in_offers,
    offers,
    offers_of_product,
    offers_of_products,
    on_sale,
)
from tijara.domains.offers.shapes import OfferDraft, OfferKey
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import BUYER_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.outbox.models import Event

pytestmark = pytest.mark.django_db


def again(offer, **terms):
    told = {
        "variant_id": offer.variant_id,
        "product_id": offer.product_id,
        "stock_id": offer.stock_id,
        "price": offer.price,
        "was": offer.was,
    }
    drafts = [OfferDraft(**(told | terms))]
    return put_offers(actor=SYSTEM, seller_id=offer.seller_id, offers=drafts)[0]


def current(offer):
    return offers([OfferKey(offer.seller_id, offer.id)])[OfferKey(offer.seller_id, offer.id)]


def changes_told(seller_id):
    return Event.objects.filter(owner_id=seller_id, name="offers.offers_changed.v1").count()


def test_what_a_seller_asks_for_a_product_is_told_over_all_that_he_offers_of_it():
    mine = make_offer(price_minor=34900, units=4)
    other = make_offer(price_minor=100, seller_id=make_seller())
    told = on_sale(mine.seller_id, [mine.product_id, other.product_id, new_id()])
    assert set(told) == {mine.product_id}
    found = told[mine.product_id]
    assert (found.lowest.minor, found.highest.minor, found.free) == (34900, 34900, 4)
    pause_offer(actor=SYSTEM, seller_id=mine.seller_id, offer_id=mine.id)
    assert on_sale(mine.seller_id, [mine.product_id]) == {}


def test_an_offer_shows_its_terms_and_free_units():
    offer = make_offer(price_minor=34900, was_minor=42000, units=7)
    assert (offer.price, offer.was) == (Money(34900, "SAR"), Money(42000, "SAR"))
    assert offer.free == 7 and offer.can_be_bought and offer.version == 1


def test_the_best_offer_of_a_product_can_be_bought_and_is_cheapest(django_assert_num_queries):
    product = make_product()
    sold_out = make_offer(100, units=0, product=product)
    dear = make_offer(300, product=product)
    cheap = make_offer(200, product=product)
    paused = make_offer(50, product=product)
    pause_offer(actor=SYSTEM, seller_id=paused.seller_id, offer_id=paused.id)
    with django_assert_num_queries(1):
        cards = offers_of_product(product.product_id)
    assert [card.id for card in cards] == [cheap.id, dear.id, paused.id, sold_out.id]
    assert offers_of_products([product.product_id, new_id()]) == {product.product_id: cards}


def test_what_the_catalogue_took_off_the_shelf_can_not_be_bought():
    offer = make_offer()
    assert current(offer).can_be_bought
    told = {"actor": SYSTEM, "seller_id": None, "product_id": offer.product_id}
    publish_product(**told, is_published=False)
    assert not current(offer).can_be_bought
    publish_product(**told, is_published=True)
    assert current(offer).can_be_bought
    arrange_options(**told, version=3, options=[Option("", "أ", "", "", (OptionValue("", "x"),))])
    assert not current(offer).can_be_bought and current(offer).version == offer.version


def test_offers_of_many_sellers_are_one_statement(django_assert_num_queries):
    made = [make_offer() for _ in range(3)]
    keys = [OfferKey(offer.seller_id, offer.id) for offer in made]
    stranger = OfferKey(made[0].seller_id, made[1].id)
    with django_assert_num_queries(1):
        found = offers([*keys, stranger])
    assert set(found) == set(keys)
    assert stranger not in found


def test_the_same_terms_again_change_nothing():
    offer = make_offer()
    told = changes_told(offer.seller_id)
    put = again(offer)
    assert put.offer_id == offer.id and not put.is_new and not put.is_changed
    assert current(offer).version == 1 and changes_told(offer.seller_id) == told


def test_other_terms_raise_the_version_and_are_told():
    offer = make_offer()
    told = changes_told(offer.seller_id)
    assert again(offer, price=Money(100, "SAR")).is_changed
    assert current(offer).version == 2 and changes_told(offer.seller_id) == told + 1


def test_an_offer_stays_on_its_stock():
    offer = make_offer()
    again(offer, stock_id=new_id(), handling_days=3)
    assert current(offer).stock_id == offer.stock_id and current(offer).handling_days == 3


def test_an_offer_without_stock_is_a_bug_and_loud():
    offer = make_offer()
    with pytest.raises(IntegrityError), transaction.atomic():
        again(offer, variant_id=new_id(), stock_id=new_id())
        transaction.get_connection().check_constraints()


def test_a_price_is_changed_once_for_the_version_that_was_seen():
    offer = make_offer()
    told = {"actor": seller_actor(offer.seller_id), "seller_id": offer.seller_id}
    new = {"offer_id": offer.id, "price": Money(30000, "SAR"), "was": Money(34900, "SAR")}
    assert change_price(**told, **new, version=1) == 2
    with pytest.raises(OfferChangedMeanwhile):
        change_price(**told, **new, version=1)
    assert current(offer).price == Money(30000, "SAR")


@pytest.mark.parametrize(
    ("price", "was", "fault"),
    [
        (Money(-1, "SAR"), None, "negative"),
        (Money(0, "SAR"), None, "zero"),
        (Money(10**13, "SAR"), None, "too_dear"),
        (Money(100, "AED"), None, "other_currency"),
        (Money(100, "SAR"), Money(100, "SAR"), "was_not_higher"),
        (Money(100, "SAR"), Money(200, "AED"), "other_currency"),
    ],
)
def test_impossible_prices_are_refused(price, was, fault):
    offer = make_offer()
    told = {"actor": SYSTEM, "seller_id": offer.seller_id, "offer_id": offer.id}
    with pytest.raises(PriceInvalid) as refused:
        change_price(**told, price=price, was=was, version=1)
    assert refused.value.fields == {"price": fault}
    assert current(offer) == offer


def test_a_set_with_one_bad_offer_is_refused_whole():
    offer = make_offer()
    with pytest.raises(OffersInvalid) as refused:
        again(offer, condition="stolen", handling_days=99, price=Money(-5, "SAR"))
    assert set(refused.value.fields) == {"condition", "handling_days", "price"}


def test_another_sellers_offer_is_not_found():
    offer, stranger = make_offer(), make_seller()
    told = {"actor": seller_actor(stranger), "seller_id": stranger, "offer_id": offer.id}
    with pytest.raises(OfferUnknown):
        change_price(**told, price=Money(1, "SAR"), was=None, version=1)
    for act in (pause_offer, resume_offer):
        with pytest.raises(OfferUnknown):
            act(**told)
    assert current(offer) == offer


def test_pausing_and_resuming_take_effect_once():
    offer = make_offer()
    told = {"actor": SYSTEM, "seller_id": offer.seller_id, "offer_id": offer.id}
    before = changes_told(offer.seller_id)
    for _ in range(2):
        pause_offer(**told)
    assert not current(offer).can_be_bought and changes_told(offer.seller_id) == before + 1
    resume_offer(**told)
    assert current(offer).can_be_bought


def test_buyers_change_no_offers():
    offer = make_offer()
    with pytest.raises(NotAllowed):
        pause_offer(
            actor=Actor(ActorKind.BUYER, powers=BUYER_POWERS),
            seller_id=offer.seller_id,
            offer_id=offer.id,
        )


def test_a_thousand_offers_take_four_statements(django_assert_max_num_queries):
    offer = make_offer()
    drafts = [
        OfferDraft(new_id(), offer.product_id, offer.stock_id, Money(100 + place, "SAR"))
        for place in range(1000)
    ]
    with django_assert_max_num_queries(6):
        done = put_offers(actor=SYSTEM, seller_id=offer.seller_id, offers=drafts)
    assert all(put.is_new for put in done)
    with django_assert_max_num_queries(6):
        assert not any(
            put.is_changed
            for put in put_offers(actor=SYSTEM, seller_id=offer.seller_id, offers=drafts)
        )


def test_an_offer_on_a_stock_of_something_else_is_found():
    offer, other = make_offer(), make_product()
    assert faults_in_offers().faults == [] and faults_in_offers().checked == 1
    again(offer, variant_id=other.variant_id)
    assert len(faults_in_offers().faults) == 1
