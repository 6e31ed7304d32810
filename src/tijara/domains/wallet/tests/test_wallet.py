"""Credit comes in, is held, spent, given by two, and expires; the books tell of it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.wallet.actions import (
    CreditShort,
    GrantInvalid,
    decide_grant,
    expire_credit,
    grant_credit,
    hold_credit,
    move_credit,
    release_holds,
    set_wallet_terms,
    spend_hold,
    tell_of_credit,
)
from tijara.domains.wallet.models import Hold
from tijara.domains.wallet.queries import expiring_credit, grants_waiting, moves_of, wallet_figures
from tijara.domains.wallet.shapes import (
    CreditKind,
    CreditPart,
    CreditToPut,
    GrantDraft,
)
from tijara.domains.wallet.testing import (
    as_buyer,
    balance,
    give,
    lots,
    make_buyer_with,
    make_person,
    make_staff,
)
from tijara.kit.actor import SYSTEM
from tijara.kit.balances import GrantState, OrderMark
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.balances.grants import GrantDecided, OwnProposal

pytestmark = pytest.mark.django_db


def faults():
    """The clearing account has its other half in sellers' books, which these tests have not."""
    found = {one.code: one.faults for one in run_proofs() if one.faults}
    found.pop("wallet.clearing_proof", None)
    return found


def hold(buyer_id, minor, checkout_id=None):
    checkout_id = checkout_id or new_id()
    hold_credit(
        actor=as_buyer(buyer_id),
        buyer_id=buyer_id,
        market_id=make_market().id,
        checkout_id=checkout_id,
        amount_minor=minor,
    )
    return checkout_id


def part(minor):
    return CreditPart(OrderMark(new_id(), new_id(), "K7Q3M-9XW2T"), minor)


def spend(buyer_id, checkout_id, *minors):
    parts = [part(minor) for minor in minors]
    actor = as_buyer(buyer_id)
    return spend_hold(actor=actor, buyer_id=buyer_id, checkout_id=checkout_id, parts=parts)


class TestMoves:
    def test_the_same_reference_comes_in_once(self):
        buyer_id, market = make_person(), make_market()
        credit = CreditToPut(CreditKind.GOODWILL, Money(5000, "SAR"), "grant:one")
        which = {"actor": SYSTEM, "buyer_id": buyer_id, "market_id": market.id, "credit": credit}
        assert move_credit(**which) == move_credit(**which)
        assert balance(buyer_id) == (5000, 0)
        assert balances(market.id)[Account.WALLET_LIABILITY] == -5000
        assert faults() == {}

    def test_more_than_there_is_never_goes_out(self):
        buyer_id = make_buyer_with(100)
        with pytest.raises(Exception, match="wallet_not_below_nothing"):
            move_credit(
                actor=SYSTEM,
                buyer_id=buyer_id,
                market_id=make_market().id,
                credit=CreditToPut(CreditKind.SPENT, Money(-101, "SAR"), "spent:x"),
            )

    def test_another_currency_is_a_bug_and_loud(self):
        with pytest.raises(AssertionError):
            move_credit(
                actor=SYSTEM,
                buyer_id=make_person(),
                market_id=make_market().id,
                credit=CreditToPut(CreditKind.GOODWILL, Money(1, "AED"), "grant:x"),
            )

    def test_the_history_tells_each_balance(self):
        buyer_id = make_buyer_with(5000)
        spend(buyer_id, hold(buyer_id, 2000), 2000)
        told = moves_of(buyer_id, make_market().id).items
        assert [(one.amount.minor, one.balance.minor) for one in told] == [
            (-2000, 3000),
            (5000, 5000),
        ]


class TestHolds:
    def test_what_is_held_is_not_held_twice(self):
        buyer_id = make_buyer_with(5000)
        hold(buyer_id, 3000)
        with pytest.raises(CreditShort):
            hold(buyer_id, 2001)
        assert balance(buyer_id) == (5000, 3000)

    def test_neither_nothing_nor_a_guest_nor_another_buyer_holds_anything(self):
        for buyer_id, minor in ((new_id(), 1), (make_buyer_with(100), 0), (make_person(), 1)):
            with pytest.raises(CreditShort):
                hold(buyer_id, minor)
        with pytest.raises(NotAllowed):
            hold_credit(
                actor=as_buyer(new_id()),
                buyer_id=make_buyer_with(100),
                market_id=make_market().id,
                checkout_id=new_id(),
                amount_minor=100,
            )

    @pytest.mark.parametrize("minor", [1500, 3000])
    def test_the_same_checkout_holds_once_however_often_it_asks(self, minor):
        """Whether there is as much left or not; and when it is over, it is over."""
        buyer_id = make_buyer_with(4000)
        checkout_id = hold(buyer_id, minor)
        hold(buyer_id, minor, checkout_id)
        assert balance(buyer_id) == (4000, minor)
        assert spend(buyer_id, checkout_id, minor)
        hold(buyer_id, minor, checkout_id)
        assert balance(buyer_id) == (4000 - minor, 0)
        assert faults() == {}

    def test_it_is_spent_once_and_what_is_over_is_free(self):
        buyer_id = make_buyer_with(5000)
        checkout_id = hold(buyer_id, 3000)
        assert spend(buyer_id, checkout_id, 1000, 500)
        assert not spend(buyer_id, checkout_id, 1000)
        assert balance(buyer_id) == (3500, 0)
        assert faults() == {}

    def test_one_that_nobody_ends_is_let_go(self):
        buyer_id = make_buyer_with(5000)
        checkout_id = hold(buyer_id, 3000)
        assert release_holds(actor=SYSTEM) == 0
        Hold.objects.filter(id=checkout_id).update(due_at=now())
        assert release_holds(actor=SYSTEM) == 1
        assert balance(buyer_id) == (5000, 0)
        assert not spend(buyer_id, checkout_id, 3000)
        assert faults() == {}


class TestLots:
    def test_what_expires_first_is_spent_first(self):
        buyer_id = make_buyer_with(5000)
        give(buyer_id, 2000, days=9)
        give(buyer_id, 1000, days=2)
        spend(buyer_id, hold(buyer_id, 2500), 2500)
        assert lots(buyer_id) == [5000, 500, 0]
        (soon,) = expiring_credit(buyer_id, make_market().id)
        assert soon.amount == Money(500, "SAR")

    def test_over_it_goes_but_not_while_it_is_held(self):
        buyer_id = make_buyer_with(1000)
        give(buyer_id, 2000, days=-1)
        checkout_id = hold(buyer_id, 2500)
        assert expire_credit(actor=SYSTEM) == 1
        assert balance(buyer_id) == (2500, 2500)
        spend(buyer_id, checkout_id)
        assert expire_credit(actor=SYSTEM) == 1
        assert balance(buyer_id) == (1000, 0)
        assert expire_credit(actor=SYSTEM) == 0
        assert balances(make_market().id)[Account.GOODWILL_EXPENSE] == 1000
        assert faults() == {}


class TestGrants:
    def grant(self, buyer_id, minor, staff=None, grant_id=None, **given):
        draft = GrantDraft(Money(minor, "SAR"), "late")
        return grant_credit(
            actor=staff or make_staff(),
            buyer_id=buyer_id,
            market_id=make_market().id,
            grant_id=grant_id or new_id(),
            draft=replace(draft, **given),
        )

    def test_a_small_one_is_there_at_once_and_pressed_twice_once(self):
        buyer_id, grant_id = make_person(), new_id()
        for _ in range(2):
            assert self.grant(buyer_id, 10000, grant_id=grant_id) is GrantState.DONE
        assert balance(buyer_id) == (10000, 0)
        assert faults() == {}

    def test_a_large_one_needs_another_pair_of_eyes(self):
        buyer_id, first, second = make_person(), make_staff(), make_staff()
        assert self.grant(buyer_id, 10001, first) is GrantState.PROPOSED
        (waiting,) = grants_waiting(make_market().id)
        which = {"buyer_id": buyer_id, "grant_id": waiting.id}
        with pytest.raises(OwnProposal):
            decide_grant(actor=first, is_agreed=True, **which)
        assert balance(buyer_id) == (0, 0)
        decide_grant(actor=second, is_agreed=True, **which)
        with pytest.raises(GrantDecided):
            decide_grant(actor=second, is_agreed=True, **which)
        assert balance(buyer_id) == (10001, 0)

    def test_who_proposed_may_take_it_back(self):
        buyer_id, staff = make_person(), make_staff()
        self.grant(buyer_id, 20000, staff)
        (waiting,) = grants_waiting(make_market().id)
        decide_grant(actor=staff, buyer_id=buyer_id, grant_id=waiting.id, is_agreed=False)
        assert balance(buyer_id) == (0, 0) and not grants_waiting(make_market().id)

    def test_the_market_says_what_one_may_give_alone(self):
        set_wallet_terms(actor=make_staff(), market_id=make_market().id, alone_up_to_minor=0)
        assert self.grant(make_person(), 1) is GrantState.PROPOSED

    def test_neither_a_buyer_nor_another_currency(self):
        with pytest.raises(NotAllowed):
            self.grant(make_person(), 1, as_buyer(new_id()))
        with pytest.raises(GrantInvalid) as refused:
            self.grant(make_person(), 1, amount=Money(1, "AED"))
        assert refused.value.fields == {"amount": "other_currency"}


def test_the_figures_are_what_is_owed():
    hold(make_buyer_with(5000), 2000)
    make_buyer_with(700)
    told = wallet_figures(make_market().id)
    assert (told.owed.minor, told.held.minor, told.wallets) == (5700, 2000, 2)


@pytest.mark.parametrize(("hour", "day"), [(20, 14), (21, 15)])
def test_the_last_day_of_credit_is_the_markets_at_midnight(hour, day):
    buyer_id = make_person()
    with going_from(datetime(2026, 11, 4, hour, 30, tzinfo=UTC)):
        move_id = give(buyer_id, 5000, days=10)
        tell_of_credit(actor=SYSTEM, buyer_id=buyer_id, move_id=move_id)
    (letter,) = [one for one in recent_messages() if one.kind == "wallet.credit_given"]
    assert f"\u2068{day} نوفمبر 2026\u2069" in letter.text
