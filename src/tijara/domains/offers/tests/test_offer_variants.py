"""What is promised of putting the terms of a product's variants."""

import pytest

from tijara.domains.catalogue.actions import arrange_options, publish_product
from tijara.domains.catalogue.queries import edited_product
from tijara.domains.catalogue.shapes import Option, OptionValue
from tijara.domains.catalogue.testing import make_draft, make_product
from tijara.domains.inventory.actions import BelowHeld, hold_stock
from tijara.domains.inventory.shapes import HoldRequest
from tijara.domains.offers.actions import NotForSale, TermsInvalid, offer_variants
from tijara.domains.offers.queries import offers_of_product, own_offers
from tijara.domains.offers.shapes import VariantTerms
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def seller():
    return make_seller()


@pytest.fixture
def product_id(seller):
    """Unpublished, brought by the seller, in three sizes."""
    made = make_draft(seller)
    told = {"actor": seller_actor(seller), "seller_id": seller, "product_id": made}
    sizes = Option("", "المقاس", "Size", "", tuple(OptionValue("", each) for each in "SML"))
    arrange_options(**told, options=[sizes], version=1)
    return made


def sizes_of(product_id):
    return [variant.details.id for variant in edited_product(product_id).active]


def sar(riyals):
    return Money(riyals * 100, "SAR")


def put(seller, product_id, *terms, condition="new", key=None):
    offer_variants(
        actor=seller_actor(seller),
        seller_id=seller,
        product_id=product_id,
        condition=condition,
        terms=terms,
        key=key or new_id(),
    )


def mine(seller, product_id):
    rows = own_offers(seller, product_id)
    return {row.variant_id: (row.price, row.on_hand, row.is_active) for row in rows}


def test_a_grid_is_put_once_for_its_key(seller, product_id):
    small, medium, large = sizes_of(product_id)
    terms = [VariantTerms(small, sar(10), units=5), VariantTerms(medium, sar(12), units=0)]
    key = new_id()
    for _ in range(2):
        put(seller, product_id, *terms, VariantTerms(large, None), key=key)
    assert mine(seller, product_id) == {
        small: (sar(10), 5, True),
        medium: (sar(12), 0, True),
    }


def test_units_are_counted_only_where_they_were_changed(seller, product_id):
    small, medium, _ = sizes_of(product_id)
    put(seller, product_id, *(VariantTerms(id, sar(10), units=5) for id in (small, medium)))
    put(
        seller,
        product_id,
        VariantTerms(small, sar(11), units=5, seen_units=5),
        VariantTerms(medium, sar(11), units=9, seen_units=5),
    )
    assert mine(seller, product_id) == {
        small: (sar(11), 5, True),
        medium: (sar(11), 9, True),
    }


def test_a_variant_without_a_price_pauses_and_comes_back(seller, product_id):
    small = sizes_of(product_id)[0]
    put(seller, product_id, VariantTerms(small, sar(10), units=5))
    put(seller, product_id, VariantTerms(small, None))
    assert mine(seller, product_id)[small] == (sar(10), 5, False)
    put(seller, product_id, VariantTerms(small, sar(9), units=5, seen_units=5))
    assert mine(seller, product_id)[small] == (sar(9), 5, True)


def test_faults_are_named_variant_by_variant_and_nothing_is_put(seller, product_id):
    small, medium, large = sizes_of(product_id)
    with pytest.raises(TermsInvalid) as refused:
        put(
            seller,
            product_id,
            VariantTerms(small, sar(0), units=1),
            VariantTerms(medium, sar(10**11), units=-1),
            VariantTerms(large, Money(100, "AED"), handling_days=61),
            condition="stolen",
        )
    assert refused.value.fields == {
        "condition": "unknown",
        f"price_{small}": "zero",
        f"price_{medium}": "too_dear",
        f"units_{medium}": "out_of_range",
        f"price_{large}": "other_currency",
        f"handling_days_{large}": "days_out_of_range",
    }
    assert mine(seller, product_id) == {}
    put(seller, product_id, VariantTerms(small, Money(999_999_999, "SAR"), units=1))


def test_what_buyers_pay_for_right_now_is_not_counted_away(seller, product_id):
    small = sizes_of(product_id)[0]
    put(seller, product_id, VariantTerms(small, sar(10), units=5))
    stock_id = own_offers(seller, product_id)[0].stock_id
    hold_stock(
        actor=SYSTEM,
        seller_id=seller,
        checkout_id=new_id(),
        requests=[HoldRequest(stock_id, 3)],
        minutes=5,
    )
    with pytest.raises(BelowHeld):
        put(seller, product_id, VariantTerms(small, sar(8), units=1, seen_units=5))
    assert mine(seller, product_id)[small][0] == sar(10)


def test_another_seller_offers_what_is_published_and_never_a_draft(seller, product_id):
    other, small = make_seller(), sizes_of(product_id)[0]
    with pytest.raises(NotForSale):
        put(other, product_id, VariantTerms(small, sar(9), units=1))
    with pytest.raises(NotForSale):
        put(other, new_id(), VariantTerms(small, sar(9), units=1))
    publish_product(actor=SYSTEM, seller_id=None, product_id=product_id, is_published=True)
    put(other, product_id, VariantTerms(small, sar(9), units=1))
    put(other, product_id, VariantTerms(small, sar(4), units=1), condition="used")
    put(seller, product_id, VariantTerms(small, sar(10), units=1))
    prices = [card.price for card in offers_of_product(product_id)]
    assert prices == [sar(9), sar(10), sar(4)]
    with pytest.raises(NotAllowed):
        offer_variants(
            actor=seller_actor(other),
            seller_id=seller,
            product_id=product_id,
            condition="new",
            terms=[],
            key=new_id(),
        )


def test_a_variant_of_another_product_is_left_alone(seller, product_id):
    put(seller, product_id, VariantTerms(make_product().variant_id, sar(9), units=1))
    assert mine(seller, product_id) == {}


def test_two_hundred_variants_are_put_at_once(seller, django_assert_max_num_queries):
    made = make_draft(seller)
    told = {"actor": seller_actor(seller), "seller_id": seller, "product_id": made}
    options = [
        Option("", "أ", "", "", tuple(OptionValue("", str(n)) for n in range(50))),
        Option("", "ب", "", "", tuple(OptionValue("", each) for each in "wxyz")),
    ]
    arrange_options(**told, options=options, version=1)
    terms = [VariantTerms(id, sar(10), units=3) for id in sizes_of(made)]
    with django_assert_max_num_queries(40):
        put(seller, made, *terms)
    assert len(mine(seller, made)) == 200
