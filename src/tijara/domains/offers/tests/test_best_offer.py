"""The rule of docs/algorithms/best-offer.md, as properties."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.offers.rules.best_offer import rank
from tijara.domains.offers.shapes import OfferCard
from tijara.kit.ids import new_id
from tijara.kit.money import Money

offer = st.builds(
    OfferCard,
    seller_id=st.builds(new_id),
    id=st.builds(new_id),
    variant_id=st.just(new_id()),
    product_id=st.just(new_id()),
    stock_id=st.builds(new_id),
    price=st.integers(1, 999_999_999).map(lambda minor: Money(minor, "SAR")),
    was=st.none(),
    condition=st.sampled_from(["new", "used", "refurbished"]),
    handling_days=st.integers(0, 60),
    version=st.just(1),
    is_active=st.booleans(),
    free=st.integers(0, 3),
)
offers = st.lists(offer, min_size=1, max_size=40)


def best_first(given_offers):
    return sorted(given_offers, key=rank)


@given(offers, st.randoms())
def test_the_order_does_not_hang_on_how_they_come(given_offers, random):
    shuffled = list(given_offers)
    random.shuffle(shuffled)
    assert best_first(shuffled) == best_first(given_offers)
    assert len({rank(each) for each in given_offers}) == len(given_offers)


@given(offers)
def test_each_line_of_the_table_decides_before_the_next(given_offers):
    for better, worse in combinations(best_first(given_offers), 2):
        assert better.can_be_bought or not worse.can_be_bought
        if better.can_be_bought != worse.can_be_bought:
            continue
        assert not (better.condition == "used" and worse.condition != "used")
        assert not (better.condition == "refurbished" and worse.condition == "new")
        if better.condition != worse.condition:
            continue
        assert better.price.minor <= worse.price.minor
        if better.price == worse.price:
            assert better.handling_days <= worse.handling_days


@given(offers, st.data())
def test_worse_terms_never_move_an_offer_up(given_offers, data):
    place = data.draw(st.integers(0, len(given_offers) - 1))
    one = given_offers[place]
    worse = data.draw(
        st.sampled_from(
            [
                replace(one, price=Money(one.price.minor + 1, "SAR")),
                replace(one, handling_days=one.handling_days + 1),
                replace(one, free=0),
                replace(one, is_active=False),
                replace(one, condition="used"),
            ]
        )
    )
    before = best_first(given_offers).index(one)
    others = [each for each in given_offers if each is not one]
    assert best_first([*others, worse]).index(worse) >= before
