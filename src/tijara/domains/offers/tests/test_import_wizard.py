"""What is promised of importing through the hub: looked at, tried out, taken in, undone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.offers.actions import (
    ColumnsUnclear,
    FileUnreadable,
    ImportGoing,
    ImportMoved,
    ImportUnknown,
    NothingToUndo,
    TooManyFiles,
    advance_imports,
    check_import,
    discard_import,
    import_catalogue,
    reread_file,
    start_import,
    sweep_imports,
    undo_import,
)
from tijara.domains.offers.models import ImportRow, ImportRun, Offer
from tijara.domains.offers.queries import (
    import_preview,
    import_run,
    rejected_rows,
)
from tijara.domains.offers.shapes import ImportChoices, ImportState
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.tables import TableUnreadable
from tijara.platform import files
from tijara.platform.action import NotAllowed
from tijara.platform.locks import locked

from .wizard import HEAD, Wizard, ask, assert_proved, by_name, moved, shown

pytestmark = pytest.mark.django_db
CHUNKS = import_catalogue.__wrapped__.__globals__


def test_a_file_is_understood_before_anything_happens(seller):
    wizard = Wizard(seller, HEAD + "1,دلّة,٣٤٩,7\n2,فنجان,٨٩٫٥٠,\n")
    assert wizard.run.state is ImportState.MAPPING
    assert (wizard.preview.encoding, wizard.preview.separator) == ("utf-8", ",")
    assert wizard.fields() == ["key", "name", "price", "stock"]
    assert wizard.preview.columns[2].samples == ("٣٤٩", "٨٩٫٥٠")
    assert not shown()


def test_a_check_says_what_would_become_of_each_row_and_keeps_nothing(seller):
    wizard = Wizard(seller, HEAD + "1,دلة,349,7\n2,فنجان,abc,1\n3,,5,1\n\n").check()
    run = wizard.run
    assert (run.state, run.total) == (ImportState.CHECKED, 3)
    assert (run.read, run.created, run.rejected, run.passed) == (3, 1, 2, 1)
    told = [(row.line, row.fault, row.column) for row in rejected_rows(seller, run.id)]
    assert told == [(3, "price_unreadable", "السعر"), (4, "no_name", "الاسم")]
    assert not shown() and not Offer.objects.exists()


def test_it_is_taken_in_once_however_often_it_is_asked_for(seller):
    wizard = Wizard(seller, HEAD + "1,دلة,349,7\n2,فنجان,abc,1\n").take_in()
    run = wizard.run
    assert (run.state, run.created, run.rejected) == (ImportState.DONE, 1, 1)
    assert run.finished_at and by_name(seller)["دلة"].free == 7
    wizard.do(start_import).work()
    assert Offer.objects.count() == 1 and wizard.run == run
    assert ImportRow.objects.count() == 1


def test_the_file_is_gone_when_it_is_no_longer_needed(seller):
    wizard = Wizard(seller, HEAD + "1,دلة,349,7\n")
    file_id = ImportRun.objects.get().file_id
    assert files.find(seller, file_id)
    wizard.take_in()
    assert files.find(seller, file_id) is None and wizard.preview is None


def test_what_a_seller_says_of_columns_is_remembered_for_him(seller):
    content = "أ,السعر,ج\nدلة,5,ذهبي\n"
    wizard = Wizard(seller, content)
    assert wizard.fields() == ["", "price", ""]
    with pytest.raises(ColumnsUnclear):
        wizard.check()
    wizard.take_in(columns={"أ": "name", "السعر": "price", "ج": "spec"})
    assert ask("SELECT specs->0->>'value_ar' FROM catalogue_product") == ["ذهبي"]
    assert Wizard(seller, content).fields() == ["name", "price", "spec"]
    assert [column.is_learned for column in Wizard(seller, content).preview.columns] == [
        True,
        False,
        True,
    ]
    other = make_seller()
    assert Wizard(other, content).fields() == ["", "price", ""]


def test_one_field_has_one_column(seller):
    wizard = Wizard(seller, "أ,ب\nدلة,5\n")
    with pytest.raises(ColumnsUnclear) as refused:
        wizard.check(columns={"أ": "name", "ب": "name"})
    assert refused.value.fields["name"] == "twice"


def test_letters_and_separator_can_be_told(seller):
    wizard = Wizard(seller, "الاسم;السعر,ج\nدلة;5,1\n".encode("windows-1256"))
    assert wizard.preview.encoding == "windows-1256"
    wizard.do(reread_file, encoding="windows-1256", separator=";")
    assert [column.name for column in wizard.preview.columns] == ["الاسم", "السعر,ج"]


def test_what_is_no_table_leaves_nothing(seller, tmp_path):
    for content in (b"", b"%PDF-1.7", b"PK\x03\x04zip", ",".join("x" * 301).encode()):
        with pytest.raises((FileUnreadable, files.FileNotAccepted)):
            Wizard(seller, content)
    assert not ImportRun.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_nobody_reaches_another_sellers_import(seller):
    wizard = Wizard(seller, HEAD + "1,دلة,349,7\n")
    other = make_seller()
    given = {"actor": seller_actor(other), "run_id": wizard.run_id}
    with pytest.raises(ImportUnknown):
        start_import(seller_id=other, **given)
    with pytest.raises(NotAllowed):
        start_import(seller_id=seller, **given)
    assert import_run(other, wizard.run_id) is None
    assert import_preview(other, wizard.run_id) is None


def test_no_column_makes_a_row_another_sellers(seller):
    content = "المصدر,رقم المنتج,الاسم,السعر\nsouq,1,دلة,5\n"
    Wizard(seller, content).take_in()
    other = make_seller()
    Wizard(other, content.replace("دلة", "مخترق")).take_in()
    assert shown() == ["دلة", "مخترق"]


def test_an_import_that_was_cut_off_goes_on_where_it_was(seller, monkeypatch):
    rows = "".join(f"{n},منتج {n},{n},2\n" for n in range(1, 9))
    wizard = Wizard(seller, HEAD + rows).check().do(start_import)
    monkeypatch.setitem(CHUNKS, "CHUNK", 3)
    take, calls = CHUNKS["take_rows"], []

    def breaks_at_the_second(**given):
        calls.append(1)
        if len(calls) == 2:
            raise RuntimeError("the plug was pulled")
        return take(**given)

    monkeypatch.setitem(CHUNKS, "take_rows", breaks_at_the_second)
    wizard.work()
    assert (wizard.run.state, wizard.run.read) == (ImportState.IMPORTING, 3)
    wizard.work()
    assert (wizard.run.state, wizard.run.read, wizard.run.created) == (ImportState.DONE, 8, 8)
    assert len(moved()) == 8
    assert_proved()


def test_one_that_fails_again_and_again_is_stopped_and_can_be_undone(seller, monkeypatch):
    wizard = Wizard(seller, HEAD + "1,دلة,349,7\n").check().do(start_import)

    def breaks(**given):
        raise RuntimeError("always")

    monkeypatch.setitem(CHUNKS, "take_rows", breaks)
    for _ in range(4):
        wizard.work()
    assert (wizard.run.state, wizard.run.problem) == (ImportState.STOPPED, "failed")
    with pytest.raises(NothingToUndo):
        wizard.do(undo_import)
    wizard.do(discard_import)
    assert wizard.run is None


def test_a_file_that_breaks_off_stops_with_what_it_brought(seller, monkeypatch):
    wizard = Wizard(seller, HEAD + "1,دلة,349,7\n")

    def opens_nothing(path, **given):
        raise TableUnreadable("broken_archive")

    monkeypatch.setitem(CHUNKS, "open_table", opens_nothing)
    wizard.check()
    assert (wizard.run.state, wizard.run.problem) == (ImportState.STOPPED, "broken_archive")


def test_only_what_was_never_taken_in_is_thrown_away(seller):
    wizard = Wizard(seller, HEAD + "1,دلة,349,7\n").check()
    file_id = ImportRun.objects.get().file_id
    wizard.do(discard_import).do(discard_import)
    assert wizard.run is None and files.find(seller, file_id) is None
    taken = Wizard(seller, HEAD + "1,دلة,349,7\n").take_in()
    with pytest.raises(ImportMoved):
        taken.do(discard_import)
    with pytest.raises(ImportMoved):
        taken.do(check_import, choices=ImportChoices())


@pytest.mark.django_db(transaction=True)
def test_two_imports_of_one_seller_do_not_meet(seller, tmp_path):
    waiting = Wizard(seller, HEAD + "1,دلة,349,7\n")
    waiting.do(check_import, choices=ImportChoices())
    file = tmp_path / "other.csv"
    file.write_text(HEAD + "1,فنجان,20,7\n")

    def elsewhere():
        try:
            with pytest.raises(ImportGoing):
                import_catalogue(actor=SYSTEM, seller_id=seller, file=file, choices=ImportChoices())
            return advance_imports(actor=SYSTEM)
        finally:
            connection.close()

    with locked(f"offers.import:{seller}") as mine, ThreadPoolExecutor(1) as pool:
        assert mine and pool.submit(elsewhere).result() == 0
        assert waiting.run.state is ImportState.CHECKING
    assert waiting.work().run.state is ImportState.CHECKED


def test_a_file_that_disappeared_says_so(seller):
    wizard = Wizard(seller, HEAD + "1,دلة,349,7\n")
    files.remove(seller, ImportRun.objects.get().file_id)
    wizard.check()
    assert (wizard.run.state, wizard.run.problem) == (ImportState.STOPPED, "file_gone")
    with pytest.raises(ImportUnknown):
        start_import(actor=SYSTEM, seller_id=seller, run_id=new_id())


def test_files_do_not_pile_up(seller):
    content = HEAD + "1,دلة,349,7\n"
    made = [Wizard(seller, content) for _ in range(20)]
    with pytest.raises(TooManyFiles):
        Wizard(seller, content)
    assert Wizard(make_seller(), content).run
    made[0].take_in()
    assert Wizard(seller, content).run
    ImportRun.objects.filter(id=made[1].run_id).update(moved_at=now() - timedelta(days=15))
    assert sweep_imports(actor=SYSTEM) == 1 and made[1].run is None
    assert made[2].run and made[0].run
