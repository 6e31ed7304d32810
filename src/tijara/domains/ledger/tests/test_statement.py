"""A seller's statement says what his postings say, whatever part of it is asked for."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.queries import earned_proof, seller_statement
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id
from tijara.platform.postgres.testing import as_owner

HELD, PAYABLE = Account.SELLER_HELD, Account.SELLER_PAYABLE
WAYS = (
    (Account.ORDERS_PENDING, PAYABLE),
    (Account.ORDERS_PENDING, HELD),
    (HELD, PAYABLE),
    (PAYABLE, Account.BANK),
    (Account.ORDERS_PENDING, Account.COMMISSION_REVENUE),
)


def post(seller_id, transfer, at):
    """One purse holds it all."""
    with going_from(at):
        post_journal(
            actor=SYSTEM,
            seller_id=seller_id,
            kind="parcel_delivered",
            reference_id=new_id(),
            currency="SAR",
            transfers=[transfer],
            order_id=seller_id,
        )


def history(seller_id, chance, start):
    """(when, what it earned), the newest first, of journals that come in no order; what does
    nothing to the seller's accounts is no line."""
    lines = []
    minutes = chance.sample(range(60 * 24 * 30), 40)
    for number in range(40):
        debit, credit = chance.choice(WAYS) if number else WAYS[1]
        amount = chance.randrange(1, 5000) if number else 1_000_000
        at = start + timedelta(minutes=minutes[number])
        post(seller_id, Transfer(debit, credit, amount), at)
        earned = amount * ((credit in (HELD, PAYABLE)) - (debit in (HELD, PAYABLE)))
        lines += [(at, earned)] if earned else []
    return sorted(lines, reverse=True)


@pytest.mark.django_db
@settings(max_examples=6, deadline=None)
@given(some.randoms(use_true_random=True))
def test_every_page_of_every_time_is_what_adding_up_comes_to(chance):
    seller_id, start = new_id(), now() - timedelta(days=40)
    lines = history(seller_id, chance, start)
    for _ in range(12):
        since, until = sorted(
            start + timedelta(days=chance.randrange(-2, 33), seconds=1) for _ in range(2)
        )
        offset, limit = chance.randrange(12), chance.randrange(1, 12)
        told = seller_statement(seller_id, since=since, until=until, limit=limit, offset=offset)
        before = sum(earned for at, earned in lines if at < since)
        inside = [(at, earned) for at, earned in lines if since <= at < until]
        assert told.opening_minor == before
        assert told.closing_minor == before + sum(earned for _, earned in inside)
        wanted = [
            (earned, before + sum(one for _, one in inside[place:]))
            for place, (_, earned) in enumerate(inside)
        ]
        found = [(line.amount_minor, line.balance_minor) for line in told.lines]
        assert found == wanted[offset : offset + limit]
    assert earned_proof().faults == []


@pytest.mark.django_db(transaction=True)
def test_the_proof_sees_a_journal_that_says_something_else():
    post(new_id(), Transfer(Account.ORDERS_PENDING, PAYABLE, 700), now())
    assert earned_proof().faults == []
    with as_owner() as owner:
        owner.execute("UPDATE ledger_journal SET earned_minor = 800")
    (fault,) = earned_proof().faults
    assert fault.startswith("parcel_delivered:")
