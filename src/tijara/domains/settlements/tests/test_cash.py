"""What waits for its cash is not paid out."""

import pytest

from tijara.domains.cash.testing import SHARE, bring_and_book, make_cash_parcel
from tijara.domains.cash_terms.actions import set_cash_terms
from tijara.domains.cash_terms.shapes import CashTerms
from tijara.domains.deals.testing import settle
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.queries import order as find_order
from tijara.domains.settlements.actions import MoreThanOwed, keep_bank_account
from tijara.domains.settlements.queries import payable, payables, waiting
from tijara.domains.settlements.testing import IBAN, pay_out
from tijara.kit.actor import SYSTEM
from tijara.platform.audits import run_proofs

pytestmark = pytest.mark.django_db


def faults() -> dict[str, list[str]]:
    found = {one.code: one.faults for one in run_proofs() if one.faults}
    return {code: told for code, told in found.items() if not code.startswith("invoicing.")}


def test_a_seller_is_paid_when_the_cash_has_come():
    parcel = make_cash_parcel("9")
    keep_bank_account(actor=SYSTEM, seller_id=parcel.seller_id, holder="بيت النحّاس", iban=IBAN)
    assert (payable(parcel.seller_id).minor, waiting(parcel.seller_id).minor) == (0, SHARE)
    (row,) = [one for one in payables().page.items if one.seller_id == parcel.seller_id]
    assert (row.amount.minor, row.waiting.minor) == (0, SHARE)
    with pytest.raises(MoreThanOwed):
        pay_out(parcel.seller_id, 100)
    bring_and_book(["9,262.00,,"])
    assert payable(parcel.seller_id).minor == SHARE
    pay_out(parcel.seller_id, SHARE)
    assert not faults()


def test_a_market_may_pay_before_the_cash_has_come():
    terms = CashTerms(pays_before_cash=True)
    set_cash_terms(actor=SYSTEM, market_id=make_market().id, terms=terms)
    assert payable(make_cash_parcel("9").seller_id).minor == SHARE


def test_what_a_deal_holds_is_not_taken_off_twice():
    parcel = make_cash_parcel("9", protection_days=3)
    assert (payable(parcel.seller_id).minor, waiting(parcel.seller_id).minor) == (0, 0)
    order = find_order(parcel.seller_id, parcel.order_id)
    settle(order)
    assert (payable(parcel.seller_id).minor, waiting(parcel.seller_id).minor) == (0, SHARE)
    bring_and_book(["9,262.00,,"])
    assert (payable(parcel.seller_id).minor, waiting(parcel.seller_id).minor) == (SHARE, 0)
    assert not faults()
