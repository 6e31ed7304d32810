"""Fees by place, way and amount; limits; phones that are known by a mark alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.cash_terms.actions import (
    AppealInvalid,
    BandInvalid,
    NoAppeal,
    NotBlocked,
    ask_for_cash,
    block_phone,
    decide_appeal,
    lift_block,
    set_cash_terms,
    set_fee_band,
)
from tijara.domains.cash_terms.models import BlockedPhone
from tijara.domains.cash_terms.queries import blocks, fee_bands, forget_cash_terms, is_blocked
from tijara.domains.cash_terms.rules import (
    deposit_of,
    fee_of,
    forfeited,
    refused_because,
    return_parts,
)
from tijara.domains.cash_terms.shapes import CashBasket, CashTerms, DepositRule, FeeBand
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.money import Money

PHONE = "+966551234567"
PLACES = ("", "sa-01", "sa-riyadh")
bands = st.lists(
    st.builds(
        FeeBand,
        st.sampled_from(PLACES),
        st.sampled_from(("", "standard", "express")),
        st.none() | st.integers(1, 1000),
        st.integers(0, 99),
    ),
    max_size=6,
)


def basket(amount: int = 500, *services: str, **given) -> CashBasket:
    return CashBasket("sa-riyadh", "sa-01", services, Money(amount, "SAR"), **given)


@given(bands, st.integers(0, 1200), st.randoms(use_true_random=False))
def test_a_fee_is_one_that_fits_whatever_the_order_of_the_rows(rows, amount, random):
    asked = basket(amount, "standard")
    fee = fee_of(rows, asked)
    fitting = [
        one.fee_minor
        for one in rows
        if one.service in ("", "standard")
        and (one.up_to_minor is None or amount <= one.up_to_minor)
    ]
    assert fee in fitting if fitting else fee is None
    unique = {(one.place, one.service, one.up_to_minor): one for one in rows}
    told = list(unique.values())
    shuffled = random.sample(told, len(told))
    assert fee_of(told, asked) == fee_of(shuffled, asked)


def test_the_closest_place_and_the_lowest_limit_win_and_the_dearest_way_holds():
    rows = [
        FeeBand("", "", None, 20),
        FeeBand("sa-01", "", None, 15),
        FeeBand("sa-riyadh", "", 1000, 9),
        FeeBand("sa-riyadh", "", 400, 5),
        FeeBand("sa-riyadh", "express", None, 30),
    ]
    assert fee_of(rows, basket(300, "standard")) == 5
    assert fee_of(rows, basket(500, "standard")) == 9
    assert fee_of(rows, basket(5000, "standard")) == 15
    assert fee_of(rows, basket(300, "standard", "express")) == 30


def test_limits_are_for_many_open_orders_and_for_new_buyers():
    terms = CashTerms(most_open_orders=2, newcomer_limit_minor=300)
    assert refused_because(terms, basket(500, open_orders=2)) == "too_many_open"
    assert refused_because(terms, basket(500, is_newcomer=True)) == "over_newcomer_limit"
    assert refused_because(terms, basket(300, is_newcomer=True)) == ""
    assert refused_because(CashTerms(), basket(9**9, open_orders=99, is_newcomer=True)) == ""


@given(st.integers(0, 10**9), st.integers(0, 10_000))
def test_what_a_refusal_costs_is_shared_to_the_last_unit(charge, bp):
    seller, market = return_parts(CashTerms(return_charge_minor=charge, return_seller_bp=bp))
    assert seller + market == charge and seller >= 0 and market >= 0


@pytest.mark.django_db
class TestPhones:
    def block(self, **given):
        told = {"phone": "0551234567", "reason": "refused_often"} | given
        block_phone(actor=SYSTEM, market_id=make_market().id, **told)

    def test_a_number_is_kept_nowhere_and_known_again(self, settings):
        self.block(days=30)
        row = BlockedPhone.objects.values().get()
        assert not any("551234567" in str(value) for value in row.values())
        assert is_blocked(make_market().id, PHONE)
        assert not is_blocked(make_market().id, "+966551234568")
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "another secret of this installation"
        assert is_blocked(make_market().id, PHONE)

    def test_its_time_is_over_and_it_may_be_blocked_again(self):
        self.block(days=1)
        BlockedPhone.objects.update(until=now())
        forget_cash_terms()
        assert not is_blocked(make_market().id, PHONE)
        self.block(days=1)
        self.block(days=9, reason="other")
        assert is_blocked(make_market().id, PHONE)
        assert len(blocks(make_market().id).items) == 1

    def test_its_owner_asks_once_and_is_answered(self):
        self.block()
        asked = {
            "actor": SYSTEM, "market_id": make_market().id, "phone": "0551234567",
            "language": "ar",
        }  # fmt: skip
        with pytest.raises(AppealInvalid):
            ask_for_cash(**asked, words=" ")
        ask_for_cash(**asked, words="كنتُ مسافرًا")
        with pytest.raises(NotBlocked):
            ask_for_cash(**asked, words="مرة أخرى")
        (block,) = blocks(make_market().id, appealed=True).items
        assert block.appeal_text == "كنتُ مسافرًا"
        answer = {"actor": SYSTEM, "market_id": make_market().id, "block_id": block.id}
        decide_appeal(**answer, is_lifted=True)
        with pytest.raises(NoAppeal):
            decide_appeal(**answer, is_lifted=True)
        assert not is_blocked(make_market().id, PHONE)
        assert BlockedPhone.objects.get().answer_sealed == ""
        (told,) = [one for one in recent_messages() if one.kind == "cash_terms.answer"]
        assert told.recipient == PHONE

    def test_who_is_not_blocked_has_nothing_to_ask(self):
        with pytest.raises(NotBlocked):
            ask_for_cash(
                actor=SYSTEM, market_id=make_market().id, phone=PHONE, words="؟", language="ar"
            )

    def test_a_block_is_lifted(self):
        self.block()
        (block,) = blocks(make_market().id).items
        for _ in range(2):
            lift_block(actor=SYSTEM, market_id=make_market().id, block_id=block.id)
        assert not is_blocked(make_market().id, PHONE)


@pytest.mark.django_db
def test_a_fee_of_the_same_place_way_and_limit_is_changed():
    market = make_market()
    for fee in (500, 700):
        set_fee_band(actor=SYSTEM, market_id=market.id, band=FeeBand("sa-riyadh", "", None, fee))
    assert [one.fee_minor for one in fee_bands(market.id)] == [700]
    with pytest.raises(BandInvalid):
        set_fee_band(actor=SYSTEM, market_id=market.id, band=FeeBand("eg-cairo", "x", 0, -1))


@pytest.mark.django_db
def test_terms_are_checked():
    with pytest.raises(Exception) as refused:
        set_cash_terms(
            actor=SYSTEM, market_id=make_market().id, terms=CashTerms(return_seller_bp=10_001)
        )
    assert refused.value.fields == {"return_seller_bp": "outside_limits"}


rules = st.lists(
    st.builds(
        DepositRule,
        st.sampled_from(PLACES),
        st.integers(0, 1000),
        st.integers(0, 3),
        st.booleans(),
        st.integers(100, 9000),
    ),
    max_size=5,
)


@given(rules, st.integers(0, 1200), st.integers(0, 3), st.booleans())
def test_a_deposit_is_the_largest_that_fits_and_never_all(told, amount, refusals, is_newcomer):
    asked = basket(amount, refusals=refusals, is_newcomer=is_newcomer)
    deposit = deposit_of(told, asked)
    fitting = [
        amount * one.share_bp // 10_000
        for one in told
        if one.from_minor <= amount
        and one.refusals <= refusals
        and (is_newcomer or not one.is_for_newcomers)
    ]
    assert deposit == max(fitting, default=0)
    assert deposit < amount or amount == 0
    assert 0 <= forfeited(deposit, 5000) <= deposit and forfeited(deposit, None) == 0
