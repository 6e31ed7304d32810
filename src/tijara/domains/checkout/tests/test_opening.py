"""How the orders of a checkout begin, and until when they wait."""

from datetime import timedelta
from functools import partial

import pytest

from tijara.domains.checkout.rules import opening_of
from tijara.domains.markets.shapes import CashCode
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.clock import now

from .test_ways_to_pay import CARD, TERMS

pytestmark = pytest.mark.django_db


def test_how_orders_begin():
    market = make_market(**TERMS)
    moment, cash = now(), PaymentMethod.CASH_ON_DELIVERY
    begins = partial(opening_of, moment=moment, reaches_phones=True)
    assert begins(market, CARD)[1] == moment + timedelta(hours=1)
    assert begins(market, cash) == (OrderState.PLACED, None)
    careful = make_market(**TERMS, cash_code=CashCode.ALWAYS)
    waits = (OrderState.PENDING, moment + timedelta(hours=24))
    assert begins(careful, cash) == waits
    assert begins(careful, cash, reaches_phones=False) == (OrderState.PLACED, None)
