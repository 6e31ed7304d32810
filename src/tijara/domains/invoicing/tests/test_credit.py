"""What a wallet has paid is a payment, not a discount."""

import pytest

from tijara.domains.invoicing.queries import invoices_of_order
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.testing import make_paid_order
from tijara.platform.outbox.relay import Relay


@pytest.mark.django_db
def test_the_invoice_is_of_the_full_price():
    order = make_paid_order(PaymentMethod.CARD, credit_minor=10000)
    while Relay().deliver_pending():
        pass
    (paper,) = invoices_of_order(order.seller_id, order.id)
    assert paper.content.total == order.total
