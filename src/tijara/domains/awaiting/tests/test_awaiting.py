"""What is promised to who waits for sold-out goods: one letter when they can be bought, in the
order in which people asked, never for what is gone again, and an end of it at a press."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from tijara.domains.accounts.testing import make_account
from tijara.domains.awaiting.actions import (
    MailboxInvalid,
    NothingToAwait,
    StillThere,
    await_goods,
    forget_waits,
    look_again,
    silence_mailbox,
    stop_awaiting,
    tell_who_waits,
)
from tijara.domains.awaiting.models import Awaited, Silence, Wait
from tijara.domains.awaiting.queries import (
    await_token,
    is_silent,
    mailbox_of,
    people_waiting,
    read_await_token,
    waits_of,
)
from tijara.domains.awaiting.rules import FEWEST_TOLD, MOST_TOLD, lane_of
from tijara.domains.awaiting.shapes import KEPT, MOST_OF_MAILBOX, MOST_OF_PERSON, Wanted
from tijara.domains.inventory.actions import receive_stock
from tijara.domains.inventory.shapes import Receipt
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.offers.actions import pause_offer
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.actions import open_customer
from tijara.domains.parties.queries import seller_terms
from tijara.domains.parties.testing import buyer_actor
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import VISITOR_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    """Sold out."""
    return make_offer(units=0, seller_id=make_store().seller_id)


@pytest.fixture
def market_id(offer):
    return seller_terms([offer.seller_id])[offer.seller_id].market_id


@pytest.fixture
def wait(offer, market_id):
    def wait(email="guest@example.com", language="ar", variant_id=None):
        owner, tidy = mailbox_of(email)
        wanted = Wanted(market_id, variant_id or offer.variant_id, language, tidy)
        await_goods(actor=buyer_actor(owner), buyer_id=owner, wanted=wanted)
        return owner

    return wait


@pytest.fixture
def noura():
    person_id = make_account(email="noura@example.com")
    return open_customer(actor=Actor(ActorKind.BUYER, person_id, powers=VISITOR_POWERS))


def bring(offer, units=5):
    receipt = Receipt(offer.stock_id, offer.variant_id, units)
    receive_stock(
        actor=SYSTEM, seller_id=offer.seller_id, receipts=[receipt], reference_id=new_id()
    )
    look_again(actor=SYSTEM, variant_ids=[offer.variant_id])


def letters():
    return [one for one in recent_messages() if one.kind == "awaiting.back_in_stock"]


def tell_all():
    while tell_who_waits(actor=SYSTEM):
        pass


def test_who_waits_is_told_once_and_waits_no_longer(offer, wait, market_id):
    owner = wait()
    tell_all()
    assert letters() == [] and people_waiting(market_id, [offer.variant_id]) == {
        offer.variant_id: 1
    }
    bring(offer)
    tell_all(), tell_all()
    (letter,) = letters()
    assert letter.recipient == "guest@example.com" and "349.00" in letter.text
    assert (
        f"?variant={offer.variant_id}" in letter.text and "/hooks/letters/awaited/" in letter.text
    )
    assert "<img" in letter.html and "/hooks/letters/awaited/" in letter.html
    assert waits_of([owner], market_id) == []


def test_the_fact_that_units_came_is_enough(offer, wait):
    wait()
    tell_all()
    receipt = Receipt(offer.stock_id, offer.variant_id, 3)
    receive_stock(
        actor=SYSTEM, seller_id=offer.seller_id, receipts=[receipt], reference_id=new_id()
    )
    while Relay().deliver_pending():
        pass
    tell_all()
    assert len(letters()) == 1


def test_a_person_is_told_where_the_account_says_and_in_the_language_of_the_page(
    offer, market_id, noura
):
    wanted = Wanted(market_id, offer.variant_id, "en")
    for _ in range(2):
        await_goods(actor=buyer_actor(noura), buyer_id=noura, wanted=wanted)
    assert len(waits_of([noura], market_id)) == 1
    bring(offer, 1)
    tell_all()
    (letter,) = letters()
    assert letter.recipient == "noura@example.com" and letter.subject.startswith("Back: ")
    assert "1 unit is left" in letter.text


def test_one_address_waits_once_however_it_is_written(offer, wait, market_id):
    assert wait("Guest@Example.com ") == wait("guest@example.com")
    assert people_waiting(market_id, [offer.variant_id]) == {offer.variant_id: 1}


def test_what_can_be_bought_or_never_was_is_not_awaited(offer, wait):
    with pytest.raises(NothingToAwait):
        wait(variant_id=new_id())
    bring(offer)
    with pytest.raises(StillThere):
        wait()
    assert not Wait.objects.exists()


def test_a_letter_needs_an_address_that_is_the_waiters_own(offer, market_id):
    stranger = new_id()
    for email in ("", "guest@example.com"):
        with pytest.raises(MailboxInvalid):
            wanted = Wanted(market_id, offer.variant_id, "ar", email)
            await_goods(actor=buyer_actor(stranger), buyer_id=stranger, wanted=wanted)
    assert mailbox_of("no address") is None and mailbox_of("+966551234567") is None


def test_it_is_nobody_elses(wait, market_id):
    owner, stranger = wait(), new_id()
    (one,) = waits_of([owner], market_id)
    with pytest.raises(NotAllowed):
        stop_awaiting(actor=buyer_actor(stranger), buyer_id=owner, wait_id=one.id)
    with pytest.raises(NotAllowed):
        silence_mailbox(actor=buyer_actor(stranger), buyer_id=owner, is_silent=True)
    with pytest.raises(NotAllowed):
        tell_who_waits(actor=buyer_actor(owner))
    stop_awaiting(actor=buyer_actor(stranger), buyer_id=stranger, wait_id=one.id)
    assert waits_of([owner], market_id) == [one]
    for _ in range(2):
        stop_awaiting(actor=buyer_actor(owner), buyer_id=owner, wait_id=one.id)
    assert waits_of([owner], market_id) == []


def test_nobody_is_told_of_what_is_gone_again(offer, wait, market_id):
    owner = wait()
    bring(offer)
    pause_offer(actor=SYSTEM, seller_id=offer.seller_id, offer_id=offer.id)
    tell_all()
    assert letters() == [] and len(waits_of([owner], market_id)) == 1


def test_few_units_are_told_in_lanes_the_longest_waiting_first(offer, wait, market_id):
    for number in range(FEWEST_TOLD + 3):
        wait(f"guest{number:02}@example.com")
    bring(offer, 1)
    tell_all()
    told = {one.recipient for one in letters()}
    assert told == {f"guest{number:02}@example.com" for number in range(FEWEST_TOLD)}
    look_again(actor=SYSTEM, variant_ids=[offer.variant_id])
    tell_all()
    assert len(letters()) == FEWEST_TOLD, "the first lane has its time"
    Awaited.objects.update(told_at=now() - timedelta(minutes=16), look_at=now())
    tell_all()
    assert len(letters()) == FEWEST_TOLD + 3
    assert people_waiting(market_id, [offer.variant_id]) == {} and lane_of(500) == 5000


def test_a_step_is_bounded_and_goes_on_where_it_was(offer, wait):
    for number in range(5):
        wait(f"guest{number}@example.com")
    bring(offer)
    tell_who_waits(actor=SYSTEM, limit=2)
    assert len(letters()) == 2
    tell_all()
    assert len(letters()) == 5


def test_who_died_halfway_has_told_nobody_twice(offer, wait):
    """The connection is lost after the second letter was written, before its commit."""
    for number in range(3):
        wait(f"guest{number}@example.com")
    bring(offer)
    ends = []

    def dies(execute, sql, params, many, context):
        if sql.startswith('DELETE FROM "awaiting_wait"'):
            ends.append(sql)
            if len(ends) == 2:
                raise OperationalError("the connection is lost")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(dies), pytest.raises(OperationalError):
        tell_who_waits(actor=SYSTEM)
    assert len(letters()) == 1 and Wait.objects.count() == 2
    tell_all()
    assert len(letters()) == 1, "the turn is still his who died"
    Awaited.objects.update(look_at=now())
    tell_all()
    assert sorted(one.recipient[5] for one in letters()) == ["0", "1", "2"]


def test_a_silent_address_is_not_kept_and_a_person_who_asks_again_is_told_again(
    offer, wait, market_id, noura
):
    owner = wait()
    assert read_await_token(await_token(owner, market_id)) == (owner, market_id)
    silence_mailbox(actor=buyer_actor(owner), buyer_id=owner, is_silent=True)
    wait()
    assert is_silent(owner) and not Wait.objects.exists()
    silence_mailbox(actor=buyer_actor(owner), buyer_id=owner, is_silent=False)
    wait()
    silence_mailbox(actor=buyer_actor(noura), buyer_id=noura, is_silent=True)
    wanted = Wanted(market_id, offer.variant_id, "ar")
    await_goods(actor=buyer_actor(noura), buyer_id=noura, wanted=wanted)
    assert Wait.objects.count() == 2 and not Silence.objects.exists()


@pytest.mark.parametrize("token", ["", "x", "a:b", "é" * 50, "\0"])
def test_a_token_that_we_did_not_make_opens_nothing(token):
    assert read_await_token(token) is None


def test_others_push_nobodys_wishes_out(wait, market_id, offer):
    first = make_offer(units=0, seller_id=offer.seller_id)
    wait(variant_id=first.variant_id)
    for _ in range(MOST_OF_MAILBOX):
        owner = wait(variant_id=make_offer(units=0, seller_id=offer.seller_id).variant_id)
    kept = waits_of([owner], market_id)
    assert len(kept) == MOST_OF_MAILBOX and kept[-1].variant_id == first.variant_id


def test_of_a_persons_own_the_oldest_goes_for_one_too_many(noura, market_id, offer):
    for _ in range(MOST_OF_PERSON + 1):
        other = make_offer(units=0, seller_id=offer.seller_id)
        wanted = Wanted(market_id, other.variant_id, "ar")
        await_goods(actor=buyer_actor(noura), buyer_id=noura, wanted=wanted)
    kept = waits_of([noura], market_id)
    assert len(kept) == MOST_OF_PERSON and kept[0].variant_id == other.variant_id


def test_however_many_units_come_letters_have_a_bound(offer, wait):
    wait()
    bring(offer, 900_000_000)
    tell_all()
    assert len(letters()) == 1 and lane_of(10**9) == MOST_TOLD


def test_one_whose_letter_can_not_be_written_holds_up_nobody(offer, wait, market_id):
    owner = wait("first@example.com")
    wait("second@example.com")
    bring(offer)
    with connection.execute_wrapper(_breaks_for("first@example.com")):
        tell_who_waits(actor=SYSTEM)
    assert [one.recipient for one in letters()] == ["second@example.com"]
    assert len(waits_of([owner], market_id)) == 1
    tell_all()
    assert len(letters()) == 2


def _breaks_for(recipient):
    def breaks(execute, sql, params, many, context):
        if "INSERT INTO messaging_message" in sql and recipient in str(params):
            raise ValueError("a letter that can't be written")
        return execute(sql, params, many, context)

    return breaks


def test_wishes_end_after_half_a_year_and_the_queue_with_them(wait):
    wait()
    assert forget_waits(actor=SYSTEM) == 0 and Awaited.objects.count() == 1
    Wait.objects.update(asked_at=now() - KEPT - timedelta(days=1))
    assert forget_waits(actor=SYSTEM) == 1
    assert not Wait.objects.exists() and not Awaited.objects.exists()


def test_looking_costs_the_same_however_many_goods_there_are(wait, offer):
    def asked(many):
        for _ in range(many):
            wait(variant_id=make_offer(units=0, seller_id=offer.seller_id).variant_id)
        Awaited.objects.update(look_at=now())
        with CaptureQueriesContext(connection) as told:
            tell_who_waits(actor=SYSTEM)
        puts_off = [one for one in told if one["sql"].startswith('UPDATE "awaiting_variant"')]
        return len(told) - len(puts_off)

    assert asked(2) == asked(4)


@pytest.mark.django_db(transaction=True)
def test_presses_at_once_count_once_and_workers_at_once_tell_once(offer, wait, market_id):
    def at_once(act):
        def one(number):
            try:
                return act()
            finally:
                connection.close()

        with ThreadPoolExecutor(4) as pool:
            return list(pool.map(one, range(8)))

    at_once(wait)
    assert people_waiting(market_id, [offer.variant_id]) == {offer.variant_id: 1}
    for number in range(6):
        wait(f"guest{number}@example.com")
    bring(offer)
    at_once(tell_all)
    assert len(letters()) == 7 and not Wait.objects.exists()
