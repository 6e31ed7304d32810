"""The money of a debit note: asked for, paid on a page, paid directly, or given up by two."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tijara.domains.invoicing.actions import (
    DebitNotHere,
    DebitSettled,
    OneAlone,
    ask_debit,
    close_debit,
    decide_debit_loss,
    issue_debit_note,
    propose_debit_loss,
    remind_of_debits,
    take_debit_payment,
)
from tijara.domains.invoicing.queries import debit_claim, invoice, open_claims_of_order
from tijara.domains.invoicing.shapes import DebitState, DebitToWrite
from tijara.domains.invoicing.testing import make_invoice
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.testing import ADDRESS
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.domains.payments.actions import pay_charge
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.payments.shapes import ChargeState, PaymentMethod, Purpose
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
TRANSFER, CASH = PaymentMethod.BANK_TRANSFER, PaymentMethod.CASH_ON_DELIVERY
MORE = 1230
BANK = {
    "bank_name": "الراجحي",
    "bank_holder": "سوق عكاظ",
    "bank_iban": "SA03 8000 0000 6080 1016 7519",
}


def written(email="", **given):
    about = make_invoice(address=replace(ADDRESS, email=email))
    make_market(**({"payment_methods": (TRANSFER,)} | BANK | given))
    note = DebitToWrite(new_id(), {0: Money(MORE, "SAR")}, "سعر الدلّتين كان أقل من الصحيح")
    made = issue_debit_note(
        actor=seller_actor(about.seller_id),
        seller_id=about.seller_id,
        order_id=about.order_id,
        note=note,
    )
    return invoice(about.seller_id, made)


def by(note, actor=None):
    actor = actor or seller_actor(note.seller_id)
    return {"actor": actor, "seller_id": note.seller_id, "note_id": note.id}


def claim_of(note):
    return debit_claim(note.seller_id, note.id)


def charge_of(note):
    claim = claim_of(note)
    return charge_of_checkout(claim.buyer_id, claim.ask_id)


def deliver_facts():
    while Relay().deliver_pending():
        pass


def assert_proved():
    deliver_facts()
    assert {one.code: one.faults for one in run_proofs() if one.faults} == {}


def pay(note):
    charge = charge_of(note)
    pay_charge(
        actor=SYSTEM,
        on_behalf=SYSTEM,
        buyer_id=charge.buyer_id,
        charge_id=charge.id,
        bank_reference="77",
    )
    deliver_facts()


def letters():
    return sum(one.kind == "invoicing.debit_note" for one in recent_messages())


class TestPaid:
    def test_its_buyer_gets_a_page_on_which_it_is_paid_once(self):
        note = written()
        claim, charge = claim_of(note), charge_of(note)
        assert (claim.state, claim.amount.minor) == (DebitState.OPEN, MORE)
        assert (charge.purpose, charge.amount.minor) == (Purpose.DEBIT_NOTE, MORE)
        assert note.content.payment_method == "link"
        assert [one.id for one in open_claims_of_order(note.seller_id, note.order_id)] == [note.id]
        assert letters() == 1
        assert_proved()
        pay(note)
        assert claim_of(note).state is DebitState.PAID
        take_debit_payment(
            actor=SYSTEM,
            seller_id=note.seller_id,
            note_id=note.id,
            method=TRANSFER,
            amount_minor=MORE,
        )
        assert open_claims_of_order(note.seller_id, note.order_id) == []
        assert_proved()

    def test_its_letter_names_the_order_the_note_and_the_last_day(self):
        with going_from(datetime(2026, 11, 27, 9, tzinfo=UTC)):
            note = written(email="noura@example.com")
        (letter,) = (one for one in recent_messages() if one.kind == "invoicing.debit_note")
        order = find_order(note.seller_id, note.order_id)
        last_day = claim_of(note).due_at.date()
        assert f"الطلب \u2068{order.number}\u2069 من" in letter.text
        assert f"المدين \u2068{note.number}\u2069" in letter.text
        assert f"\u2068{last_day.day} ديسمبر 2026\u2069" in letter.text

    @pytest.mark.parametrize(("hour", "day"), [(20, 27), (21, 28)])
    def test_its_last_day_is_the_markets_at_midnight(self, hour, day):
        """21:00 of London's winter is midnight in Riyadh."""
        with going_from(datetime(2026, 10, 27, hour, 30, tzinfo=UTC)):
            note = written(email="noura@example.com")
        (letter,) = (one for one in recent_messages() if one.kind == "invoicing.debit_note")
        wait = claim_of(note).due_at - datetime(2026, 10, 27, hour, 30, tzinfo=UTC)
        last_day = date(2026, 10, day) + timedelta(days=round(wait / timedelta(days=1)))
        assert f"\u2068{last_day.day} نوفمبر 2026\u2069" in letter.text

    def test_where_nothing_is_paid_online_it_is_paid_to_the_seller(self):
        note = written(payment_methods=(CASH,))
        assert claim_of(note) is None and note.content.payment_method == "direct"
        assert letters() == 1
        with pytest.raises(DebitNotHere):
            ask_debit(**by(note))

    def test_asked_again_the_page_of_before_is_shut(self):
        note = written()
        before = charge_of(note)
        ask_debit(**by(note))
        shut = charge_of_checkout(before.buyer_id, before.checkout_id)
        assert shut.state is ChargeState.CANCELLED and charge_of(note).id != before.id
        assert letters() == 2
        pay(note)
        with pytest.raises(DebitSettled):
            ask_debit(**by(note))
        assert_proved()

    def test_he_is_reminded_three_times_with_pauses_while_his_page_is_open(self):
        with going_from(now() - timedelta(days=45)):
            note = written()
        told = []
        for days in (32, 31, 30, 21, 20, 19, 7, 6, 5, 1):
            with going_from(now() - timedelta(days=days)):
                told.append(remind_of_debits(actor=SYSTEM))
        assert told == [0, 1, 0, 1, 0, 0, 0, 1, 0, 0]
        assert (claim_of(note).reminders, claim_of(note).remind_at) == (3, None)
        assert letters() == 4

    def test_what_is_paid_meanwhile_is_not_reminded_of(self):
        with going_from(now() - timedelta(days=15)):
            note = written()
        close_debit(**by(note))
        assert remind_of_debits(actor=SYSTEM) == 0

    def test_overdue_he_is_reminded_once_a_day(self):
        assert not claim_of(written()).is_late
        with going_from(now() - timedelta(days=15)):
            note = written()
        assert claim_of(note).is_late
        assert [remind_of_debits(actor=SYSTEM) for _ in range(2)] == [1, 0]
        assert letters() == 3

    def test_paid_to_the_seller_himself_the_page_is_shut(self):
        note = written()
        close_debit(**by(note))
        assert claim_of(note).state is DebitState.DIRECT
        assert charge_of(note).state is ChargeState.CANCELLED
        with pytest.raises(DebitSettled):
            close_debit(**by(note))
        assert_proved()


class TestGivenUp:
    def test_it_takes_two(self):
        note = written()
        one, other = (seller_actor(note.seller_id, person_id=new_id()) for _ in range(2))
        with pytest.raises(DebitSettled):
            decide_debit_loss(**by(note, other), is_agreed=True)
        propose_debit_loss(**by(note, one))
        with pytest.raises(DebitSettled):
            propose_debit_loss(**by(note, other))
        with pytest.raises(OneAlone):
            decide_debit_loss(**by(note, one), is_agreed=True)
        decide_debit_loss(**by(note, other), is_agreed=False)
        assert claim_of(note).proposed_by is None
        propose_debit_loss(**by(note, one))
        decide_debit_loss(**by(note, other), is_agreed=True)
        assert claim_of(note).state is DebitState.WRITTEN_OFF
        assert charge_of(note).state is ChargeState.CANCELLED
        assert_proved()

    def test_nobody_elses(self):
        note = written()
        for act in (ask_debit, close_debit, propose_debit_loss):
            with pytest.raises(NotAllowed):
                act(**by(note, seller_actor(make_seller())))
