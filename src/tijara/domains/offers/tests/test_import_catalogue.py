"""What is promised of importing a file: every row counted, nothing doubled, nothing lost."""

import gzip

import pytest
from django.db import connection

from tijara.domains.catalogue.queries import edited_product, find_products, forget_categories
from tijara.domains.catalogue.testing import make_product
from tijara.domains.inventory.queries import stock_levels, worth_of
from tijara.domains.offers.actions import (
    ColumnsUnclear,
    FileUnreadable,
    ImporterUnknown,
    import_catalogue,
    take_rows,
)
from tijara.domains.offers.models import ImportRun, Offer
from tijara.domains.offers.queries import import_runs, rejected_rows, seller_offers
from tijara.domains.offers.shapes import ImportChoices
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db
MODULE = import_catalogue.__wrapped__.__globals__
TAKING = take_rows.__wrapped__.__globals__
HEAD = "رقم المنتج,الاسم,القسم,السعر,الكمية\n"


@pytest.fixture
def seller():
    forget_categories()
    return make_seller()


@pytest.fixture
def bring(tmp_path, seller):
    def bring(content, name="shop.csv", **choices):
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return import_catalogue(
            actor=SYSTEM, seller_id=seller, file=file, choices=ImportChoices(**choices)
        )

    return bring


@pytest.fixture
def small_chunks(monkeypatch):
    monkeypatch.setitem(MODULE, "CHUNK", 3)


def products():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM catalogue_product")
        return cursor.fetchone()[0]


def sums(report):
    return (report.read, report.created, report.updated, report.unchanged, report.rejected)


def test_a_file_becomes_products_offers_and_stock(bring, seller):
    report = bring(HEAD + "1,دلة,القهوة > دلال,٣٤٩٫٥٠,٧\n2,فنجان,,12,\n", first_units=4)
    assert sums(report) == (2, 2, 0, 0, 0)
    rows = {row.name_ar: row for row in seller_offers(seller).items}
    assert rows["دلة"].price.minor == 34950 and rows["دلة"].free == 7
    assert rows["فنجان"].free == 4
    levels = stock_levels(seller, [row.stock_id for row in rows.values()])
    assert {level.on_hand for level in levels.values()} == {7, 4}


def test_a_column_of_costs_says_what_the_units_are_worth(bring, seller):
    head = HEAD.replace("الكمية", "الكمية,سعر التكلفة")
    bring(head + "1,دلة,القهوة,٣٤٩,٧,٢٠٠٫٥٠\n2,فنجان,القهوة,12,3,\n")
    rows = {row.name_ar: row.stock_id for row in seller_offers(seller).items}
    worth = worth_of(seller, list(rows.values()))
    assert (worth[rows["دلة"]].units, worth[rows["دلة"]].value_minor) == (7, 7 * 20050)
    assert rows["فنجان"] not in worth


def test_again_changes_nothing_and_then_only_what_changed(bring, seller):
    content = HEAD + "1,دلة,القهوة,10,5\n2,فنجان,القهوة,12,5\n"
    bring(content)
    assert sums(bring(content)) == (2, 0, 0, 2, 0)
    report = bring(content.replace(",12,5", ",13,99"))
    assert sums(report) == (2, 0, 1, 1, 0)
    cup = seller_offers(seller, text="فنجان").items[0]
    assert (cup.price.minor, cup.version, cup.free) == (1300, 2, 5)
    assert products() == Offer.objects.count() == 2


def test_rows_without_a_price_are_in_the_catalogue_and_said_so(bring, seller):
    report = bring(HEAD + "1,دلة,القهوة,,5\n")
    assert sums(report) == (1, 1, 0, 0, 0) and report.unpriced == 1
    assert products() == 1 and not Offer.objects.exists()


def test_every_refused_row_is_kept_with_its_reason(bring, seller):
    report = bring(
        HEAD
        + "1,دلة,القهوة,10,5\n"
        + "2,=cmd(),القهوة,10,5\n"
        + "3,فنجان,القهوة,abc,5\n"
        + '4,"مكسور,القهوة,1,1\n'
        + "1,دلة أخرى,القهوة,10,5\n"
        + "6,عود\x00,القهوة\n"
        + "\n"
    )
    assert sums(report) == (6, 1, 0, 0, 5) and report.blank == 1
    assert sum(report.faults.values()) == 5
    kept = list(rejected_rows(seller, report.run_id))
    assert [(row.line, row.fault) for row in kept] == [
        (3, "looks_like_formula"),
        (4, "price_unreadable"),
        (5, "broken_quotes"),
        (6, "repeated_key"),
        (7, "too_few_columns"),
    ]
    assert kept[1].cells == ["3", "فنجان", "القهوة", "abc", "5"]


def test_a_dry_run_says_the_same_and_keeps_nothing(bring, seller, small_chunks):
    content = HEAD + "".join(f"{n},منتج {n},قسم {n},{n},5\n" for n in range(8))
    dry = bring(content, is_dry_run=True)
    assert not products() and not ImportRun.objects.exists()
    assert sums(dry) == sums(bring(content)) == (8, 7, 0, 0, 1)
    assert dry.faults == {"price_zero": 1}
    assert sums(bring(content, is_dry_run=True)) == (8, 0, 0, 7, 1)


def test_an_import_that_broke_off_goes_on_where_it_was(bring, seller, small_chunks, monkeypatch):
    content = HEAD + "".join(f"{n},منتج {n},قسم,{n},5\n" for n in range(1, 9)) + "1,كرر,قسم,5,5\n"
    put, calls = TAKING["put_offers"], []

    def breaks_at_the_second_chunk(**given):
        calls.append(given)
        if len(calls) == 2:
            raise RuntimeError("the plug was pulled")
        return put(**given)

    monkeypatch.setitem(TAKING, "put_offers", breaks_at_the_second_chunk)
    with pytest.raises(RuntimeError):
        bring(content)
    stopped = import_runs(seller)[0]
    assert (stopped.line, stopped.read, stopped.created) == (4, 3, 3)
    assert stopped.finished_at is None and products() == 3
    report = bring(content, resume=True)
    assert report.run_id == stopped.id and report.resumed_after == 4
    assert sums(report) == (9, 8, 0, 0, 1) and report.faults == {"repeated_key": 1}
    assert import_runs(seller)[0].finished_at is not None
    assert bring(content, resume=True).run_id != stopped.id


def test_a_packed_windows_file_with_semicolons(bring, seller):
    content = "اسم المنتج;السعر\nدلة نحاسية;1.349,50\n".encode("windows-1256")
    report = bring(gzip.compress(content), name="shop.csv.gz")
    assert (report.encoding, report.separator) == ("windows-1256", ";")
    assert seller_offers(seller).items[0].price.minor == 134950


def test_columns_can_be_told(bring, seller):
    report = bring("أ,ب\nدلة,10\n", columns={"أ": "name_ar", "ب": "price"})
    assert report.columns == {"name_ar": "أ", "price": "ب"} and report.created == 1


def test_unclear_columns_and_unreadable_files_are_refused(bring):
    with pytest.raises(ColumnsUnclear) as refused:
        bring("أ,ب\nدلة,10\n", columns={"ج": "price"})
    assert refused.value.fields == {"ج=price": "unknown", "name": "no_name_column"}
    for content in (b"", b"PK\x03\x04", gzip.compress(b"name\nx\n")[:-9]):
        with pytest.raises(FileUnreadable):
            bring(content)


def test_two_shops_may_use_the_same_ids(bring, tmp_path, seller):
    bring(HEAD + "1,دلة,قسم,10,5\n", source="first")
    bring(HEAD + "1,فنجان,قسم,10,5\n", source="second")
    assert products() == 2


def test_only_sellers_that_are_there_and_people_who_may(bring, tmp_path, seller):
    file = tmp_path / "shop.csv"
    file.write_text(HEAD)
    with pytest.raises(ImporterUnknown):
        import_catalogue(actor=SYSTEM, seller_id=new_id(), file=file, choices=ImportChoices())
    buyer = Actor(ActorKind.BUYER, owner_id=new_id(), powers=BUYER_POWERS)
    with pytest.raises(NotAllowed):
        import_catalogue(actor=buyer, seller_id=seller, file=file, choices=ImportChoices())
    own = seller_actor(seller)
    report = import_catalogue(actor=own, seller_id=seller, file=file, choices=ImportChoices())
    assert report.read == 0


def test_a_thousand_rows_take_few_statements(bring, django_assert_max_num_queries):
    content = HEAD + "".join(f"{n},منتج {n},قسم,{n},5\n" for n in range(1, 1001))
    with django_assert_max_num_queries(50):
        assert bring(content).created == 1000


CODES = "رمز الصنف,الاسم,السعر,الكمية\n"


def of_seller(seller):
    return Offer.objects.filter(seller_id=seller)


class TestKnownSku:
    """Goods that came another way than by a file are known by what they are sold under."""

    def test_a_row_prices_and_counts_what_was_brought_by_hand(self, bring, seller):
        make_offer(seller_id=seller, product=make_product(sku="VASE-TALL", name_ar="مزهرية"))
        report = bring(CODES + "VASE-TALL,مزهرية مستديرة,225,12\n", sets_stock=True)
        assert sums(report) == (1, 0, 1, 0, 0)
        assert products() == 1
        (offer,) = of_seller(seller)
        assert offer.price_minor == 22500
        assert stock_levels(seller, [offer.stock_id])[offer.stock_id].on_hand == 12
        assert seller_offers(seller).items[0].name_ar == "مزهرية"
        assert sums(bring(CODES + "VASE-TALL,مزهرية,225,12\n")) == (1, 0, 0, 1, 0)

    def test_what_another_seller_sells_under_it_is_his(self, bring, seller):
        make_offer(product=make_product(sku="VASE-TALL"))
        assert sums(bring(CODES + "VASE-TALL,مزهرية,225,12\n")) == (1, 1, 0, 0, 0)
        assert products() == 2

    def test_what_came_by_a_file_is_written_by_the_next(self, bring, seller):
        bring(CODES + "VASE-TALL,مزهرية,225,12\n")
        bring(CODES + "VASE-TALL,مزهرية مستديرة,225,12\n")
        assert products() == 1
        assert seller_offers(seller).items[0].name_ar == "مزهرية مستديرة"

    def test_rows_of_several_variants_find_their_product(self, bring, seller):
        head = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n"
        rows = "vase,Vase,Size,Small,V-S,10\nvase,,Size,Large,V-L,20\n"
        bring(head + rows)
        other = rows.replace("vase,", "vase-2026,").replace(",10\n", ",15\n")
        report = bring(head + other)
        assert (sums(report), products()) == ((2, 0, 1, 1, 0), 1)


def test_a_file_may_name_its_goods_in_three_languages(bring, seller):
    head = "رقم المنتج,الاسم,الاسم الإنجليزي,الاسم الفرنسي,السعر,الوصف بالفرنسية\n"
    bring(head + "1,دلّة,Dallah,Cafetière arabe,10,En laiton\n")
    (row,) = find_products(brought_by=seller).items
    assert (row.name_ar, row.name_en, row.name_fr) == ("دلّة", "Dallah", "Cafetière arabe")
    assert edited_product(row.id).sheet.about_fr == "En laiton"
    bring(head + "1,دلّة,Dallah,,10,\n")
    assert find_products(brought_by=seller).items[0].name_fr == "Cafetière arabe"
