"""A card payment from the button to the order, with everything that goes wrong on the way."""

import pytest

from tijara.domains.orders.queries import order_link_token
from tijara.domains.payments.actions import (
    cancel_charge,
    check_due_attempts,
    expire_charges,
    settle_attempt,
)
from tijara.domains.payments.queries import (
    attempts_of,
    notices,
)
from tijara.domains.payments.shapes import (
    AttemptState,
    ChargeState,
    Failure,
    GatewayPayment,
    NoticeState,
)
from tijara.domains.payments.testing import let_time_pass
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money

from .conftest import GOOD, POOR, arrived, browser_of, facts, states, until, work

pytestmark = pytest.mark.django_db(transaction=True)


class TestTheWay:
    def test_the_return_pays_and_the_notice_after_it_finds_it_paid(self, gateway, buyer):
        gateway.fault("notice_after_the_return")
        back = gateway.pay(buyer.go()).location
        answer = buyer.come_back(back)
        part = buyer.charge.parts[0]  # of no checkout: he is led to the first of its orders
        assert answer["Location"] == f"/orders/{order_link_token(part.seller_id, part.order_id)}"
        assert buyer.now().state is ChargeState.PAID
        until(arrived)
        work()
        assert facts(buyer) == ["payments.charge_paid.v1"]
        assert states(buyer) == [AttemptState.PAID]

    def test_the_notice_before_the_return_pays(self, gateway, buyer):
        back = gateway.pay(buyer.go()).location
        until(arrived)
        work()
        assert buyer.now().state is ChargeState.PAID
        assert buyer.come_back(back).status_code == 303
        assert facts(buyer) == ["payments.charge_paid.v1"]

    @pytest.mark.parametrize(
        ("fault", "number"),
        [("notice_three_times", 3), ("notice_out_of_order", 2), ("notice_with_another_amount", 1)],
    )
    def test_whatever_the_notices_say_the_payment_counts_once(self, gateway, buyer, fault, number):
        gateway.fault(fault)
        gateway.pay(buyer.go())
        until(lambda: arrived(number))
        work()
        assert buyer.now().state is ChargeState.PAID
        assert facts(buyer) == ["payments.charge_paid.v1"]

    def test_a_closed_window_and_no_notice_lose_nothing(self, gateway, buyer):
        gateway.fault("notice_never")
        gateway.pay(buyer.go())
        let_time_pass(minutes=2)
        assert check_due_attempts(actor=SYSTEM) == 1
        assert buyer.now().state is ChargeState.PAID
        assert check_due_attempts(actor=SYSTEM) == 0

    def test_two_windows_go_to_one_page(self, gateway, buyer):
        assert buyer.go() == buyer.go()
        assert len(states(buyer)) == 1

    def test_a_refused_card_says_why_and_the_next_one_pays(self, gateway, buyer):
        page = buyer.go()
        gateway.pay(page, POOR)
        buyer.browser.get(f"{buyer.page}/return")
        shown = buyer.browser.get(buyer.page).content.decode()
        assert "الرصيد" in shown
        assert attempts_of(buyer.charge.buyer_id, buyer.charge.id)[0].reason == Failure.FUNDS
        assert buyer.go() == page
        buyer.come_back(gateway.pay(page).location)
        assert buyer.now().state is ChargeState.PAID

    def test_what_the_address_says_at_the_return_is_not_believed(self, gateway, buyer):
        buyer.go()
        lies = "?id=1&status=paid&message=APPROVED&amount=34900&invoice_id=1"
        answer = buyer.browser.get(f"{buyer.page}/return{lies}")
        assert answer["Location"] == buyer.page
        assert buyer.now().state is ChargeState.OPEN

    def test_the_button_leads_to_the_gateway_and_nowhere_else(self, gateway, buyer):
        policy = buyer.browser.get(buyer.page)["Content-Security-Policy"]
        assert f"form-action 'self' http://127.0.0.1:{gateway.port};" in policy + ";"
        for name in ("next", "url", "return_to", "success_url"):
            evil = {name: "https://evil.example/"}
            answer = buyer.browser.post(f"{buyer.page}/card?{name}=https://evil.example/", evil)
            assert answer["Location"].startswith(f"http://127.0.0.1:{gateway.port}/invoices/")
            answer = buyer.browser.get(f"{buyer.page}/return", evil)
            assert answer["Location"] == buyer.page


class TestWhatGoesWrong:
    @pytest.mark.parametrize(
        ("fault", "words"),
        [("wrong_amount", "348.00 SAR came"), ("wrong_currency", "349.00 USD came")],
    )
    def test_money_that_was_not_asked_for_moves_nothing_and_is_shown(
        self, gateway, buyer, fault, words
    ):
        gateway.fault(fault)
        back = gateway.pay(buyer.go()).location
        assert buyer.come_back(back)["Location"] == buyer.page
        until(arrived)
        work()
        assert buyer.now().state is ChargeState.OPEN
        assert facts(buyer) == []
        (attempt,) = attempts_of(buyer.charge.buyer_id, buyer.charge.id)
        assert (attempt.state, attempt.last_error) == (AttemptState.ODD, words)
        assert "لا تدفع مرة أخرى" in buyer.browser.get(buyer.page).content.decode()

    @pytest.mark.parametrize(
        ("fault", "state"),
        [
            ("notice_forged", NoticeState.FORGED),
            ("notice_truncated", NoticeState.UNREADABLE),
        ],
    )
    def test_a_bad_notice_is_kept_and_moves_nothing(self, gateway, buyer, fault, state):
        gateway.fault(fault)
        gateway.pay(buyer.go())
        until(arrived)
        work()
        assert [one.state for one in notices().items] == [state]
        assert buyer.now().state is ChargeState.OPEN

    @pytest.mark.parametrize(
        "fault", ["create_500_after_it_was_made", "create_silent_after_it_was_made"]
    )
    def test_a_lost_answer_asks_for_another_page(self, gateway, buyer, fault):
        gateway.fault(fault)
        answer = buyer.browser.post(f"{buyer.page}/card")
        assert answer["Location"] == buyer.page
        assert buyer.now().state is ChargeState.OPEN
        buyer.come_back(gateway.pay(buyer.go()).location)
        assert buyer.now().state is ChargeState.PAID
        assert states(buyer) == [AttemptState.PAID, AttemptState.FAILED]

    def test_a_gateway_that_does_not_answer_at_the_return_is_asked_again(self, gateway, buyer):
        gateway.fault("notice_never")
        back = gateway.pay(buyer.go()).location
        gateway.fault("fetch_500")
        assert buyer.come_back(back)["Location"] == buyer.page
        assert "لم يصلنا ردّ البنك بعد" in buyer.browser.get(buyer.page).content.decode()
        let_time_pass(minutes=2)
        check_due_attempts(actor=SYSTEM)
        assert buyer.now().state is ChargeState.PAID

    def test_a_notice_of_somebody_elses_payment_is_unknown(self, gateway, buyer, live_server):
        """Another merchant's, or another installation's with the same key."""
        page = buyer.go()
        attempt = attempts_of(buyer.charge.buyer_id, buyer.charge.id)[0]
        other = GatewayPayment("1", "f" * 64, Money(34900, "SAR"), is_paid=True, is_over=False)
        given = {"buyer_id": buyer.charge.buyer_id, "attempt_id": attempt.id}
        assert settle_attempt(actor=SYSTEM, told=other, **given) is AttemptState.ODD
        assert buyer.now().state is ChargeState.OPEN
        assert page


class TestTime:
    def test_a_charge_whose_time_is_over_is_looked_at_once_more(self, gateway, buyer):
        gateway.fault("notice_never")
        gateway.pay(buyer.go())
        let_time_pass(hours=2)
        expire_charges(actor=SYSTEM)
        assert buyer.now().state is ChargeState.PAID
        assert facts(buyer) == ["payments.charge_paid.v1"]

    def test_unpaid_it_expires_once(self, gateway, buyer):
        buyer.go()
        let_time_pass(hours=2)
        assert (expire_charges(actor=SYSTEM), expire_charges(actor=SYSTEM)) == (1, 0)
        assert buyer.now().state is ChargeState.EXPIRED
        assert facts(buyer) == ["payments.charge_expired.v1"]
        assert "انتهت مهلة الدفع" in buyer.browser.get(buyer.page).content.decode()
        assert buyer.browser.post(f"{buyer.page}/card")["Location"] == buyer.page

    def test_late_money_still_pays(self, gateway, buyer):
        """The gateway was silent when time was over, and tells of the money afterwards."""
        gateway.fault("notice_late")
        gateway.fault("fetch_500", 9)
        gateway.pay(buyer.go())
        let_time_pass(hours=3)
        expire_charges(actor=SYSTEM)
        assert buyer.now().state is ChargeState.EXPIRED
        gateway.fault("fetch_500", 0)
        until(arrived)
        work()
        assert buyer.now().state is ChargeState.PAID
        assert facts(buyer) == ["payments.charge_expired.v1", "payments.charge_paid.v1"]

    def test_a_silent_gateway_is_waited_for(self, gateway, new_buyer):
        buyer = new_buyer(34900)
        buyer.go()
        gateway.fault("fetch_500", 2)
        let_time_pass(minutes=61)
        assert expire_charges(actor=SYSTEM) == 0
        assert buyer.now().state is ChargeState.OPEN
        gateway.fault("fetch_500", 0)
        assert expire_charges(actor=SYSTEM) == 1

    def test_money_for_a_cancelled_charge_is_told_upward(self, gateway, buyer):
        page = buyer.go()
        cancel_charge(actor=SYSTEM, buyer_id=buyer.charge.buyer_id, charge_id=buyer.charge.id)
        buyer.come_back(gateway.pay(page).location)
        assert facts(buyer) == ["payments.charge_paid.v1"]


class TestOthers:
    def test_another_buyers_checkout_is_not_there_on_any_route(self, gateway, buyer):
        for stranger in (browser_of(new_id()), browser_of(buyer.charge.checkout_id)):
            for path in ("", "/return", f"/receipts/{new_id()}"):
                assert stranger.get(f"{buyer.page}{path}").status_code == 404, path
            for path in ("/card", "/receipts"):
                assert stranger.post(f"{buyer.page}{path}").status_code == 404, path

    @pytest.mark.parametrize("key", ["x", "a:b", "0" * 36, "..%2f", "AAAA:BBBB", "a" * 300])
    def test_a_key_that_we_did_not_make_opens_nothing(self, buyer, key):
        assert buyer.browser.get(f"/pay/{key}").status_code == 404

    def test_a_write_from_another_site_is_refused(self, gateway, buyer):
        answer = buyer.browser.post(f"{buyer.page}/card", headers={"sec-fetch-site": "cross-site"})
        assert answer.status_code == 403
        assert states(buyer) == []


def test_the_card_is_never_typed_here(gateway, buyer):
    shown = buyer.browser.get(buyer.page).content.decode()
    assert "cc-number" not in shown and GOOD not in shown
