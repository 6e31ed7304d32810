"""Card payments given back at their gateway, whatever becomes of the answers."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from tijara.domains.payments.actions import (
    mark_refund_paid,
    open_refund,
    pay_refunds,
    settle_attempt,
)
from tijara.domains.payments.queries import (
    attempts_of,
    card_gateway,
    notices,
    refunds,
    refunds_of_charge,
)
from tijara.domains.payments.shapes import (
    AttemptState,
    ChargeState,
    GatewayPayment,
    NoticeState,
    RefundState,
)
from tijara.domains.payments.testing import let_time_pass, refund_of, take_refunds_over
from tijara.kit.actor import SYSTEM
from tijara.kit.money import Money
from tijara.platform.providers import connected

from .conftest import arrived, facts, states, until, work

pytestmark = pytest.mark.django_db(transaction=True)


class TestMoneyBack:
    def paid(self, gateway, buyer) -> None:
        buyer.come_back(gateway.pay(buyer.go()).location)

    def refund(self, buyer, part: int):
        charge = buyer.charge
        return open_refund(actor=SYSTEM, buyer_id=charge.buyer_id, refund=refund_of(charge, part))

    def test_parts_of_a_payment_go_back_each_once(self, gateway, buyer):
        self.paid(gateway, buyer)
        self.refund(buyer, 0), self.refund(buyer, 1)
        assert (pay_refunds(actor=SYSTEM), pay_refunds(actor=SYSTEM)) == (2, 0)
        done = refunds_of_charge(buyer.charge.buyer_id, buyer.charge.id)
        assert {one.state for one in done} == {RefundState.PAID}
        assert facts(buyer)[1:] == ["payments.refund_paid.v1"] * 2

    @pytest.mark.parametrize(
        "fault", ["refund_500_after_it_was_given", "refund_silent_after_it_was_given"]
    )
    def test_a_refund_whose_answer_was_lost_is_not_given_twice(self, gateway, buyer, fault):
        self.paid(gateway, buyer)
        self.refund(buyer, 0)
        gateway.fault(fault)
        assert pay_refunds(actor=SYSTEM) == 0
        let_time_pass(hours=1)
        assert pay_refunds(actor=SYSTEM) == 1
        (done,) = refunds_of_charge(buyer.charge.buyer_id, buyer.charge.id)
        assert (done.state, done.amount) == (RefundState.PAID, Money(10000, "SAR"))
        self.refund(buyer, 1)
        assert pay_refunds(actor=SYSTEM) == 1

    def given_back(self, buyer) -> Money:
        (attempt,) = attempts_of(buyer.charge.buyer_id, buyer.charge.id)
        told = card_gateway().fetch(attempt.gateway_id)
        assert isinstance(told, GatewayPayment) and told.refunded is not None
        return told.refunded

    def test_a_smaller_refund_is_not_taken_for_the_one_whose_answer_was_lost(
        self, gateway, new_buyer
    ):
        """A third order of the payment stands, so that the gateway would give more than is owed."""
        buyer = new_buyer(10000, 3000, 20000)
        self.paid(gateway, buyer)
        self.refund(buyer, 0), self.refund(buyer, 1)
        gateway.fault("refund_500_after_it_was_given")
        assert pay_refunds(actor=SYSTEM) == 0
        assert self.given_back(buyer) == Money(10000, "SAR")
        let_time_pass(hours=1)
        assert pay_refunds(actor=SYSTEM) == 2
        assert self.given_back(buyer) == Money(13000, "SAR")

    def test_what_staff_gave_at_the_bank_does_not_count_as_the_gateways(self, gateway, new_buyer):
        buyer = new_buyer(10000, 3000, 20000)
        self.paid(gateway, buyer)
        by_hand = self.refund(buyer, 0)
        mark_refund_paid(
            actor=SYSTEM,
            buyer_id=buyer.charge.buyer_id,
            refund_id=by_hand,
            bank_reference="SARIE-1",
        )
        self.refund(buyer, 1)
        assert pay_refunds(actor=SYSTEM) == 1
        assert self.given_back(buyer) == Money(3000, "SAR")

    @pytest.mark.parametrize("end", ["", " "], ids=["the same bytes", "other bytes"])
    def test_a_notice_that_is_replayed_afterwards_moves_nothing(self, gateway, buyer, end):
        """Heard on the way and sent again, when the money has long gone back."""
        gateway.pay(buyer.go())
        until(arrived)
        work()
        self.refund(buyer, 0), self.refund(buyer, 1)
        assert pay_refunds(actor=SYSTEM) == 2
        before = (facts(buyer), states(buyer), buyer.now().state)
        body = notices().items[0].body + end
        for _ in range(3):
            answer = Client().post("/hooks/payments/moyasar", body, "application/json")
            assert answer.status_code == 204
        work()
        assert (facts(buyer), states(buyer), buyer.now().state) == before
        assert {one.state for one in notices().items} <= {NoticeState.DONE, NoticeState.FORGED}

    def test_of_two_workers_at_once_one_asks(self, gateway, buyer):
        """Both would be told at the same moment that nothing was given back yet."""
        self.paid(gateway, buyer)
        self.refund(buyer, 0)
        gateway.fault("slow", 2)

        def pay(_) -> int:
            try:
                return pay_refunds(actor=SYSTEM)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as hands:
            assert sorted(hands.map(pay, range(2))) == [0, 1]
        assert self.given_back(buyer) == Money(10000, "SAR")

    def test_a_worker_whose_claim_has_gone_asks_for_nothing(self, gateway, buyer):
        """It was held up while it asked what had been given back."""
        self.paid(gateway, buyer)
        self.refund(buyer, 0)
        gateway.fault("slow")

        def pay() -> int:
            try:
                return pay_refunds(actor=SYSTEM)
            finally:
                connection.close()

        with ThreadPoolExecutor(1) as hands:
            held_up = hands.submit(pay)
            until(take_refunds_over)
            assert held_up.result() == 0
        assert self.given_back(buyer) == Money(0, "SAR")
        let_time_pass(hours=2)
        assert pay_refunds(actor=SYSTEM) == 1

    def test_a_gateway_that_can_not_be_set_up_is_put_off_until_staff_do_it(
        self, gateway, buyer, monkeypatch
    ):
        self.paid(gateway, buyer)
        self.refund(buyer, 0)
        monkeypatch.delenv("TIJARA_MOYASAR_SECRET_KEY")
        connected.cache_clear()
        assert pay_refunds(actor=SYSTEM) == 0
        (told,) = refunds().items
        assert (told.last_error, told.needs_staff) == ("SettingMissing", False)
        for _ in range(13):
            let_time_pass(hours=7)
            pay_refunds(actor=SYSTEM)
        assert refunds().items[0].needs_staff

    def test_what_the_gateway_will_not_give_staff_do(self, gateway, buyer):
        """Somebody has given all of it back at the gateway's own desk: it refuses, for good."""
        self.paid(gateway, buyer)
        charge = buyer.charge
        (attempt,) = attempts_of(charge.buyer_id, charge.id)
        told = card_gateway().fetch(attempt.gateway_id)
        card_gateway().refund(attempt.gateway_id, told.payment_id, charge.amount)
        self.refund(buyer, 0)
        assert pay_refunds(actor=SYSTEM) == 0
        assert refunds().items[0].needs_staff

    def test_who_paid_twice_gets_one_back(self, gateway, buyer):
        """Two pages of one charge: the first was taken for lost and was not."""
        first = buyer.go()
        attempt = attempts_of(buyer.charge.buyer_id, buyer.charge.id)[0]
        from_lost = GatewayPayment(attempt.gateway_id, "", Money(1, "SAR"), False, True)
        settle = {"buyer_id": buyer.charge.buyer_id, "attempt_id": attempt.id}
        reference = buyer.charge.buyer_id.hex + attempt.id.hex
        told = GatewayPayment(attempt.gateway_id, reference, from_lost.amount, False, True)
        settle_attempt(actor=SYSTEM, told=told, **settle)
        gateway.pay(first)
        until(arrived)
        gateway.pay(buyer.go())
        until(lambda: arrived(2))
        work()
        assert buyer.now().state is ChargeState.PAID
        assert sorted(states(buyer)) == [AttemptState.PAID, AttemptState.SURPLUS]
        assert facts(buyer) == ["payments.charge_paid.v1"]
        assert pay_refunds(actor=SYSTEM) == 1
        (back,) = refunds_of_charge(buyer.charge.buyer_id, buyer.charge.id)
        assert (back.amount, back.reason) == (Money(34900, "SAR"), "paid_twice")
        assert facts(buyer) == ["payments.charge_paid.v1"]
