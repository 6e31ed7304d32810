"""Codes and files as stock: sealed, counted, told apart, and nobody else's."""

import io
from datetime import timedelta

import pytest

from tijara.domains.catalogue.testing import make_product
from tijara.domains.inventory.actions import (
    BelowHeld,
    KindIsFixed,
    LastFile,
    NoSuchCode,
    NoSuchFile,
    NoSuchStock,
    NotCounted,
    NotDigital,
    add_codes,
    add_stock_file,
    count_stock,
    hold_stock,
    receive_stock,
    remove_stock_file,
    withdraw_code,
)
from tijara.domains.inventory.models import Code
from tijara.domains.inventory.queries import (
    code_counts,
    codes_of_stock,
    files_of_stocks,
    low_stock,
    stock_levels,
)
from tijara.domains.inventory.rules import MOST_CODES, codes_in, file_name, last_of
from tijara.domains.inventory.shapes import CodesAdded, HoldRequest, Receipt, StockKind
from tijara.domains.inventory.testing import make_stock
from tijara.domains.parties.testing import seller_actor
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.refusal import Invalid
from tijara.platform.action import NotAllowed
from tijara.platform.audit.models import AuditEntry
from tijara.platform.audits import run_proofs
from tijara.platform.files import FileNotAccepted
from tijara.platform.outbox.models import Event

pytestmark = pytest.mark.django_db
SECRET = "AAAA-BBBB-CCCC-9Z9Z"


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def seller_id():
    return new_id()


@pytest.fixture
def stock_id(seller_id):
    return make_stock(seller_id, 0, make_product(kind="digital").variant_id)


def level(seller_id, stock_id):
    return stock_levels(seller_id, [stock_id])[stock_id]


def add(seller_id, stock_id, text, actor=SYSTEM):
    return add_codes(actor=actor, seller_id=seller_id, stock_id=stock_id, text=text)


def bring(seller_id, stock_id, content=b"%PDF-1.7\n", name="دليل.pdf"):
    add_stock_file(
        actor=SYSTEM,
        seller_id=seller_id,
        stock_id=stock_id,
        content=io.BytesIO(content),
        name=name,
    )


def assert_all_proved():
    assert [(proof.name, proof.faults) for proof in run_proofs() if proof.faults] == []


class TestCodes:
    def test_each_is_one_unit_and_repetitions_are_told(self, seller_id, stock_id):
        assert add(seller_id, stock_id, f" {SECRET}\n\n{SECRET}\r\nB-1 ") == CodesAdded(2, 0)
        assert add(seller_id, stock_id, f"{SECRET}\nC-1") == CodesAdded(1, 1)
        assert level(seller_id, stock_id).on_hand == 3
        assert level(seller_id, stock_id).kind is StockKind.CODES
        assert code_counts(seller_id, [stock_id])[stock_id].waiting == 3
        assert_all_proved()

    def test_a_code_is_nowhere_to_be_read(self, seller_id, stock_id):
        add(seller_id, stock_id, SECRET, seller_actor(seller_id))
        row = Code.objects.get()
        kept = str(row.__dict__) + str(list(AuditEntry.objects.values()))
        kept += str(list(Event.objects.values()))
        assert SECRET not in kept and row.last == "9Z9Z"
        (shown,) = codes_of_stock(seller_id, stock_id, waiting=True).items
        assert SECRET not in str(shown)

    def test_a_code_is_taken_out_but_none_that_is_promised(self, seller_id, stock_id):
        add(seller_id, stock_id, "A-1\nB-1")
        first, second = codes_of_stock(seller_id, stock_id, waiting=True).items
        given = {"actor": SYSTEM, "seller_id": seller_id, "stock_id": stock_id}
        hold_stock(
            actor=SYSTEM,
            seller_id=seller_id,
            checkout_id=new_id(),
            requests=[HoldRequest(stock_id, 1)],
            minutes=5,
        )
        withdraw_code(**given, code_id=first.id)
        with pytest.raises(BelowHeld):
            withdraw_code(**given, code_id=second.id)
        with pytest.raises(NoSuchCode):
            withdraw_code(**given, code_id=first.id)
        assert level(seller_id, stock_id).on_hand == 1
        assert_all_proved()

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("", "required"),
            (" \n\u202e\n", "required"),
            ("x" * 401, "code_too_long"),
            ("\n".join(map(str, range(MOST_CODES + 1))), "too_many_codes"),
        ],
        ids=["nothing", "nothing seen", "too long", "too many"],
    )
    def test_what_is_no_list_of_codes_is_refused(self, seller_id, stock_id, text, fault):
        with pytest.raises(Invalid) as refusal:
            add(seller_id, stock_id, text)
        assert refusal.value.fields == {"codes": fault}
        assert level(seller_id, stock_id).kind is StockKind.SHELF

    def test_only_digital_goods_have_codes(self, seller_id):
        stock_id = make_stock(seller_id, 3, make_product().variant_id)
        with pytest.raises(NotDigital):
            add(seller_id, stock_id, SECRET)
        assert level(seller_id, stock_id).on_hand == 3

    def test_units_without_codes_do_not_come_in(self, seller_id, stock_id):
        add(seller_id, stock_id, SECRET)
        key = {"actor": SYSTEM, "seller_id": seller_id}
        variant_id = level(seller_id, stock_id).variant_id
        receipt = Receipt(stock_id, variant_id, 9)
        receive_stock(**key, receipts=[receipt], reference_id=new_id())
        with pytest.raises(NotCounted):
            count_stock(**key, stock_id=stock_id, on_hand=9, key=new_id())
        with pytest.raises(KindIsFixed):
            bring(seller_id, stock_id)
        assert level(seller_id, stock_id).on_hand == 1
        assert_all_proved()

    def test_what_was_counted_before_is_written_off(self, seller_id):
        stock_id = make_stock(seller_id, 7, make_product(kind="digital").variant_id)
        add(seller_id, stock_id, SECRET)
        assert level(seller_id, stock_id).on_hand == 1
        assert_all_proved()

    def test_nobody_adds_to_anothers_stock(self, seller_id, stock_id):
        stranger = new_id()
        with pytest.raises(NoSuchStock):
            add(stranger, stock_id, SECRET)
        with pytest.raises(NotAllowed):
            add(seller_id, stock_id, SECRET, seller_actor(stranger))


class TestFiles:
    def test_a_file_never_runs_out_and_keeps_no_path(self, seller_id, stock_id, own_files):
        bring(seller_id, stock_id, name="../../etc/\u202epasswd.pdf")
        stock = level(seller_id, stock_id)
        assert stock.kind is StockKind.FILES and not stock.is_low
        assert low_stock(seller_id) == []
        (file,) = files_of_stocks(seller_id, [stock_id])[stock_id]
        assert file.name == "etc passwd.pdf"
        assert all(seller_id.hex in str(path) for path in own_files.rglob("*.pdf"))
        assert_all_proved()

    @pytest.mark.parametrize(
        "content",
        [b"", b"MZ\x90\x00program", b"<html><script>x</script>", b"#!/bin/sh\nrm -rf /\n"],
        ids=["empty", "program", "page", "script"],
    )
    def test_a_file_is_what_it_holds_and_programs_are_not_sold(
        self, seller_id, stock_id, own_files, content
    ):
        with pytest.raises(FileNotAccepted):
            bring(seller_id, stock_id, content, name="book.pdf")
        assert [path for path in own_files.rglob("*") if path.is_file()] == []
        assert level(seller_id, stock_id).kind is StockKind.SHELF

    def test_a_file_that_is_refused_leaves_nothing_behind(self, seller_id, own_files):
        stock_id = make_stock(seller_id, 3, make_product().variant_id)
        with pytest.raises(NotDigital):
            bring(seller_id, stock_id)
        assert [path for path in own_files.rglob("*") if path.is_file()] == []

    def test_who_bought_a_file_keeps_it(self, seller_id, stock_id):
        bring(seller_id, stock_id)
        (old,) = files_of_stocks(seller_id, [stock_id])[stock_id]
        key = {"actor": SYSTEM, "seller_id": seller_id, "stock_id": stock_id}
        with pytest.raises(LastFile):
            remove_stock_file(**key, file_id=old.id)
        bring(seller_id, stock_id, name="second")
        bought_at = now()
        remove_stock_file(**key, file_id=old.id)
        with pytest.raises(NoSuchFile):
            remove_stock_file(**key, file_id=old.id)

        def names(at):
            found = files_of_stocks(seller_id, [stock_id], bought_at=at)
            return [one.name for one in found[stock_id]]

        assert names(bought_at) == ["دليل.pdf", "second.pdf"]
        assert names(now() + timedelta(seconds=1)) == ["second.pdf"]


def test_codes_are_lines():
    assert codes_in("a b\n\n a  b\nc\x00") == ["a b", "c"]
    assert (last_of("ABCDEFGH"), last_of("1234"), last_of("1")) == ("EFGH", "34", "")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("book.PDF", "book.pdf"),
        ("book.exe", "book.exe.pdf"),
        ("", "file.pdf"),
        ("...", "file.pdf"),
        ('a/b\\c:"d"', "a b c d.pdf"),
        ("x" * 500, "x" * 116 + ".pdf"),
    ],
)
def test_a_file_is_called_after_what_it_is(said, name):
    assert file_name(said, "pdf") == name
