"""What is promised of a seller's own list, and of what he looks up in it."""

import pytest
from django.db import connection, transaction

from tijara.domains.catalogue.testing import make_product
from tijara.domains.offers.actions import pause_offer
from tijara.domains.offers.queries import offers_by_sku, offers_on_shelf, seller_offers
from tijara.domains.offers.queries.shelf import NEAR
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.kit.page import read_cursor
from tijara.platform.postgres.rows_read import rows_read
from tijara.platform.postgres.testing import as_owner

pytestmark = pytest.mark.django_db
MANY, A_FEW = 3000, 6 * 11
COLUMNS = """
    SELECT column_name FROM information_schema.columns
    WHERE table_name = %s AND is_generated = 'NEVER' AND is_identity = 'NO'
"""
COPY = """
    INSERT INTO {table} ({columns})
    SELECT {columns} FROM (
        SELECT (jsonb_populate_record(old, {anew})).* FROM {table} old, LATERAL (
            SELECT n, md5('product' || n)::uuid AS product, md5('variant' || n)::uuid AS variant,
                   md5('stock' || n)::uuid AS stock, md5('offer' || n)::uuid AS offer
            FROM generate_series(1, %(many)s) AS n) AS ids
        WHERE {whose}) AS made
"""
COPIED = (
    ("catalogue_product", "old.id = %(product)s",
     "jsonb_build_object('id', product, 'slug', 'laid-' || n, 'source_key', n)"),
    ("catalogue_variant", "old.id = %(variant)s",
     "jsonb_build_object('id', variant, 'product_id', product, 'sku', 'laid-' || n)"),
    ("inventory_stock", "old.seller_id = %(seller)s AND old.id = %(stock)s",
     "jsonb_build_object('id', stock, 'variant_id', variant)"),
    ("offer", "old.seller_id = %(seller)s AND old.id = %(offer)s",
     "jsonb_build_object('id', offer, 'variant_id', variant, 'product_id', product,"
     " 'stock_id', stock)"),
)  # fmt: skip


@pytest.fixture
def seller():
    """His three goods, and a neighbour's."""
    seller = make_seller()
    for name, units in (("دلة 50%", 2), ("فنجان", 40), ("مبخرة", 40)):
        product = make_product(name_ar=name, sku=f"Sku-{units}-{name[0]}")
        make_offer(seller_id=seller, product=product, units=units)
    make_offer(product=make_product(name_ar="دلة جار"))
    return seller


def names(page):
    return [row.name_ar for row in page.items]


def test_the_newest_come_first_in_one_statement(seller, django_assert_num_queries):
    with django_assert_num_queries(1):
        first = seller_offers(seller, size=2)
    assert names(first) == ["مبخرة", "فنجان"] and first.has_next
    assert names(seller_offers(seller, page=2, size=2)) == ["دلة 50%"]


def test_pages_go_on_behind_an_offer_and_come_back(seller):
    first = seller_offers(seller, size=2)
    second = seller_offers(seller, size=2, page=2, beside=read_cursor(first.after))
    assert names(second) == ["دلة 50%"] and not second.has_next
    back = seller_offers(seller, size=2, page=1, beside=read_cursor(second.before, is_end=True))
    assert names(back) == names(first)


def test_what_is_new_meanwhile_shifts_no_page(seller):
    after = seller_offers(seller, size=2).after
    make_offer(seller_id=seller, product=make_product(name_ar="جديد"))
    assert names(seller_offers(seller, size=2, beside=read_cursor(after))) == ["دلة 50%"]


def test_what_runs_out_is_found(seller):
    assert [row.free for row in seller_offers(seller, low=True).items] == [2]
    make_offer(seller_id=seller, product=make_product(name_ar="إبريق"), units=0)
    assert names(seller_offers(seller, low=True)) == ["إبريق", "دلة 50%"]


def test_what_is_paused_is_found_and_left_out(seller):
    row = seller_offers(seller, text="فنجان").items[0]
    pause_offer(actor=seller_actor(seller), seller_id=seller, offer_id=row.id)
    assert names(seller_offers(seller, is_active=False)) == ["فنجان"]
    assert names(seller_offers(seller, is_active=True)) == ["مبخرة", "دلة 50%"]
    assert names(seller_offers(seller, is_active=True, low=True)) == ["دلة 50%"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("50%", ["دلة 50%"]),
        ("دلّه", ["دلة 50%"]),
        ("50 دلة", ["دلة 50%"]),
        ("دلة غريبة", []),
    ],
)
def test_all_words_must_fit_as_they_are_typed(seller, text, found):
    assert names(seller_offers(seller, text=text)) == found


def test_words_are_found_beyond_the_newest(seller, monkeypatch):
    monkeypatch.setattr("tijara.domains.offers.queries.shelf.NEAR", 1)
    assert NEAR > 1
    assert names(seller_offers(seller, text="دلة")) == ["دلة 50%"]
    sku = seller_offers(seller, text="فنجان").items[0].sku
    assert names(seller_offers(seller, text=sku.lower())) == ["فنجان"]


def test_a_stock_number_is_found_in_whatever_letters_and_never_a_neighbours(seller):
    sku = seller_offers(seller, text="فنجان").items[0].sku
    beside = make_offer(product=make_product(name_ar="للجار", sku="Theirs-1"))
    theirs = seller_offers(beside.seller_id).items[0].sku
    for typed in (sku, sku.lower(), sku.upper()):
        found = offers_by_sku(seller, [typed, theirs, "", "no%such_"])
        assert [(key, row.name_ar) for key, row in found.items()] == [(sku.lower(), "فنجان")]
    assert offers_by_sku(seller, []) == {}


def test_offers_are_looked_up_by_their_ids_and_only_ones_own(seller):
    mine = [row.id for row in seller_offers(seller).items]
    theirs = make_offer().id
    assert set(offers_on_shelf(seller, [*mine[:2], theirs])) == set(mine[:2])


@pytest.mark.django_db(transaction=True)
def test_a_page_of_a_large_shop_reads_no_more_than_one_of_a_small_one(seller):
    lay_many(seller)
    with as_owner() as owner:
        owner.execute(f"ANALYZE {', '.join(table for table, *_ in COPIED)}")
    deep = read_cursor(seller_offers(seller, size=90).after)
    known = [row.id for row in seller_offers(seller, size=3).items]
    asked = {
        "first": lambda: seller_offers(seller, size=10),
        "behind": lambda: seller_offers(seller, size=10, beside=deep),
        "shown": lambda: seller_offers(seller, size=10, is_active=True),
        "paused": lambda: seller_offers(seller, size=10, is_active=False),
        "by id": lambda: offers_on_shelf(seller, known),
        "by number": lambda: offers_by_sku(seller, ["laid-7", "LAID-8", "none"]),
    }
    read = {}
    for name, ask in asked.items():
        with transaction.atomic():
            before = rows_read()
            ask()
            read[name] = (rows_read() - before).total()
    assert {name: rows for name, rows in read.items() if rows > A_FEW} == {}


def lay_many(seller):
    """MANY copies of one of his offers, each with a product, a variant and a stock of its own."""
    row = seller_offers(seller, size=1).items[0]
    given = {"seller": seller, "offer": row.id, "stock": row.stock_id, "many": MANY}
    given |= {"product": row.product_id, "variant": row.variant_id}
    with connection.cursor() as cursor:
        for table, whose, anew in COPIED:
            cursor.execute(COLUMNS, [table])
            columns = ", ".join(name for (name,) in cursor.fetchall())
            copied = COPY.format(table=table, whose=whose, anew=anew, columns=columns)
            cursor.execute(copied, given)
