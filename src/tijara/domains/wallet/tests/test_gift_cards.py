"""A gift card is bought, sent on its day, and redeemed once; its code lies nowhere in the clear."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.actions import deliver_messages
from tijara.domains.messaging.models import Message
from tijara.domains.messaging.queries import inbox_letter
from tijara.domains.payments.actions import pay_charge
from tijara.domains.payments.models import Charge
from tijara.domains.payments.queries import refunds_of_charge
from tijara.domains.wallet.actions import (
    CodeNotGood,
    GiftInvalid,
    GiftOver,
    NotSoldHere,
    buy_gift_card,
    call_off_gift_card,
    cancel_gift_card,
    drop_gift_card,
    issue_gift_card,
    post_gift_refund,
    redeem_gift_card,
    send_gift_cards,
)
from tijara.domains.wallet.models import GiftCard
from tijara.domains.wallet.queries import gift_card, gift_figures
from tijara.domains.wallet.rules import mark_of, new_code, tidy_code
from tijara.domains.wallet.shapes import GiftDraft, GiftState
from tijara.domains.wallet.testing import as_buyer, balance, make_person, make_staff
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.models import Event
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def market():
    return make_market(payment_methods=["cash_on_delivery", "card"])


def draft(minor=10000, **given):
    told = {"design": "eid", "to_email": "salma@example.com", "language": "ar"} | given
    return GiftDraft(Money(minor, "SAR"), **told)


def buy(buyer_id, market, card_id=None, **given):
    card_id = card_id or new_id()
    buy_gift_card(
        actor=as_buyer(buyer_id),
        buyer_id=buyer_id,
        market_id=market.id,
        card_id=card_id,
        draft=draft(**given),
    )
    return card_id


def pay(card_id):
    charge = Charge.objects.get(checkout_id=card_id)
    which = {"buyer_id": charge.buyer_id, "charge_id": charge.id}
    pay_charge(actor=SYSTEM, on_behalf=SYSTEM, **which, bank_reference="FT")
    relay()
    return charge


def relay():
    while Relay().deliver_pending():
        pass


def issue(market, minor=5000, staff=None, **given):
    card_id = new_id()
    issue_gift_card(
        actor=staff or make_staff(),
        market_id=market.id,
        card_id=card_id,
        draft=draft(minor, **given),
        reason="مسابقة",
    )
    return card_id


def letter():
    (message,) = Message.objects.filter(kind="wallet.gift_card")
    return message, inbox_letter(message.id)


def sent_code(card_id, market):
    assert send_gift_cards(actor=SYSTEM) == 1
    _, told = letter()
    last = gift_card(market.id, card_id).last
    (code,) = {word for word in told.text.split() if word.strip("\u2066\u2069").endswith(last)}
    return code.strip("\u2066\u2067\u2068\u2069")


def redeem(buyer_id, market, code):
    actor = as_buyer(buyer_id)
    return redeem_gift_card(actor=actor, buyer_id=buyer_id, market_id=market.id, code=code)


def faults():
    relay()
    return {one.code: one.faults for one in run_proofs() if one.faults}


class TestBought:
    def test_paid_sent_and_redeemed_once(self, market):
        giver, taker = make_person(), make_person()
        card_id = buy(giver, market)
        assert gift_card(market.id, card_id).state is GiftState.UNPAID
        assert send_gift_cards(actor=SYSTEM) == 0
        pay(card_id)
        assert gift_figures(market.id).owed.minor == 10000
        assert faults() == {}
        code = sent_code(card_id, market)
        for _ in range(2):
            assert redeem(taker, market, f" {code.lower()} ") == Money(10000, "SAR")
        with pytest.raises(CodeNotGood):
            redeem(giver, market, code)
        assert balance(taker) == (10000, 0)
        assert balances(market.id)[Account.GIFT_CARD_LIABILITY] == 0
        assert faults() == {}

    def test_pressed_twice_it_is_one(self, market):
        giver, card_id = make_person(), new_id()
        buy(giver, market, card_id)
        buy(giver, market, card_id)
        assert GiftCard.objects.count() == Charge.objects.count() == 1

    def test_not_paid_in_time_it_is_dropped_and_late_money_lights_it(self, market):
        card_id = buy(make_person(), market)
        drop_gift_card(actor=SYSTEM, market_id=market.id, card_id=card_id)
        assert gift_card(market.id, card_id).state is GiftState.DROPPED
        pay(card_id)
        assert gift_card(market.id, card_id).state is GiftState.LIVE
        assert faults() == {}

    def test_it_waits_for_its_day(self, market):
        card_id = buy(make_person(), market, send_on=now().date() + timedelta(days=3))
        pay(card_id)
        assert send_gift_cards(actor=SYSTEM) == 0
        GiftCard.objects.update(send_at=now())
        assert send_gift_cards(actor=SYSTEM) == 1
        assert send_gift_cards(actor=SYSTEM) == 0

    def test_until_it_is_sent_its_buyer_calls_it_off(self, market):
        giver = make_person()
        card_id = buy(giver, market)
        charge = pay(card_id)
        which = {"market_id": market.id, "card_id": card_id}
        other = make_person()
        with pytest.raises(GiftOver):
            call_off_gift_card(actor=as_buyer(other), buyer_id=other, **which)
        call_off_gift_card(actor=as_buyer(giver), buyer_id=giver, **which)
        with pytest.raises(GiftOver):
            call_off_gift_card(actor=as_buyer(giver), buyer_id=giver, **which)
        (refund,) = refunds_of_charge(giver, charge.id)
        assert refund.amount.minor == 10000
        for _ in range(2):
            post_gift_refund(actor=SYSTEM, **which, amount=refund.amount)
        assert not any(balances(market.id).values())
        assert faults() == {}

    def test_no_card_is_sold_where_none_is_taken(self):
        market = make_market(payment_methods=["cash_on_delivery"])
        with pytest.raises(NotSoldHere):
            buy(make_person(), market)

    @pytest.mark.parametrize(
        "wrong",
        [{"minor": 999}, {"minor": 200001}, {"design": "x"}, {"to_email": "salma"},
         {"words": "x" * 301}, {"send_on": now().date() - timedelta(days=2)}],
    )  # fmt: skip
    def test_what_is_wrong_is_told_and_nothing_is_made(self, market, wrong):
        with pytest.raises(GiftInvalid):
            buy(make_person(), market, **wrong)
        assert not GiftCard.objects.exists()


class TestSecret:
    def test_the_code_lies_nowhere_in_the_clear(self, market):
        card_id = issue(market)
        code = sent_code(card_id, market)
        plain = code.replace("-", "")
        message, told = letter()
        assert code in told.text and code in told.html and "#14503a" in told.html
        kept = [message.text, message.html, message.subject]
        kept += [str(one.body) for one in Event.objects.all()]
        card = GiftCard.objects.get()
        kept += [card.mark, card.sealed, card.reason, card.words]
        assert not any(code in text or plain in text for text in kept)
        assert card.sealed == ""
        deliver_messages(actor=SYSTEM)
        assert Message.objects.get().sent_at

    def test_how_people_misread_it(self):
        code = new_code()
        assert len(code) == 19 and tidy_code("ol1i-٠١") == "011101"[: len(tidy_code("ol1i-٠١"))]
        assert mark_of(new_id(), code) != mark_of(new_id(), code)

    def test_a_guess_and_the_code_of_another_market_are_alike_no_good(self, market):
        code = sent_code(issue(market), market)
        other = make_market("ae", country="AE", currency="AED")
        for place, typed in ((market, new_code()), (market, ""), (other, code)):
            with pytest.raises(CodeNotGood):
                redeem(make_person(), place, typed)


class TestIssued:
    def test_staff_give_it_out_and_call_it_off(self, market):
        card_id = issue(market)
        assert balances(market.id)[Account.GOODWILL_EXPENSE] == 5000
        code = sent_code(card_id, market)
        cancel_gift_card(actor=make_staff(), market_id=market.id, card_id=card_id)
        with pytest.raises(CodeNotGood):
            redeem(make_person(), market, code)
        assert not any(balances(market.id).values())
        assert faults() == {}

    def test_no_more_than_one_may_give_alone_and_nobody_but_staff(self, market):
        with pytest.raises(GiftInvalid):
            issue(market, 10001)
        with pytest.raises(NotAllowed):
            issue(market, staff=as_buyer(new_id()))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_have_the_code_one_has_the_money(market):
    code = sent_code(issue(market), market)
    people = [make_person() for _ in range(4)]

    def run(buyer_id):
        try:
            return redeem(buyer_id, market, code).minor
        except CodeNotGood:
            return 0
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        got = list(pool.map(run, people))
    assert sorted(got) == [0, 0, 0, 5000]
    assert sum(balance(one)[0] for one in people) == 5000
    assert faults() == {}
