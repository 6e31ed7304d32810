"""A part of an order comes back: out of the purse while it is held, off the balance after that."""

import pytest

from tijara.domains.deals.testing import make_held_order, settle
from tijara.domains.ledger.queries import balances, order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.parties.testing import seller_actor
from tijara.domains.returns.actions import refund_return
from tijara.domains.returns.shapes import ReturnState
from tijara.domains.returns.testing import make_return
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay


def refund(order, many):
    told = make_return(order, {order.lines[0].id: many}, ReturnState.INSPECTED)
    seller = seller_actor(order.seller_id)
    refund_return(actor=seller, seller_id=order.seller_id, return_id=told.id)


def faults():
    while Relay().deliver_pending():
        pass
    return {one.code: one.faults for one in run_proofs() if one.faults}


@pytest.mark.django_db
class TestHeldAndSettled:
    def test_while_it_is_held_it_comes_out_of_the_purse(self):
        order = make_held_order()
        refund(order, 1)
        left = order_balances(order.seller_id, order.id)
        assert left[Account.SELLER_HELD] == -(22355 - (11500 - 1150 - 172))
        assert left.get(Account.SELLER_PAYABLE, 0) == 0
        settle(order)
        assert faults() == {}

    def test_after_that_it_comes_off_the_balance_which_may_fall_below_nothing(self):
        order = make_held_order()
        settle(order)
        refund(order, 2)
        assert balances(order.seller_id)[Account.SELLER_PAYABLE] == 0
        assert faults() == {}
