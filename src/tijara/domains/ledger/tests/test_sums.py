"""What is kept of the accounts and the postings since are together what all postings say."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from tijara.domains.ledger.actions import post_journal, sum_postings
from tijara.domains.ledger.models import AccountSum, Journal, MovedBucket, MovedTo, Posting
from tijara.domains.ledger.queries import (
    balances,
    credit_balance,
    credit_balances,
    moved_by_day,
    sums_proof,
)
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db
PAYABLE, BANK, PENDING = Account.SELLER_PAYABLE, Account.BANK, Account.ORDERS_PENDING
LONG_AGO = 0x0190_0000_0000_7000 << 64
"""An id of June 2024: ids tell the machine's time, whatever the clock is set to."""


def post(seller_id, debit, credit, amount):
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="parcel_delivered",
        reference_id=new_id(),
        currency="SAR",
        transfers=[Transfer(debit, credit, amount)],
    )


@pytest.fixture
def old_seller():
    """He sold two things long ago."""
    seller_id, day = new_id(), now() - timedelta(days=800)
    for number, amount in ((1, 700), (2, 80)):
        told = {"seller_id": seller_id, "kind": "parcel_delivered", "reference": f"old:{number}"}
        journal = Journal.objects.create(**told, currency="SAR", occurred_at=day)
        Posting.objects.create(
            seller_id=seller_id,
            id=UUID(int=LONG_AGO + number),
            journal_id=journal.id,
            debit=PENDING,
            credit=PAYABLE,
            amount_minor=amount,
        )
    return seller_id


def kept(seller_id):
    rows = AccountSum.objects.filter(seller_id=seller_id)
    return dict(rows.values_list("account", "minor"))


def test_old_postings_are_kept_as_sums_and_new_ones_come_beside(old_seller):
    assert sum_postings(actor=SYSTEM) > 1
    assert kept(old_seller) == {"orders_pending": 780, "seller_payable": -780}
    post(old_seller, PAYABLE, BANK, 500)
    sum_postings(actor=SYSTEM)
    assert kept(old_seller) == {"orders_pending": 780, "seller_payable": -780}
    assert balances(old_seller) == {PENDING: 780, PAYABLE: -280, BANK: -500}
    assert credit_balance(old_seller, PAYABLE) == 280


def test_many_sellers_at_once_and_those_without_postings_are_left_out(old_seller):
    sum_postings(actor=SYSTEM)
    young, nobody = new_id(), new_id()
    post(young, PENDING, PAYABLE, 9)
    found = credit_balances([old_seller, young, nobody, young], PAYABLE)
    assert found == {old_seller: 780, young: 9}


def test_what_was_never_summed_is_added_up():
    seller_id = new_id()
    post(seller_id, PENDING, PAYABLE, 33)
    assert balances(seller_id) == {PENDING: 33, PAYABLE: -33}


def test_a_history_that_is_lived_after_the_sums_is_not_missed(old_seller):
    """A demonstration posts in the past; its ids are of today."""
    sum_postings(actor=SYSTEM)
    with going_from(now() - timedelta(days=60)):
        post(old_seller, PENDING, PAYABLE, 5)
    assert credit_balance(old_seller, PAYABLE) == 785
    sum_postings(actor=SYSTEM, anew=True)
    assert credit_balance(old_seller, PAYABLE) == 785


def test_the_proof_sees_a_sum_that_is_wrong_and_summing_anew_mends_it(old_seller):
    sum_postings(actor=SYSTEM)
    assert sums_proof().faults == []
    AccountSum.objects.filter(seller_id=old_seller, account="seller_payable").update(minor=-1)
    assert sums_proof().faults == [f"seller_payable of {old_seller}"]
    sum_postings(actor=SYSTEM, anew=True)
    assert sums_proof().faults == []
    assert sums_proof().checked >= 2


MIDNIGHT = datetime(2026, 9, 30, 21, tzinfo=UTC)
"""In Riyadh."""


def moved(days=3):
    span = {"since": MIDNIGHT - timedelta(days=1), "until": MIDNIGHT + timedelta(days=days)}
    told = moved_by_day(["parcel_delivered"], **span, zone="Asia/Riyadh")
    return [(one.day.day, one.times, one.total.minor) for one in told]


def write(seller_id, number, moment, *amounts):
    """A journal of some postings, the first of them before, the others after the mark or not."""
    told = {"seller_id": seller_id, "kind": "parcel_delivered", "reference": f"moved:{number}"}
    journal = Journal.objects.create(**told, currency="SAR", occurred_at=moment)
    for place, (made, amount) in enumerate(amounts):
        Posting.objects.create(
            seller_id=seller_id,
            id=UUID(int=made + number * 10 + place),
            journal_id=journal.id,
            debit=PENDING,
            credit=PAYABLE,
            amount_minor=amount,
        )


def test_what_journals_moved_is_told_by_day_before_and_after_it_is_kept():
    """By the market's midnight, from both sides of the mark, and each journal once."""
    seller_id, young = new_id(), new_id().int
    write(seller_id, 1, MIDNIGHT - timedelta(seconds=1), (LONG_AGO, 100), (LONG_AGO, 20))
    write(seller_id, 2, MIDNIGHT, (LONG_AGO, 7))
    write(seller_id, 3, MIDNIGHT + timedelta(minutes=1), (LONG_AGO, 40), (young, 2))
    write(seller_id, 4, MIDNIGHT + timedelta(days=1), (young, 5))
    told = [(30, 1, 120), (1, 2, 49), (2, 1, 5)]
    assert moved() == told
    sum_postings(actor=SYSTEM)
    assert sum(MovedBucket.objects.values_list("times", flat=True)) == 3
    assert moved() == told and moved(days=0) == told[:1]
    assert sums_proof().faults == []
    MovedBucket.objects.update(minor=1)
    assert len(sums_proof().faults) == 2
    sum_postings(actor=SYSTEM, anew=True)
    assert moved() == told and sums_proof().faults == []


def test_what_a_worker_of_before_has_summed_meanwhile_is_in_the_quarters_too(old_seller):
    """He carries the sums on and knows no quarters, until the new one comes."""
    sum_postings(actor=SYSTEM)
    MovedTo.objects.all().delete()
    MovedBucket.objects.all().delete()
    assert sums_proof().faults == []
    sum_postings(actor=SYSTEM)
    assert list(MovedBucket.objects.values_list("times", "minor")) == [(2, 780)]
