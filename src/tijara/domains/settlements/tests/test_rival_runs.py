"""Payout runs that several work at, and one that is killed: each transfer is ordered once."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import markets_of
from tijara.domains.parties.testing import make_seller
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.shapes import RefundReason
from tijara.domains.returns.testing import make_paid_order
from tijara.domains.settlements.actions import (
    decide_run,
    order_transfers,
)
from tijara.domains.settlements.models import BankAccount
from tijara.domains.settlements.queries import (
    payable,
)
from tijara.domains.settlements.shapes import (
    BankAnswer,
    TransferState,
)
from tijara.domains.settlements.testing import (
    make_owed_seller,
    make_run,
    make_staff,
)
from tijara.kit.actor import SYSTEM

from .test_runs import OWED, answered, faults, in_their_order, the_transfer


@pytest.mark.django_db(transaction=True)
class TestRaces:
    def at_once(self, *acts):
        def act(do):
            try:
                do()
            finally:
                connection.close()

        with ThreadPoolExecutor(len(acts)) as crowd:
            list(crowd.map(act, acts))

    def test_many_workers_and_answers_pay_once(self):
        seller_id = make_owed_seller()
        run_id = make_run(seller_id, is_approved=False)
        decide_run(actor=make_staff(), run_id=run_id, is_approved=True)
        self.at_once(*[lambda: order_transfers(actor=SYSTEM)] * 4)
        assert payable(seller_id).minor == 0
        staff = make_staff()
        paid, failed = BankAnswer("", is_paid=True), BankAnswer("", is_paid=False, reason="AC01")
        self.at_once(
            *[
                lambda said=said: answered(run_id, said, actor=staff)
                for said in (paid, failed, paid, failed)
            ]
        )
        state = the_transfer(run_id).state
        assert (
            payable(seller_id).minor == {TransferState.PAID: 0, TransferState.FAILED: OWED}[state]
        )
        assert faults() == {}

    def test_a_run_that_is_killed_between_two_transfers_goes_on_and_pays_each_once(self):
        """The second seller's account is held by somebody, so that the one who dies has ordered the
        first transfer for good and stands before the second."""
        market_id = markets_of([first := make_owed_seller()])[first]
        others = [make_owed_seller(make_seller(market_by_id(market_id))) for _ in range(2)]
        run_id = make_run(first, is_approved=False)
        decide_run(actor=make_staff(), run_id=run_id, is_approved=True)

        def states():
            return [one.state for one in in_their_order(run_id)]

        assert states() == [TransferState.PROPOSED] * 3
        held = in_their_order(run_id)[1].seller_id
        with transaction.atomic():
            BankAccount.objects.select_for_update().get(seller_id=held)
            if (child := os.fork()) == 0:
                try:
                    connection.connection = None  # it is the parent's
                    order_transfers(actor=SYSTEM)
                finally:
                    os._exit(0)
            while TransferState.ORDERED not in states():
                assert os.waitpid(child, os.WNOHANG) == (0, 0), "it ended by itself"
            os.kill(child, signal.SIGKILL)
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        assert states() == [TransferState.ORDERED, *[TransferState.PROPOSED] * 2]
        assert faults() == {}

        for _ in range(2):
            order_transfers(actor=SYSTEM)
        assert states() == [TransferState.ORDERED] * 3
        assert [payable(one).minor for one in (first, *others)] == [0, 0, 0]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*), count(DISTINCT reference) FROM ledger_journal"
                " WHERE kind = 'payout_ordered'"
            )
            assert cursor.fetchone() == (3, 3)
        assert faults() == {}

    def test_an_order_taken_back_while_it_is_ordered(self):
        seller_id = make_owed_seller()
        order = make_paid_order(seller_id=seller_id)
        run_id = make_run(seller_id, is_approved=False)
        decide_run(actor=make_staff(), run_id=run_id, is_approved=True)
        self.at_once(
            lambda: order_transfers(actor=SYSTEM),
            lambda: refund_order(
                actor=SYSTEM,
                seller_id=seller_id,
                order_id=order.id,
                reason=RefundReason.OTHER,
                restock=False,
            ),
        )
        booked = the_transfer(run_id).state is TransferState.ORDERED
        assert payable(seller_id).minor == (-OWED if booked else OWED)
        assert faults() == {}
