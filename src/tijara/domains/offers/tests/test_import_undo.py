"""What is promised of undoing an import: all goes back, but for what was sold or changed since."""

import pytest
from django.db import connection

from tijara.domains.inventory.actions import hold_stock
from tijara.domains.inventory.shapes import HoldRequest
from tijara.domains.offers.actions import (
    change_price,
    restore_offers,
    undo_import,
)
from tijara.domains.offers.models import ImportChange
from tijara.domains.offers.queries import (
    kept_changes,
    seller_offers,
    undo_counts,
)
from tijara.domains.offers.shapes import ChangeFate, ImportState
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money

from .wizard import HEAD, Wizard, ask, assert_proved, by_name, shown

pytestmark = pytest.mark.django_db


def test_undoing_restores_prices_stock_and_shelf(seller):
    Wizard(seller, HEAD + "1,دلة,349,7\n2,فنجان,20,5\n").take_in()
    second = Wizard(seller, HEAD + "1,دلة,300,9\n2,فنجان,20,5\n3,عود,50,4\n")
    second.take_in(sets_stock=True)
    assert (second.run.created, second.run.updated, second.run.unchanged) == (1, 1, 1)
    rows = by_name(seller)
    assert rows["دلة"].price.minor == 30000 and rows["دلة"].on_hand == 9
    second.undo()
    rows = by_name(seller)
    assert rows["دلة"].price.minor == 34900 and rows["دلة"].on_hand == 7
    assert (rows["عود"].is_active, rows["عود"].on_hand) == (False, 0)
    assert "عود" not in shown()
    assert second.run.state is ImportState.UNDONE
    assert undo_counts(seller, second.run_id) == {ChangeFate.UNDONE: 2}
    counted = "SELECT quantity FROM inventory_movement WHERE kind = 'count' AND reference_id = %s"
    assert sorted(ask(counted, second.run_id)) == [-4, -2, 2]
    assert_proved()


def test_what_was_undone_comes_back_with_the_next_import(seller):
    content = HEAD + "1,دلة,349,7\n2,فنجان,,\n"
    Wizard(seller, content).take_in().undo()
    assert not shown()
    again = Wizard(seller, content).take_in()
    assert again.run.created == 1
    row = by_name(seller)["دلة"]
    assert row.is_active and row.on_hand == 7
    assert len(shown()) == 2
    again.undo()
    assert not by_name(seller)["دلة"].is_active
    assert_proved()


def test_what_was_sold_or_changed_since_stays_and_is_said(seller):
    Wizard(seller, HEAD + "1,دلة,349,7\n").take_in()
    second = Wizard(seller, HEAD + "1,دلة,300,7\n2,عود,50,4\n3,بخور,60,4\n").take_in()
    rows = by_name(seller)
    sell(seller, rows["عود"].stock_id)
    hold_stock(
        actor=SYSTEM,
        seller_id=seller,
        checkout_id=new_id(),
        requests=[HoldRequest(rows["بخور"].stock_id, 1)],
        minutes=5,
    )
    change_price(
        actor=SYSTEM,
        seller_id=seller,
        offer_id=rows["دلة"].id,
        price=Money(31000, "SAR"),
        was=None,
        version=rows["دلة"].version,
    )
    second.undo()
    rows = by_name(seller)
    assert rows["دلة"].price.minor == 31000
    assert rows["عود"].is_active and rows["عود"].on_hand == 3
    assert rows["بخور"].is_active and rows["بخور"].on_hand == 4
    fates = {kept.name_ar: kept.fate for kept in kept_changes(seller, second.run_id)}
    assert fates == {
        "دلة": ChangeFate.CHANGED,
        "عود": ChangeFate.SOLD,
        "بخور": ChangeFate.HELD,
    }
    assert len(shown()) == 3


def sell(seller_id, stock_id):
    """What the order door does to the stock."""
    given = {"seller": seller_id, "stock": stock_id, "id": new_id()}
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO inventory_movement (seller_id, id, stock_id, quantity, kind, moved_at) "
            "VALUES (%(seller)s, %(id)s, %(stock)s, -1, 'sale', now())",
            given,
        )
        cursor.execute(
            "UPDATE inventory_stock SET on_hand = on_hand - 1 "
            "WHERE seller_id = %(seller)s AND id = %(stock)s",
            given,
        )


def test_an_undo_that_was_cut_off_goes_on(seller, monkeypatch):
    wizard = Wizard(seller, HEAD + "".join(f"{n},منتج {n},{n},2\n" for n in range(1, 8))).take_in()
    monkeypatch.setitem(restore_offers.__wrapped__.__globals__, "CHUNK", 3)
    wizard.do(undo_import)
    assert restore_offers(actor=SYSTEM, seller_id=seller, run_id=wizard.run_id) == 3
    assert ImportChange.objects.filter(fate="").count() == 4
    wizard.work()
    assert wizard.run.state is ImportState.UNDONE
    assert {row.on_hand for row in seller_offers(seller).items} == {0}
    assert_proved()


def test_a_sheet_of_counts_sets_the_stock_and_is_undone(seller):
    Wizard(seller, HEAD + "1,دلة,349,7\n2,فنجان,20,5\n").take_in()
    sheet = "رقم المنتج,الاسم,المستودع الرئيسي - كميات\n1,دلة,12\n2,فنجان,5\n3,جديد,4\n"
    counted = Wizard(seller, sheet).take_in(sets_stock=True)
    run = counted.run
    assert (run.created, run.updated, run.unchanged, run.unpriced) == (1, 1, 1, 1)
    assert by_name(seller)["دلة"].on_hand == 12 and by_name(seller)["دلة"].price.minor == 34900
    counted.undo()
    assert by_name(seller)["دلة"].on_hand == 7
    assert_proved()
