"""Whatever is done to a purse, in whatever order: neither pocket falls below nothing, and both are
what the journal says."""

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tijara.domains.ledger.actions import (
    award_purse,
    end_deposit,
    lock_purse,
    post_journal,
    put_deposit,
    release_purses,
)
from tijara.domains.ledger.actions.post_journal import NoPurse
from tijara.domains.ledger.models import Purse
from tijara.domains.ledger.queries import balance_proof, balances, purse_proof
from tijara.domains.ledger.shapes import Account, DepositEnd, Transfer
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

MINOR = st.integers(min_value=1, max_value=300)
HISTORY = st.lists(
    st.one_of(
        st.tuples(st.just("collect"), MINOR),
        st.tuples(st.just("refund"), MINOR),
        st.tuples(st.just("award"), MINOR),
        st.tuples(st.just("release"), MINOR),
        st.tuples(st.just("deposit"), MINOR),
        *(st.tuples(st.just(str(end)), MINOR) for end in DepositEnd),
    ),
    max_size=14,
)


class Keeper:
    """One purse, and beside it what ought to be in it."""

    def __init__(self) -> None:
        self.key = {"seller_id": new_id(), "order_id": new_id()}
        self.held = self.deposit = self.number = 0
        self.done: set[str] = set()

    def do(self, what: str, minor: int) -> None:
        """It is refused exactly where it would take more than is there, or happen twice."""
        may = {
            "collect": True,
            "deposit": "deposit" not in self.done,
            "refund": minor <= self.held,
            "award": minor <= self.held and "award" not in self.done,
            "release": True,
        }.get(what, minor <= self.deposit and what not in self.done)
        try:
            with transaction.atomic():
                self._act(what, minor)
        except (IntegrityError, NoPurse):
            assert not may, (what, minor, self.held, self.deposit)
            return
        assert may, (what, minor, self.held, self.deposit)
        self._count(what, minor)

    def _act(self, what: str, minor: int) -> None:
        same = {"actor": SYSTEM, **self.key, "currency": "SAR"}
        if what == "release":
            if "release" not in self.done:
                release_purses(actor=SYSTEM, keys=[tuple(self.key.values())])
        elif what == "award":
            back = [Transfer(Account.SELLER_HELD, Account.BUYER_REFUNDABLE, minor)]
            award_purse(**same, kind="test_award", transfers=back)
        elif what == "deposit":
            put_deposit(**same, amount_minor=minor, source=Account.BANK)
        elif what in set(DepositEnd):
            end_deposit(**same, amount_minor=minor, end=DepositEnd(what))
        else:
            sides = (Account.ORDERS_PENDING, Account.SELLER_HELD)
            if what == "refund":
                sides = (Account.SELLER_HELD, Account.BUYER_REFUNDABLE)
            post_journal(
                **same, kind=what, reference_id=new_id(), transfers=[Transfer(*sides, minor)]
            )

    def _count(self, what: str, minor: int) -> None:
        if what == "release":
            self.done |= {"release"} if self.held else set()
            self.held = 0 if "release" in self.done and self.held else self.held
            return
        if what in ("collect", "refund"):
            self.held += minor if what == "collect" else -minor
        elif what == "award":
            self.held = 0
        else:
            self.deposit += minor if what == "deposit" else -minor
        if what not in ("collect", "refund"):
            self.done.add(what)


class TestHistories(TestCase):
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(HISTORY)
    def test_of_a_purse(self, history):
        keeper = Keeper()
        for what, minor in history:
            if what == "release" and "release" in keeper.done:
                continue
            keeper.do(what, minor)
        rows = Purse.objects.filter(seller_id=keeper.key["seller_id"])
        pockets = [(0, 0), *rows.values_list("held_minor", "deposit_minor")][-1]
        assert pockets == (keeper.held, keeper.deposit)
        assert purse_proof().faults == []
        assert balance_proof().faults == []


@pytest.mark.django_db
class TestADeposit:
    def test_counts_for_the_sale_goes_back_or_is_lost_in_parts_that_are_the_whole(self):
        key = {"seller_id": new_id(), "order_id": new_id()}
        same = {"actor": SYSTEM, **key, "currency": "SAR"}
        put_deposit(**same, amount_minor=1000, source=Account.GATEWAY_RECEIVABLE)
        assert lock_purse(actor=SYSTEM, **key) == 0
        parts = {DepositEnd.USED: 500, DepositEnd.RETURNED: 300, DepositEnd.FORFEITED: 200}
        for end, minor in parts.items():
            end_deposit(**same, amount_minor=minor, end=end)
        assert balances(key["seller_id"]) == {
            Account.GATEWAY_RECEIVABLE: 1000,
            Account.DEPOSITS_HELD: 0,
            Account.BUYER_RECEIVABLE: -500,
            Account.BUYER_REFUNDABLE: -300,
            Account.SELLER_PAYABLE: -200,
        }
        with pytest.raises(IntegrityError), transaction.atomic():
            end_deposit(**same, amount_minor=1, end=DepositEnd.RETURNED)
