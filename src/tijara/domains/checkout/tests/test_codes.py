"""Cash orders wait until their buyer has shown that the phone is his."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.accounts.actions import CodeTooSoon, WrongCode
from tijara.domains.checkout.actions import (
    NothingToConfirm,
    PhoneInvalid,
    confirm_phone,
    resume_checkouts,
    send_code_again,
)
from tijara.domains.checkout.models import Checkout, ConfirmedPhone
from tijara.domains.checkout.queries import checkout_result, waiting_for_code
from tijara.domains.checkout.states import PLACING
from tijara.domains.checkout.testing import (
    Buyer,
    assert_all_proved,
    free,
    offer_of_a_store,
)
from tijara.domains.markets.shapes import CashCode
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.actions import cancel_order, expire_orders
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.orders.testing import ADDRESS
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.platform.outbox.models import Event
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db


@pytest.fixture
def market():
    return make_market(cash_code=CashCode.NEW_PHONES)


@pytest.fixture
def opened(market, buyer):
    """A checkout of two sellers, opened and told of."""
    for _ in range(2):
        buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
    result = buyer.confirms()
    Relay().deliver_pending()
    return result


def states(result):
    return {order_view(one.seller_id, one.order_id).state for one in result.placed}


def codes(phone=ADDRESS.phone):
    """The codes that were sent to a phone, the latest first."""
    letters = [one for one in recent_messages(50) if one.kind == "accounts.code"]
    return [re.search(r"\d{6}", one.text)[0] for one in letters if one.recipient == phone]


def confirm(buyer, result, code):
    confirm_phone(actor=buyer.actor, buyer_id=buyer.id, checkout_id=result.checkout_id, code=code)


def again(buyer, result, phone=None):
    send_code_again(
        actor=buyer.actor, buyer_id=buyer.id, checkout_id=result.checkout_id, phone=phone
    )


def a_minute_passes():
    """For the pace of codes, which the database keeps."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM account_sign_in_tries")


def the_time_is_over():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE orders_order SET due_at = now() WHERE state = 'pending'")


class TestAsked:
    def test_one_code_for_the_whole_checkout_and_none_in_the_outbox(self, opened):
        assert states(opened) == {OrderState.PENDING}
        (code,) = codes()
        assert not any(code in str(body) for body in Event.objects.values_list("body", flat=True))

    def test_the_code_releases_every_order_of_the_checkout(self, buyer, opened):
        confirm(buyer, opened, codes()[0])
        assert states(opened) == {OrderState.PLACED}
        assert waiting_for_code(buyer.id, opened.checkout_id) == []
        with pytest.raises(NothingToConfirm):
            confirm(buyer, opened, codes()[0])
        assert_all_proved()

    def test_a_wrong_code_releases_nothing(self, buyer, opened):
        wrong = f"{(int(codes()[0]) + 1) % 10**6:06}"
        with pytest.raises(WrongCode):
            confirm(buyer, opened, wrong)
        assert states(opened) == {OrderState.PENDING}

    def test_the_code_of_one_is_of_no_use_to_another(self, market, buyer, opened):
        stranger = Buyer(market)
        with pytest.raises(NothingToConfirm):
            confirm(stranger, opened, codes()[0])
        assert states(opened) == {OrderState.PENDING}

    def test_a_called_off_order_keeps_no_other_back(self, buyer, opened):
        gone = opened.placed[0]
        cancel_order(
            actor=buyer.actor,
            seller_id=gone.seller_id,
            order_id=gone.order_id,
            reason=CancelReason.CHANGED_MIND,
        )
        confirm(buyer, opened, codes()[0])
        assert states(opened) == {OrderState.CANCELLED, OrderState.PLACED}


class TestAgain:
    def test_not_at_once_and_then_the_new_code_counts(self, buyer, opened):
        (first,) = codes()
        with pytest.raises(CodeTooSoon):
            again(buyer, opened)
        a_minute_passes()
        again(buyer, opened)
        second = codes()[0]
        if first != second:
            with pytest.raises(WrongCode):
                confirm(buyer, opened, first)
        confirm(buyer, opened, second)
        assert states(opened) == {OrderState.PLACED}

    def test_to_another_phone_which_is_the_orders_then(self, buyer, opened):
        with pytest.raises(PhoneInvalid):
            again(buyer, opened, phone="12")
        again(buyer, opened, phone="٠٥٠٧٦٥٤٣٢١")
        (code,) = codes("+966507654321")
        confirm(buyer, opened, code)
        order = order_view(opened.placed[0].seller_id, opened.placed[0].order_id)
        assert (order.state, order.address.phone) == (OrderState.PLACED, "+966507654321")


class TestKnownPhones:
    def buys_again(self, market, buyer, **given):
        buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
        return states(buyer.confirms(**given))

    def test_a_confirmed_phone_needs_no_code_of_the_same_buyer(self, market, buyer, opened):
        confirm(buyer, opened, codes()[0])
        assert self.buys_again(market, buyer) == {OrderState.PLACED}
        other = replace(ADDRESS, phone="0507654321")
        assert self.buys_again(market, buyer, address=other) == {OrderState.PENDING}
        assert self.buys_again(market, Buyer(market)) == {OrderState.PENDING}

    def test_what_was_cut_off_knows_it_too(self, market, buyer, opened):
        confirm(buyer, opened, codes()[0])
        buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
        again = buyer.confirms()
        row = Checkout.objects.filter(buyer_id=buyer.id, id=again.checkout_id)
        row.update(state=PLACING, outcomes=[], moved_at=now() - timedelta(minutes=5))
        resume_checkouts(actor=SYSTEM)
        assert states(checkout_result(buyer.id, again.checkout_id)) == {OrderState.PLACED}

    def test_not_for_ever(self, market, buyer, opened):
        confirm(buyer, opened, codes()[0])
        ConfirmedPhone.objects.update(confirmed_at=now() - timedelta(days=181))
        assert self.buys_again(market, buyer) == {OrderState.PENDING}

    @pytest.mark.parametrize(
        ("policy", "state"),
        [(CashCode.ALWAYS, OrderState.PENDING), (CashCode.NEVER, OrderState.PLACED)],
    )
    def test_as_the_market_says(self, buyer, opened, policy, state):
        confirm(buyer, opened, codes()[0])
        buyer.market = make_market(cash_code=policy)
        assert self.buys_again(buyer.market, buyer) == {state}

    @pytest.mark.parametrize("policy", [CashCode.ALWAYS, CashCode.NEW_PHONES])
    def test_where_no_channel_reaches_a_phone_nothing_is_waited_for(self, buyer, settings, policy):
        settings.SMS_CHANNEL = settings.WHATSAPP_CHANNEL = ""
        buyer.market = make_market(cash_code=policy)
        buyer.picks(offer_of_a_store(buyer.market, price_minor=5000, units=5))
        assert states(buyer.confirms()) == {OrderState.PLACED}
        settings.WHATSAPP_CHANNEL = "demonstration_inbox"
        buyer.picks(offer_of_a_store(buyer.market, price_minor=5000, units=5))
        assert states(buyer.confirms()) == {OrderState.PENDING}


class TestNotConfirmed:
    def test_the_order_ends_after_a_day_and_its_units_go_back(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=5)
        buyer.picks(offer)
        result = buyer.confirms()
        assert expire_orders(actor=SYSTEM) == 0
        the_time_is_over()
        assert expire_orders(actor=SYSTEM) == 1
        assert expire_orders(actor=SYSTEM) == 0
        (one,) = result.placed
        steps = order_view(one.seller_id, one.order_id).steps
        assert (steps[-1].state, steps[-1].reason) == (OrderState.CANCELLED, "not_confirmed")
        assert free(offer) == 5
        with pytest.raises(NothingToConfirm):
            again(buyer, result)
        assert_all_proved()


@pytest.mark.django_db(transaction=True)
def test_confirmed_while_it_ends_is_one_or_the_other(market):
    for _ in range(4):
        a_minute_passes()
        buyer = Buyer(market)
        offer = offer_of_a_store(market, price_minor=5000, units=5)
        buyer.picks(offer)
        result = buyer.confirms()
        Relay().deliver_pending()
        code = codes()[0]
        the_time_is_over()

        def act(do):
            try:
                with suppress(NothingToConfirm):
                    do()
            finally:
                connection.close()

        ends = [
            lambda b=buyer, r=result, c=code: confirm(b, r, c),
            lambda: expire_orders(actor=SYSTEM),
        ]
        with ThreadPoolExecutor(2) as two:
            list(two.map(act, ends))
        (state,) = states(checkout_result(buyer.id, result.checkout_id))
        assert state in (OrderState.PLACED, OrderState.CANCELLED)
        assert free(offer) == (4 if state is OrderState.PLACED else 5)
    assert_all_proved()
