"""What a buyer has to pay, and what goes back to him."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection

from tijara.domains.markets.testing import make_market
from tijara.domains.payments.actions import cancel_charge, open_charge, open_refund
from tijara.domains.payments.actions.open_charge import PartsDontAddUp
from tijara.domains.payments.queries import (
    charge_of_checkout,
    charges,
    payment_options,
    refunds,
    refunds_of_order,
)
from tijara.domains.payments.shapes import (
    OFFERED,
    ChargeState,
    ChargeToOpen,
    PaymentMethod,
    RefundState,
)
from tijara.domains.payments.testing import make_charge, refund_of
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import BUYER_POWERS
from tijara.platform.action import NotAllowed

EVERY_WAY = {
    "payment_methods": OFFERED,
    "bank_iban": "SA0380000000608010167519",
    "bank_name": "مصرف",
    "bank_holder": "شركة",
}


def again(charge) -> ChargeToOpen:
    return ChargeToOpen(
        checkout_id=charge.checkout_id,
        market_id=charge.market_id,
        method=charge.method,
        amount=charge.amount,
        parts=charge.parts,
        due_at=charge.due_at,
        language=charge.language,
    )


def options(total_minor: int, *, is_digital: bool = False, **policies) -> dict:
    market = make_market(**(EVERY_WAY | policies))
    found = payment_options(market, Money(total_minor, "SAR"), is_digital=is_digital)
    return {one.method: one for one in found}


@pytest.mark.django_db
class TestOptions:
    def test_a_market_offers_what_it_says_in_its_order(self):
        methods = (PaymentMethod.BANK_TRANSFER, PaymentMethod.CASH_ON_DELIVERY)
        assert tuple(options(5000, payment_methods=methods)) == methods

    def test_a_high_total_is_not_paid_in_cash(self):
        found = options(5001, cash_on_delivery_limit_minor=5000)
        assert found[PaymentMethod.CASH_ON_DELIVERY].refused_because == "over_cash_limit"
        assert not found[PaymentMethod.CARD].refused_because
        assert not found[PaymentMethod.CARD].fee

    def test_a_total_that_the_gateway_does_not_carry_is_not_paid_by_card(self):
        assert options(50)[PaymentMethod.CARD].refused_because == "not_by_card"
        assert not options(50)[PaymentMethod.BANK_TRANSFER].refused_because

    def test_digital_goods_are_not_paid_in_cash(self):
        assert PaymentMethod.CASH_ON_DELIVERY not in options(5000, is_digital=True)

    def test_cards_need_a_gateway(self, settings):
        settings.CARD_GATEWAY = ""
        assert PaymentMethod.CARD not in options(5000)

    def test_transfers_need_an_account(self):
        market = replace(make_market(**EVERY_WAY), bank_iban="")
        found = [one.method for one in payment_options(market, Money(5000, "SAR"))]
        assert PaymentMethod.BANK_TRANSFER not in found


@pytest.mark.django_db
class TestCharge:
    def test_a_checkout_has_one(self):
        charge = make_charge(None, 10000, 24900)
        same = open_charge(actor=SYSTEM, buyer_id=charge.buyer_id, charge=again(charge))
        assert same == charge.id
        assert [part.amount_minor for part in charge.parts] == [10000, 24900]
        assert (charge.state, charge.amount) == (ChargeState.OPEN, Money(34900, "SAR"))

    def test_its_parts_add_up(self):
        with pytest.raises(PartsDontAddUp):
            make_charge(amount=Money(1, "SAR"))

    def test_nobody_else_sees_or_opens_it(self):
        charge = make_charge()
        assert charge_of_checkout(new_id(), charge.checkout_id) is None
        assert charges([(new_id(), charge.id)]) == {}
        other = Actor(ActorKind.BUYER, owner_id=new_id(), powers=BUYER_POWERS)
        with pytest.raises(NotAllowed):
            open_charge(actor=other, buyer_id=charge.buyer_id, charge=again(charge))

    def test_only_an_open_one_is_cancelled(self):
        charge = make_charge()
        given = {"actor": SYSTEM, "buyer_id": charge.buyer_id, "charge_id": charge.id}
        assert cancel_charge(**given)
        assert not cancel_charge(**given)
        assert charges([(charge.buyer_id, charge.id)])[charge.id].state is ChargeState.CANCELLED


@pytest.mark.django_db
class TestRefund:
    def test_an_order_has_one(self):
        charge = make_charge(None, 10000, 24900)
        first, again = (
            open_refund(actor=SYSTEM, buyer_id=charge.buyer_id, refund=refund_of(charge, 1))
            for _ in range(2)
        )
        assert first == again
        part = charge.parts[1]
        (found,) = refunds_of_order(part.seller_id, charge.buyer_id, part.order_id)
        assert (found.state, found.amount) == (RefundState.DUE, Money(24900, "SAR"))
        assert [one.id for one in refunds(state=RefundState.DUE).items] == [first]

    def test_cash_goes_back_by_hand(self):
        charge = make_charge()
        given = refund_of(charge, charge_id=None, method=PaymentMethod.CASH_ON_DELIVERY)
        open_refund(actor=SYSTEM, buyer_id=charge.buyer_id, refund=given)
        (found,) = refunds_of_order(given.seller_id, charge.buyer_id, given.order_id)
        assert found.needs_staff


@pytest.mark.django_db(transaction=True)
def test_many_who_open_one_charge_at_once_get_the_same():
    buyer_id, charge = new_id(), again(make_charge())

    def press(_) -> object:
        try:
            return open_charge(actor=SYSTEM, buyer_id=buyer_id, charge=charge)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(press, range(8)))) == 1
