"""A closed month never changes, whoever writes meanwhile."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection

from tijara.domains.books.actions import (
    MonthClosed,
    NotTheNextMonth,
    SamePerson,
    ask_reopening,
    book_events,
    close_month,
    decide_reopening,
)
from tijara.domains.books.models import Close, Entry
from tijara.domains.books.queries import (
    book_of_seller,
    closes,
    month_to_close,
    open_from,
    today_in,
)
from tijara.domains.books.shapes import (
    BookKey,
    Side,
)
from tijara.domains.books.testing import (
    book_all,
    make_costed_order,
    make_registered_seller,
    write_rent,
)
from tijara.domains.inventory.queries import worth_of
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id
from tijara.platform.audits import run_proofs


def faults():
    found = {one.code: one.faults for one in run_proofs() if one.faults}
    return {code: told for code, told in found.items() if not code.startswith("invoicing.")}


def months_ago(key: BookKey, many: int) -> date:
    month = today_in(key).replace(day=1)
    for _ in range(many):
        month = (month - timedelta(days=1)).replace(day=1)
    return month


@pytest.mark.django_db
class TestClosing:
    def given(self, seller_id, person=None):
        actor = seller_actor(seller_id, person or new_id())
        return {"actor": actor, "owner_id": seller_id, "key": book_of_seller(seller_id)}

    def test_a_closed_month_takes_nothing_more(self):
        seller_id = make_registered_seller()
        key = book_of_seller(seller_id)
        before, last = months_ago(key, 2), months_ago(key, 1)
        write_rent(seller_id, day=before)
        given = self.given(seller_id)
        with pytest.raises(NotTheNextMonth):
            close_month(**given, month=last)
        close_month(**given, month=before)
        close_month(**given, month=before)
        with pytest.raises(MonthClosed):
            write_rent(seller_id, day=before)
        close_month(**given, month=last)
        with pytest.raises(NotTheNextMonth):
            close_month(**given, month=months_ago(key, 0))
        assert [one.month for one in closes(key)] == [last, before]
        assert closes(key)[1].entries == 1
        assert not month_to_close(key).is_over
        assert faults() == {}

    def test_what_comes_late_stands_in_the_open_month_with_its_day(self):
        seller_id = make_registered_seller()
        key = book_of_seller(seller_id)
        last = months_ago(key, 1)
        write_rent(seller_id, day=last)
        close_month(**self.given(seller_id), month=last)
        late = now() - timedelta(days=40)
        with going_from(late):
            post_journal(
                actor=SYSTEM,
                seller_id=seller_id,
                kind="payout_returned",
                reference_id=new_id(),
                currency="SAR",
                transfers=[Transfer(Account.BANK, Account.SELLER_PAYABLE, 500)],
            )
        book_all()
        entries = Entry.objects.filter(owner_id=seller_id, side=Side.SELLER, kind="payout_returned")
        (row,) = entries
        assert (row.booked_on, row.happened_on.month) == (
            open_from(key),
            late.month,
        )
        assert not [code for code in faults() if code.startswith("books.")]

    def test_two_people_open_it_again(self):
        seller_id = make_seller()
        key = book_of_seller(seller_id)
        last = months_ago(key, 1)
        write_rent(seller_id, day=last)
        asker, other = new_id(), new_id()
        close_month(**self.given(seller_id), month=last)
        (closed,) = closes(key)
        asked = {"close_id": closed.id, "reason": "فاتورة كهرباء نسيناها"}
        ask_reopening(**self.given(seller_id, asker), **asked)
        with pytest.raises(SamePerson):
            decide_reopening(**self.given(seller_id, asker), close_id=closed.id, is_approved=True)
        decide_reopening(**self.given(seller_id, other), close_id=closed.id, is_approved=True)
        write_rent(seller_id, day=last)
        close_month(**self.given(seller_id), month=last)
        assert [(one.number, one.is_open_again) for one in closes(key)] == [(2, False), (1, True)]
        assert faults() == {}

    def test_a_changed_figure_breaks_the_chain(self):
        seller_id = make_seller()
        last = months_ago(book_of_seller(seller_id), 1)
        write_rent(seller_id, day=last)
        close_month(**self.given(seller_id), month=last)
        row = Close.objects.get(owner_id=seller_id)
        row.figures["rent"][0] += 1
        row.save()
        assert list(faults()) == ["books.closes_proof"]


@pytest.mark.django_db(transaction=True)
class TestRaces:
    def test_closing_and_writing_at_once(self):
        """Each entry is in the closed figures, or was refused; none slips in behind."""
        seller_id = make_seller()
        key = book_of_seller(seller_id)
        last = months_ago(key, 1)
        write_rent(seller_id, 100, day=last)

        def write(_):
            try:
                write_rent(seller_id, 100, day=last)
            except MonthClosed:
                return 0
            finally:
                connection.close()
            return 1

        def close():
            try:
                close_month(
                    actor=seller_actor(seller_id, new_id()),
                    owner_id=seller_id,
                    key=key,
                    month=last,
                )
            finally:
                connection.close()

        with ThreadPoolExecutor(6) as pool:
            writing = [pool.submit(write, one) for one in range(12)]
            pool.submit(close).result()
            written = 1 + sum(one.result() for one in writing)
        row = Close.objects.get(owner_id=seller_id)
        assert row.entries == written
        assert row.figures["rent"] == [100 * written, 0, 100 * written]
        assert faults() == {}

    def test_two_workers_book_once(self):
        seller_id = make_registered_seller()
        stock_id = make_costed_order(seller_id).lines[0].stock_id

        def book(_):
            try:
                return book_events(actor=SYSTEM, is_whole=True)
            finally:
                connection.close()

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(book, range(4)))
        assert faults() == {}
        assert worth_of(seller_id, [stock_id])[stock_id].units == 8
