"""What is promised of `tijara import catalogue`."""

import csv

import pytest

from tijara.domains.accounts.testing import make_account
from tijara.domains.markets.queries import market
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.queries import members_of
from tijara.domains.search.queries import shelf
from tijara.domains.stores.queries import forget_stores, store_by_slug
from tijara.domains.stores.testing import make_store
from tijara.faces.cli.main import main
from tijara.platform import places
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "data", lambda: tmp_path / "data")
    forget_stores()
    make_market()
    file = tmp_path / "shop.csv"
    file.write_text("رقم المنتج,الاسم,القسم,السعر\n1,دلّة نحاسية,القهوة > دلال,٣٤٩\n2,=x(),أ,1\n")
    return file


def bring(*words):
    return main(["import", "catalogue", *map(str, words)])


def test_what_is_imported_stands_on_the_shelf_a_moment_later(shop, capsys):
    assert bring(shop, "--stock", "3") == 0
    while Relay().deliver_pending():
        pass
    page = shelf(market("sa").id, text="دله", category_path="القهوة")
    assert [card.name_ar for card in page.items] == ["دلّة نحاسية"] and page.items[0].in_stock
    assert store_by_slug("imported").seller_id == page.items[0].seller_id
    told = capsys.readouterr().out
    assert "created              1" in told and "tijara up" in told


def test_the_operators_people_ship_what_the_operators_store_sells(shop):
    operator = make_account(is_operator=True)
    make_account()
    bring(shop)
    bring(shop)
    assert members_of(store_by_slug("imported").seller_id) == [operator]


def test_the_refused_rows_are_in_a_file_that_runs_nothing(shop, capsys):
    bring(shop)
    (errors,) = (places.data() / "imports").iterdir()
    assert str(errors) in capsys.readouterr().out
    with errors.open(encoding="utf-8-sig", newline="") as file:
        head, row = list(csv.reader(file))
    assert row[0] == "3" and "معادلة" in row[1] and row[5] == "'=x()"
    assert head[4:] == ["رقم المنتج", "الاسم", "القسم", "السعر"]


def test_a_dry_run_keeps_nothing(shop, capsys):
    assert bring(shop, "--dry-run") == 0
    assert "nothing was kept" in capsys.readouterr().out
    assert not (places.data() / "imports").exists()


def test_a_named_store_and_told_columns(shop, capsys):
    store = make_store(slug="nahhas")
    assert bring(shop, "--store", "nahhas", "--map", "القسم=", "السعر=price") == 0
    while Relay().deliver_pending():
        pass
    assert shelf(market("sa").id, seller_id=store.seller_id).total == 1
    assert "passed over  القسم" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["--store", "nowhere"], 1, "cli.store_unknown"),
        (["--map", "ج=price"], 1, "no such column"),
    ],
)
def test_what_can_not_be_done_is_said(shop, capsys, words, status, told):
    assert bring(shop, *words) == status
    assert told in capsys.readouterr().err


def test_files_that_are_no_tables_are_told_apart(shop, capsys):
    assert bring(shop.parent / "missing.csv") == 2
    shop.write_bytes(b"PK\x03\x04 a spreadsheet")
    assert bring(shop) == 1
    assert "send CSV, TSV or XLSX" in capsys.readouterr().err
