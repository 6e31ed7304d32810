"""Closing an account: not while something is open, undone by coming back, and then for good."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tijara.domains.accounts.actions import send_code, sign_in_by_code
from tijara.domains.accounts.queries import account, account_by_email, ways_in
from tijara.domains.accounts.testing import make_account, make_device, sent_code
from tijara.domains.awaiting.queries import is_silent, mailbox_of, waits_everywhere
from tijara.domains.awaiting.testing import make_silent, make_wait
from tijara.domains.carts.queries import picked_lines
from tijara.domains.checkout.testing import kept_intents
from tijara.domains.favourites.queries import favourites_of
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.actions import forget_recipients
from tijara.domains.parties.actions import add_member, keep_order
from tijara.domains.parties.queries import addresses
from tijara.domains.parties.testing import make_seller
from tijara.domains.privacy.actions import (
    CannotClose,
    ask_closing,
    ask_copy,
    close_account,
    close_accounts,
    compose_copies,
    take_back_closing,
)
from tijara.domains.privacy.models import Closing
from tijara.domains.privacy.queries import closing_of, copy_file, hurdles_of
from tijara.domains.privacy.shapes import Obstacle
from tijara.domains.privacy.testing import EMAIL, as_person, days_are_over, make_shopper
from tijara.domains.returns.testing import make_return
from tijara.domains.reviews.queries import review
from tijara.domains.reviews.testing import make_review
from tijara.domains.wallet.testing import give
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.platform.audit.log import recent_acts
from tijara.platform.audits import run_proofs


def ask(one):
    return ask_closing(actor=as_person(one.id))


def close() -> int:
    return close_accounts(actor=SYSTEM)


def in_the_way(person_id) -> list[Obstacle]:
    return [one.kind for one in hurdles_of(person_id)]


@pytest.mark.django_db
class TestInTheWay:
    def test_of_who_has_nothing_open_is_nothing(self):
        assert in_the_way(make_shopper().id) == []

    def test_is_an_order_on_its_way(self):
        one = make_shopper(is_delivered=False)
        (hurdle,) = hurdles_of(one.id)
        assert (hurdle.kind, hurdle.about) == (Obstacle.OPEN_ORDER, one.order.number)
        with pytest.raises(CannotClose):
            ask(one)
        assert closing_of(one.id) is None

    def test_is_a_return(self):
        one = make_shopper()
        make_return(one.seen_order)
        assert in_the_way(one.id) == [Obstacle.OPEN_RETURN]

    def test_is_money_in_the_wallet(self):
        one = make_shopper()
        give(one.buyer_id, 500)
        assert in_the_way(one.id) == [Obstacle.WALLET]

    def test_is_a_shop_and_the_market_that_one_works_for(self):
        person_id = make_account(is_operator=True)
        add_member(actor=SYSTEM, person_id=person_id, seller_id=make_seller())
        assert in_the_way(person_id) == [Obstacle.STAFF, Obstacle.SELLS]

    def test_are_the_people_of_a_demonstration(self):
        person_id = make_account(email="noura@demo.tijara.example")
        assert in_the_way(person_id) == [Obstacle.DEMONSTRATION]


@pytest.mark.django_db
class TestClosing:
    def test_asked_twice_is_asked_once_and_signs_out(self):
        one = make_shopper()
        first = ask(one)
        assert ask(one) == first
        assert ways_in(one.id) == []
        letters = [x for x in recent_messages(9, recipient=EMAIL) if "closing" in x.kind]
        assert len(letters) == 1
        assert [act.action for act in recent_acts(person_id=one.id).items].count(
            "privacy.ask_closing"
        ) == 1

    def test_is_not_done_to_who_has_signed_in_since(self):
        """An older process lets him in and knows nothing of closings."""
        one = make_shopper()
        ask(one)
        days_are_over(one.id)
        make_device(one.id)
        assert close() == 1
        assert account(one.id).is_active and closing_of(one.id) is None

    def test_leaves_another_persons_order_that_was_kept_by_its_link(self):
        one, other = make_shopper(), make_shopper(email="other@example.com")
        keep_order(
            actor=as_person(one.id), seller_id=other.order.seller_id, order_id=other.order.id
        )
        ask(one)
        days_are_over(one.id)
        assert close() == 1 and not account(one.id).is_active
        assert other.seen_order.address == other.order.address

    def test_erases_nothing_before_its_day(self):
        one = make_shopper()
        ask(one)
        assert close() == 0 and not close_account(actor=SYSTEM, person_id=one.id)
        assert account(one.id).email == EMAIL

    def test_is_taken_back(self):
        one = make_shopper()
        ask(one)
        days_are_over(one.id)
        assert take_back_closing(actor=as_person(one.id))
        assert not take_back_closing(actor=as_person(one.id))
        assert close() == 0 and account(one.id).is_active

    @pytest.mark.django_db(transaction=True)
    def test_erases_who_it_was(self):
        one = make_shopper()
        ask_copy(actor=as_person(one.id), language="ar")
        compose_copies(actor=SYSTEM)
        file = copy_file(one.id).path
        ask(one)
        days_are_over(one.id)
        assert close() == 1 and close() == 0
        left = account(one.id)
        assert (left.email, left.phone, left.name, left.is_active) == ("", "", "", False)
        assert account_by_email(EMAIL) is None
        assert addresses(one.buyer_id) == [] == favourites_of(one.buyer_id)
        assert picked_lines(one.buyer_id) == [] and not file.exists()
        assert closing_of(one.id) is None

    def test_leaves_the_books_and_nobody_in_them(self):
        one = make_shopper()
        ask(one)
        days_are_over(one.id)
        close()
        after, before = one.seen_order, one.order
        assert (after.total, after.lines) == (before.total, before.lines)
        assert after.address.city == before.address.city
        assert before.address.recipient and after.address.recipient == "—"
        assert (after.address.phone, after.address.email, after.address.street) == ("", "", "")
        intents = str(kept_intents(one.buyer_id))
        assert before.address.recipient not in intents and "lines" in intents
        assert not [proof.name for proof in run_proofs() if proof.faults]

    def test_leaves_reviews_without_a_name(self):
        one = make_shopper()
        written = make_review(order=one.seen_order)
        ask(one)
        days_are_over(one.id)
        close()
        left = review(written.seller_id, written.id)
        assert (left.stars, left.words, left.shown_name) == (5, written.words, "")

    def test_ends_what_he_waits_for_under_his_address_too(self):
        one = make_shopper()
        mailbox, _ = mailbox_of(EMAIL)
        make_wait(one.buyer_id, new_id())
        make_wait(mailbox, new_id(), EMAIL)
        for owner in (one.buyer_id, mailbox):
            make_silent(owner)
        ask(one)
        days_are_over(one.id)
        close()
        assert waits_everywhere([one.buyer_id], EMAIL) == []
        assert not is_silent(one.buyer_id) and is_silent(mailbox)

    def test_leaves_one_last_letter(self):
        one = make_shopper()
        ask(one)
        days_are_over(one.id)
        close()
        assert [x.kind for x in recent_messages(9, recipient=EMAIL)] == ["privacy.account_closed"]

    def test_stands_in_the_audit_log(self):
        one = make_shopper()
        ask(one)
        days_are_over(one.id)
        close()
        acts = recent_acts(person_id=one.id, owner_id=OPERATOR_ID)
        assert [act.action for act in acts.items][:2] == [
            "privacy.close_account",
            "privacy.ask_closing",
        ]

    def test_frees_the_address_for_a_new_account(self):
        one = make_shopper()
        ask(one)
        days_are_over(one.id)
        close()
        attempt = new_id()
        given = {"recipient": EMAIL, "language": "ar"}
        send_code(actor=SYSTEM, purpose="sign_in", owner_id=attempt, **given)
        fresh = sign_in_by_code(actor=SYSTEM, code=sent_code(EMAIL), attempt_id=attempt, **given)
        assert fresh.id != one.id

    def test_waits_where_money_has_come_back_meanwhile(self):
        one = make_shopper()
        ask(one)
        days_are_over(one.id)
        give(one.buyer_id, 500)
        assert close() == 1 and close() == 0
        assert account(one.id).is_active and closing_of(one.id)

    def test_that_dies_halfway_has_done_nothing_and_is_done_again(self, settings):
        """Its last letter can't be written: by then most is erased."""
        one = make_shopper()
        ask(one)
        days_are_over(one.id)
        links = settings.MESSAGE_LINKS
        settings.MESSAGE_LINKS = {"account": links["account"]}
        assert close() == 1
        assert account(one.id).email == EMAIL and addresses(one.buyer_id)
        assert one.seen_order.address == one.order.address and favourites_of(one.buyer_id)
        settings.MESSAGE_LINKS = links
        assert close() == 0
        Closing.objects.update(retry_at=None)
        assert close() == 1 and not account(one.id).is_active

    def test_touches_no_order_that_goes_on(self):
        one = make_shopper(is_delivered=False)
        forget_recipients(actor=SYSTEM, keys=[(one.order.seller_id, one.order.id)])
        assert one.seen_order.address == one.order.address


@pytest.mark.django_db(transaction=True)
def test_who_comes_back_while_it_is_closed_keeps_all_or_nothing():
    one = make_shopper()
    ask(one)
    days_are_over(one.id)

    def act(what):
        try:
            return what()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        back = pool.submit(act, lambda: take_back_closing(actor=as_person(one.id)))
        closed = pool.submit(act, lambda: close_account(actor=SYSTEM, person_id=one.id))
    assert back.result() is not closed.result()
    assert account(one.id).is_active is back.result()
    assert bool(addresses(one.buyer_id)) is back.result()
