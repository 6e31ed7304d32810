"""A copy of one's data: whole, once, his alone, and gone in its time."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.db import OperationalError, connection

from tijara.domains.awaiting.queries import mailbox_of
from tijara.domains.awaiting.testing import make_wait
from tijara.domains.cases.shapes import ReportReason
from tijara.domains.deals.shapes import DealState
from tijara.domains.flash_sales.shapes import PlaceState
from tijara.domains.invoicing.shapes import InvoiceKind
from tijara.domains.loyalty.shapes import PointsKind
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.messaging.shapes import Means
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.shapes import PartyKind, Role
from tijara.domains.payments.shapes import ChargeState, PaymentMethod, RefundState
from tijara.domains.privacy.actions import CopyTooSoon, ask_copy, compose_copies, drop_copies
from tijara.domains.privacy.models import DataCopy
from tijara.domains.privacy.queries import copy_file, copy_of, parts_of
from tijara.domains.privacy.queries.code_words import said_code
from tijara.domains.privacy.queries.words import LEFT_OUT, NAMES, PARTS, as_read
from tijara.domains.privacy.rules import MOST_TRIES
from tijara.domains.privacy.shapes import COPY_LIFE, CopyState
from tijara.domains.privacy.testing import EMAIL, as_person, make_shopper
from tijara.domains.returns.actions.name_photos import name_photos
from tijara.domains.returns.shapes import RefundReason, ReturnState, Wish
from tijara.domains.returns.testing import make_return
from tijara.domains.reviews.shapes import ReviewReason, ReviewState
from tijara.domains.search.shapes import Rhythm
from tijara.domains.stores.shapes import ApplicationState
from tijara.domains.wallet.shapes import CreditKind, GiftState
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform import files
from tijara.platform.files import FileKind

STEPS_OF_SALE = {DealState.OPEN, DealState.PERFORMED}
OURS = {InvoiceKind.COMMISSION, InvoiceKind.COMMISSION_CREDIT}
NEVER_SENT = {GiftState.UNPAID, GiftState.DROPPED}
CODES = [
    ("orders", OrderState),
    ("orders", PaymentMethod),
    ("invoices", set(InvoiceKind) - OURS),
    ("payments", ChargeState),
    ("refunds", RefundState),
    ("returns", ReturnState),
    ("returns", RefundReason),
    ("returns", Wish),
    ("complaints", set(DealState) - STEPS_OF_SALE),
    ("complaints", RefundReason),
    ("reviews", ReviewState),
    ("searches", Rhythm),
    ("credit", CreditKind),
    ("points", PointsKind),
    ("gifts", set(GiftState) - NEVER_SENT),
    ("gifts_got", set(GiftState) - NEVER_SENT),
    ("places", PlaceState),
    ("reports", ReportReason),
    ("reports", ReviewReason),
    ("applications", ApplicationState),
    ("applications", PartyKind),
    ("company", PartyKind),
    ("work", Role),
    ("messages", Means),
]
"""What a part may say, and in which words nobody finds it."""


def ask(person_id, language="ar"):
    ask_copy(actor=as_person(person_id), language=language)


def compose():
    return compose_copies(actor=SYSTEM)


def told(person_id) -> dict:
    with ZipFile(copy_file(person_id).path) as archive:
        return json.loads(archive.read("my-data.json"))["parts"]


def page(person_id) -> str:
    with ZipFile(copy_file(person_id).path) as archive:
        return archive.read("my-data.html").decode()


def grow_old(person_id, by: timedelta):
    row = DataCopy.objects.filter(person_id=person_id)
    asked, ready = row.values_list("asked_at", "ready_at").get()
    row.update(asked_at=asked - by, ready_at=ready and ready - by)


@pytest.mark.django_db
class TestCopy:
    def test_says_all_that_is_kept(self):
        one = make_shopper()
        ask(one.id)
        assert copy_of(one.id).state is CopyState.WAITING and copy_file(one.id) is None
        assert compose() == 1 and compose() == 0
        copy, parts = copy_of(one.id), told(one.id)
        assert copy.state is CopyState.READY and copy.until > now() + timedelta(days=6)
        assert parts["profile"][0]["email"] == EMAIL
        (order,) = parts["orders"]
        assert order["number"] == one.order.number and order["recipient"]
        assert parts["lines"][0]["quantity"] == 1
        assert len(parts["favourites"]) == len(parts["addresses"]) == 1
        assert parts["cart"] == [{"name": parts["lines"][0]["name"], "quantity": 3}]
        assert parts["profile"][0]["name"] in page(one.id)
        assert 'dir="rtl"' in page(one.id) and "عناوين" in page(one.id)

    def test_says_what_is_awaited_under_the_address_too(self):
        one = make_shopper()
        mailbox, _ = mailbox_of(EMAIL)
        for owner, email in ((one.buyer_id, ""), (mailbox, EMAIL)):
            make_wait(owner, one.variant_id, email)
        make_wait(mailbox_of("other@example.com")[0], one.variant_id, "other@example.com")
        (told_of,) = [part for part in parts_of(one.id, "ar") if part.name == "awaited"]
        assert len(told_of.rows) == 2 and told_of.rows[0]["name"]

    def test_says_nothing_of_anybody_else(self):
        one, other = make_shopper(), make_shopper(email="other@example.com")
        ask(one.id)
        compose()
        assert other.order.number not in page(one.id) + json.dumps(told(one.id))
        assert copy_file(other.id) is None and copy_of(other.id) is None

    def test_holds_no_secret(self):
        one = make_shopper()
        ask(one.id)
        compose()
        said = json.dumps(told(one.id))
        assert not {"password", "sealed", "token", "session_key"} & set(said.split('"'))

    def test_is_told_by_a_letter_without_a_way_in(self):
        one = make_shopper()
        ask(one.id)
        compose()
        (letter,) = [x for x in recent_messages(9, recipient=EMAIL) if "copy" in x.kind]
        assert f"{settings.PUBLIC_ADDRESS}/account/data\n" in letter.text
        assert copy_file(one.id).id.hex not in letter.text

    @pytest.mark.django_db(transaction=True)
    def test_is_one_while_it_waits_and_for_a_day(self):
        one = make_shopper()
        ask(one.id)
        first = copy_of(one.id).asked_at
        ask(one.id)
        assert copy_of(one.id).asked_at == first
        compose()
        with pytest.raises(CopyTooSoon):
            ask(one.id)
        grow_old(one.id, timedelta(days=1))
        file = copy_file(one.id).path
        ask(one.id, "fr")
        compose()
        assert not file.exists() and 'lang="fr"' in page(one.id)

    def test_goes_after_its_days(self):
        one = make_shopper()
        ask(one.id)
        compose()
        file = copy_file(one.id).path
        assert drop_copies(actor=SYSTEM) == 0
        grow_old(one.id, COPY_LIFE)
        assert copy_of(one.id) is None and copy_file(one.id) is None
        assert drop_copies(actor=SYSTEM) == 1 and drop_copies(actor=SYSTEM) == 0
        assert not file.exists()

    def test_of_a_worker_that_died_is_composed_by_the_next(self):
        one = make_shopper()
        ask(one.id)
        DataCopy.objects.filter(person_id=one.id).update(tries=1, retry_at=now())
        assert compose() == 1 and copy_of(one.id).state is CopyState.READY

    def test_is_tried_again_later_each_time(self):
        one = make_shopper()
        ask(one.id)

        def fails(execute, sql, params, many, context):
            if "party_saved_address" in sql:
                raise OperationalError("the database is away")
            return execute(sql, params, many, context)

        with connection.execute_wrapper(fails):
            assert compose() == 1 and compose() == 0
        row = DataCopy.objects.get(person_id=one.id)
        assert row.tries == 1 and row.retry_at > now() + timedelta(minutes=1)
        DataCopy.objects.update(retry_at=now())
        assert compose() == 1 and copy_of(one.id).state is CopyState.READY

    def test_that_never_comes_out_may_be_asked_for_again(self):
        one = make_shopper()
        ask(one.id)
        DataCopy.objects.filter(person_id=one.id).update(tries=MOST_TRIES)
        assert compose() == 0 and copy_of(one.id).state is CopyState.FAILED
        ask(one.id)
        assert compose() == 1 and copy_of(one.id).state is CopyState.READY

    def test_has_words_for_all_that_it_shows(self):
        one = make_shopper()
        parts = parts_of(one.id, "ar")
        assert [part.name for part in parts] == list(PARTS)
        names = {name for part in parts for row in part.rows for name in row}
        assert names - set(NAMES) <= LEFT_OUT
        assert len(as_read(parts)) == len(parts)

    @pytest.mark.parametrize(("part", "codes"), CODES)
    def test_says_no_code_as_a_machine_writes_it(self, part, codes):
        bare = {code for code in codes if said_code(part, code) == code}
        assert not bare

    def test_holds_the_pictures_that_he_brought(self):
        one = make_shopper()
        going_back = make_return(one.seen_order)
        stored = files.store(
            going_back.seller_id,
            BytesIO(b"\xff\xd8\xff of a broken cup"),
            accepted=frozenset({FileKind.JPEG}),
            most_bytes=1000,
        )
        name_photos(
            actor=SYSTEM,
            on_behalf=as_person(one.id),
            seller_id=going_back.seller_id,
            return_id=going_back.id,
            file_ids=[stored.id],
        )
        ask(one.id)
        compose()
        (sent_back,) = told(one.id)["returns"]
        (name,) = sent_back["files"]
        with ZipFile(copy_file(one.id).path) as archive:
            assert archive.read(name).endswith(b"a broken cup")
        assert name in page(one.id)

    def test_of_nobody_is_empty(self):
        assert parts_of(new_id(), "ar") == []


@pytest.mark.django_db(transaction=True)
def test_two_presses_and_two_workers_make_one():
    one = make_shopper()

    def both(_):
        try:
            ask(one.id)
            compose()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(both, range(2)))
    while compose():
        pass
    assert DataCopy.objects.count() == 1
    assert len(list(copy_file(one.id).path.parent.iterdir())) == 1
