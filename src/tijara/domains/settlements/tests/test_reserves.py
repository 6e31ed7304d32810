"""What is kept back, what gives it back, and what a seller owes who was paid too early."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.parties.queries import markets_of
from tijara.domains.returns.testing import make_paid_order
from tijara.domains.settlements.actions import (
    DemandInvalid,
    DemandIsOpen,
    RepaymentInvalid,
    RepaymentKnown,
    ReserveInvalid,
    answer_transfers,
    demand_payment,
    keep_reserve,
    keep_reserves,
    record_repayment,
    set_reserve,
    withdraw_demand,
)
from tijara.domains.settlements.queries import (
    demands,
    funds_of,
    open_demand,
    owed_by,
    payable,
    payout_story,
    payouts_of_seller,
    reserve_parts,
    reserve_terms_of,
    statement,
)
from tijara.domains.settlements.rules import held_back, taken_first
from tijara.domains.settlements.shapes import BankAnswer, DemandState, ReserveTerms
from tijara.domains.settlements.testing import bank_day, make_owed_seller, make_run, owe_us, pay_out
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.audits import run_proofs

pytestmark = pytest.mark.django_db


def on_terms(**told) -> UUID:
    """A seller on terms of his own who is then owed 223.55."""
    from_before = now() - timedelta(minutes=1)
    seller_id = make_owed_seller()
    with going_from(from_before):
        set_terms(seller_id, **told)
    return seller_id


def set_terms(seller_id: UUID, **told) -> None:
    market_id = markets_of([seller_id])[seller_id]
    terms = ReserveTerms(**told) if told else None
    set_reserve(actor=SYSTEM, market_id=market_id, seller_id=seller_id, terms=terms)


def minors(seller_id: UUID) -> tuple[int, int]:
    return payable(seller_id).minor, funds_of(seller_id).reserved.minor


class TestRolling:
    def test_a_share_of_what_becomes_payable_is_held_once_and_given_back_on_its_day(self):
        with going_from(now() - timedelta(days=61)):
            seller_id = on_terms(rate_bp=1000, days=60)
            for _round in range(2):
                keep_reserve(actor=SYSTEM, seller_id=seller_id)
        assert minors(seller_id) == (20120, 2235)
        (part,) = reserve_parts(seller_id).items
        assert part.number
        for _round in range(2):
            keep_reserves(actor=SYSTEM)
        assert minors(seller_id) == (22355, 0)

    def test_between_whole_rounds_only_who_has_earned_lately_is_looked_at(self):
        with going_from(now() - timedelta(days=1)):
            quiet = on_terms(rate_bp=1000, days=60)
        busy = on_terms(rate_bp=1000, days=60)
        assert keep_reserves(actor=SYSTEM, earned_since=now() - timedelta(hours=2)) == 1
        assert [minors(one)[1] for one in (quiet, busy)] == [0, 2235]
        assert keep_reserves(actor=SYSTEM) == 1
        assert minors(quiet)[1] == 2235

    def test_what_he_has_earned_stays_what_it_was(self):
        seller_id = on_terms(rate_bp=1000, days=60)
        before = statement(seller_id)
        keep_reserve(actor=SYSTEM, seller_id=seller_id)
        assert statement(seller_id) == before

    def test_no_payout_comes_before_it(self):
        seller_id = on_terms(rate_bp=1000, days=60)
        make_run(seller_id)
        assert minors(seller_id) == (0, 2235)
        assert funds_of(seller_id).on_its_way.minor == 20120

    def test_what_became_payable_before_the_terms_is_not_touched(self):
        with going_from(now() - timedelta(minutes=5)):
            seller_id = make_owed_seller()
        set_terms(seller_id, rate_bp=1000, days=60)
        keep_reserve(actor=SYSTEM, seller_id=seller_id)
        assert minors(seller_id) == (22355, 0)

    def test_terms_of_the_market_hold_for_newcomers_and_his_own_go_first(self):
        with going_from(now() - timedelta(days=91)):
            seller_id = make_owed_seller()
            market_id = markets_of([seller_id])[seller_id]
            terms = ReserveTerms(rate_bp=500, days=30, newcomer_days=90)
            set_reserve(actor=SYSTEM, market_id=market_id, seller_id=None, terms=terms)
            assert reserve_terms_of([seller_id]) == {seller_id: terms}
        assert reserve_terms_of([seller_id]) == {}
        set_terms(seller_id, rate_bp=1500, days=10)
        assert reserve_terms_of([seller_id])[seller_id].rate_bp == 1500

    def test_a_share_without_days_is_refused(self):
        with pytest.raises(ReserveInvalid) as refused:
            set_terms(make_owed_seller(), rate_bp=1000)
        assert refused.value.fields == {"days": "outside_limits"}


class TestFixed:
    def test_it_is_filled_from_what_is_payable_and_goes_back_with_the_terms(self):
        seller_id = on_terms(fixed_minor=30000)
        keep_reserve(actor=SYSTEM, seller_id=seller_id)
        assert minors(seller_id) == (0, 22355)
        set_terms(seller_id, fixed_minor=5000)
        keep_reserve(actor=SYSTEM, seller_id=seller_id)
        assert minors(seller_id) == (17355, 5000)
        set_terms(seller_id)
        keep_reserve(actor=SYSTEM, seller_id=seller_id)
        assert minors(seller_id) == (22355, 0)
        assert_proved()


class TestRecovery:
    def test_the_reserve_pays_first_then_what_he_earns(self):
        seller_id = on_terms(rate_bp=1000, days=60)
        make_run(seller_id)
        owe_us(seller_id, 6000)
        keep_reserves(actor=SYSTEM)
        assert minors(seller_id) == (-3765, 0)
        assert owed_by(seller_id).minor == 3765
        make_paid_order(seller_id=seller_id)
        keep_reserve(actor=SYSTEM, seller_id=seller_id)
        assert minors(seller_id) == (22355 - 3765 - 1859 - 376, 2235)

    def test_a_demand_is_told_and_ends_when_he_has_paid(self):
        seller_id = owing(5000)
        asked = demand(seller_id, 5000)
        assert open_demand(seller_id).id == asked
        with pytest.raises(DemandIsOpen):
            demand(seller_id, 100)
        repay(seller_id, 2000, "IN1")
        assert open_demand(seller_id)
        repay(seller_id, 3000, "IN2")
        assert [one.state for one in demands(seller_id)] == [DemandState.SETTLED]
        assert payable(seller_id).minor == 0
        assert_proved()

    def test_never_for_more_than_he_owes(self):
        seller_id = owing(5000)
        with pytest.raises(DemandInvalid):
            demand(seller_id, 5001)
        with pytest.raises(RepaymentInvalid):
            repay(seller_id, 5001, "IN1")

    def test_the_same_transfer_twice_is_written_down_once(self):
        seller_id = owing(5000)
        repay(seller_id, 1000, "IN1")
        with pytest.raises(RepaymentKnown):
            repay(seller_id, 1000, "IN1")
        assert owed_by(seller_id).minor == 4000

    def test_it_ends_by_his_next_sale_or_when_staff_let_him_off(self):
        seller_id = owing(5000)
        first = demand(seller_id, 5000)
        assert withdraw_demand(actor=SYSTEM, seller_id=seller_id, demand_id=first)
        assert not withdraw_demand(actor=SYSTEM, seller_id=seller_id, demand_id=first)
        demand(seller_id, 5000)
        make_paid_order(seller_id=seller_id)
        keep_reserves(actor=SYSTEM)
        assert open_demand(seller_id) is None


class TestTheStoryOfAPayout:
    def test_what_was_left_and_what_happened_make_the_payout(self):
        seller_id = make_owed_seller()
        first = pay_out(seller_id, 20000, "FT1")
        make_paid_order(seller_id=seller_id)
        owe_us(seller_id, 1000)
        second = pay_out(seller_id, 20000, "FT2")
        told = payout_story(seller_id, second)
        assert (told.before.minor, told.moved.minor, told.after.minor) == (2355, 21355, 3710)
        assert [one.amount.minor for one in told.lines.items] == [22355, -1000]
        assert told.lines.items[0].number
        earlier = payout_story(seller_id, first)
        assert (earlier.before.minor, earlier.moved.minor, earlier.after.minor) == (0, 22355, 2355)

    def test_a_transfer_of_a_run_is_told_from_its_order(self):
        seller_id = make_owed_seller()
        run_id = make_run(seller_id)
        make_paid_order(seller_id=seller_id)
        answer(run_id)
        (paid,) = payouts_of_seller(seller_id).items
        told = payout_story(seller_id, paid.id)
        assert (told.count, told.before.minor, told.after.minor) == (1, 0, 0)

    def test_not_somebody_else_s(self):
        seller_id = make_owed_seller()
        assert payout_story(make_owed_seller(), pay_out(seller_id)) is None


def owing(minor: int) -> UUID:
    seller_id = make_owed_seller()
    pay_out(seller_id, 22355)
    owe_us(seller_id, minor)
    return seller_id


def demand(seller_id: UUID, minor: int) -> UUID:
    demand_id = new_id()
    demand_payment(
        actor=SYSTEM,
        seller_id=seller_id,
        demand_id=demand_id,
        amount=Money(minor, "SAR"),
        due_on=bank_day(seller_id) + timedelta(days=14),
    )
    return demand_id


def repay(seller_id: UUID, minor: int, reference: str) -> None:
    record_repayment(
        actor=SYSTEM,
        seller_id=seller_id,
        amount=Money(minor, "SAR"),
        bank_reference=reference,
        paid_on=bank_day(seller_id),
    )


def answer(run_id: UUID) -> None:
    answer_transfers(
        actor=SYSTEM, run_id=run_id, answers=[BankAnswer("", is_paid=True)], paid_on=now().date()
    )


def assert_proved() -> None:
    ours = ("settlements.reserves_proof", "settlements.repayments_proof", "ledger.balance_proof")
    assert [one.faults for one in run_proofs() if one.code in ours] == [[], [], []]


@given(st.integers(0, 10**9), st.integers(0, 10_000), st.integers(-(10**6), 10**9))
def test_never_more_is_held_than_there_is(earned, rate_bp, free):
    held = held_back(earned, rate_bp, free)
    assert 0 <= held <= max(free, 0)
    assert held * 10_000 <= earned * rate_bp


parts = st.lists(st.tuples(st.integers(1, 10**6), st.none() | st.datetimes()), max_size=6).map(
    lambda found: [(UUID(int=place), *told) for place, told in enumerate(found, 1)]
)


@given(parts, st.integers(0, 10**7))
def test_what_is_taken_is_what_is_wanted_as_far_as_it_goes_the_earliest_first(found, wanted):
    taken = dict(taken_first(found, wanted))
    assert sum(taken.values()) == min(wanted, sum(left for _, left, _ in found))
    for part_id, left, due in found:
        earlier = [one for one in found if one[2] and (due is None or one[2] < due)]
        if taken.get(part_id):
            assert all(taken[one[0]] == one[1] for one in earlier)
        assert taken.get(part_id, 0) <= left
