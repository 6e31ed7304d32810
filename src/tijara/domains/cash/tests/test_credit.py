"""Of an order that a wallet has paid in part, the courier brings the rest."""

import pytest

from tijara.domains.cash.queries import cash_of_order
from tijara.domains.ledger.queries import order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.testing import make_paid_order
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay


@pytest.mark.django_db
def test_the_courier_brings_what_the_wallet_has_not_paid():
    order = make_paid_order(PaymentMethod.CASH_ON_DELIVERY, credit_minor=10000)
    while Relay().deliver_pending():
        pass
    assert {one.code: one.faults for one in run_proofs() if one.faults} == {}
    (parcel,) = cash_of_order(order.seller_id, order.id)
    assert parcel.amount == order.rest
    held = order_balances(order.seller_id, order.id)
    assert held[Account.CARRIER_RECEIVABLE] == order.rest.minor
    assert held[Account.WALLET_CLEARING] == 10000
