"""Of an order that a wallet has paid in part, the courier brings the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.cash.queries import cash_of_order, waiting_shares
from tijara.domains.cash.rules import shares_left
from tijara.domains.ledger.queries import order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.parties.testing import seller_actor
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.actions import refund_return
from tijara.domains.returns.queries import goods_refunds
from tijara.domains.returns.shapes import ReturnState
from tijara.domains.returns.testing import make_paid_order, make_return
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay


def deliver_facts():
    while Relay().deliver_pending():
        pass


@pytest.mark.django_db
def test_the_courier_brings_what_the_wallet_has_not_paid():
    order = make_paid_order(PaymentMethod.CASH_ON_DELIVERY, credit_minor=10000)
    deliver_facts()
    assert {one.code: one.faults for one in run_proofs() if one.faults} == {}
    (parcel,) = cash_of_order(order.seller_id, order.id)
    assert parcel.amount == order.rest
    held = order_balances(order.seller_id, order.id)
    assert held[Account.CARRIER_RECEIVABLE] == order.rest.minor
    assert held[Account.WALLET_CLEARING] == 10000


@pytest.mark.django_db
def test_what_came_back_of_an_order_waits_for_no_cash_and_the_rest_does():
    order = make_paid_order(PaymentMethod.CASH_ON_DELIVERY)
    deliver_facts()
    before = waiting_shares([order.seller_id])[order.seller_id]
    told = make_return(order, state=ReturnState.INSPECTED)
    refund_return(actor=seller_actor(order.seller_id), seller_id=order.seller_id, return_id=told.id)
    deliver_facts()
    (refund,) = goods_refunds(order.seller_id, order.id)
    after = waiting_shares([order.seller_id])[order.seller_id]
    assert before - after == refund.share.seller_minor > 0
    assert {one.code: one.faults for one in run_proofs() if one.faults} == {}


@given(st.lists(st.integers(-50, 500), max_size=5), st.integers(0, 2000))
def test_shares_lose_together_what_went_back_the_first_first(shares, back):
    left = shares_left(shares, back)
    lost = [share - rest for share, rest in zip(shares, left, strict=True)]
    assert sum(lost) == min(back, sum(max(0, share) for share in shares))
    assert all(one >= 0 for one in lost)
