"""What is promised of how much a search reads: of a market of many goods a fixed number of rows,
whatever is asked. Rows are counted, since times hang on the machine."""

import json
from datetime import UTC, datetime

import pytest
from django.db import connection

from tijara.domains.markets.testing import make_market
from tijara.domains.search.actions import count_words, recount_shelves
from tijara.domains.search.models import Document, ShelfCount
from tijara.domains.search.queries import browse, counts, suggestions
from tijara.domains.search.queries.counts import MOST_AT_SIGHT, MOST_PICKED
from tijara.domains.search.rules import TEXT_VERSION, rounded
from tijara.domains.search.shapes import Wish
from tijara.kit.actor import SYSTEM
from tijara.kit.arabic import keys_of
from tijara.kit.ids import new_id
from tijara.platform.postgres.testing import as_owner

pytestmark = pytest.mark.django_db(transaction=True)

GOODS = 15_000
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
PAGE = 200
"""More than a page of goods and the names around it."""
BY_WORDS, BY_PICKS = 4000, MOST_PICKED + 2000
"""By words two statements go through the best sold as far as they should be, one weighs
candidates; by a pick one counts what meets it."""
LAY = """
    INSERT INTO search_document (product_id, market_id, slug, name_ar, name_en, name_fr, brand_ar,
        brand_en, brand, facets, picture, category_path, seller_id, offer_id, price_minor, currency,
        in_stock, offers, sellers, popularity, text, text_version, indexed_at)
    SELECT id, %(market_id)s, 's-' || n, name, '', '', maker, '', 'm-' || n %% 300,
        ARRAY['condition:new'], '', 'p', id, id, 100 + n, 'SAR', n %% 10 > 0, 1, ARRAY[id],
        n * 7 %% 1000, name || ' |  |  | ' || maker || ' | ', %(version)s, now()
    FROM (SELECT n, gen_random_uuid() AS id, 'صانع' || chr(1576 + n %% 15) || chr(1576 + n %% 20)
        || chr(1601 + n / 15 %% 5) AS maker, (ARRAY['فستان', 'سماعه', 'حقيبه', 'كرسي', 'مصباح'])[
        1 + n %% 5] || ' ' || (ARRAY['ازرق', 'احمر', 'اخضر', 'ابيض', 'رمادي', 'ذهبي', 'بنفسجي'])[
        1 + n %% 7] || ' طراز ' || n AS name FROM generate_series(1, %(goods)s) AS n) AS made
"""
ASKED = {
    "as written": "فستان احمر طراز 701",
    "one typo": "فستتان احمر 701",
    "noise": "مصباح رمادي بسعر ممتاز",
    "other keyboard": keys_of("فستان احمر"),
    "joined": "فستاناحمر 701",
    "Franco": "fstan a7mr",
    "a common word": "كرسي",
    "a word of all": "طراز",
    "two common words": "حقيبه ذهبي",
    "a number": "7",
    "no word of it": "كلام لا يباع هنا",
    "a long text": "فستان احمر " * 1000,
    "punctuation": "؟!…،؛",
    "emoji": "😀🎉",
    "both directions": "\u202efستان\u202c red",
    "SQL": "'; DROP TABLE search_document; --",
    "tsquery": "فستان & ! | <-> (",
    "LIKE": "%_\\ فستان%",
}
PICKED = {
    "a brand": {"brand": ("m-7",)},
    "in stock": {"in_stock": ("1",)},
    "a narrow price": {"price": ("500-501",)},
    "nobody's price": {"price": ("90000000-",)},
}


@pytest.fixture
def market_id():
    market_id = new_id()
    with connection.cursor() as cursor:
        told = {"market_id": market_id, "version": TEXT_VERSION, "goods": GOODS}
        cursor.execute(LAY, told)
    ShelfCount.objects.create(
        market_id=market_id, place="", total=-1, counts=[], is_stale=True, counted_at=LONG_AGO
    )
    count_words(actor=SYSTEM)
    with as_owner() as owner:
        owner.execute("ANALYZE search_document, search_word")
    return market_id


@pytest.fixture
def read():
    """Rows of documents that the server looked at while this was done."""

    def read(do):
        found: list[int] = []

        def explained(execute, sql, params, many, context):
            if "search_document" in sql and sql.lstrip().startswith(("SELECT", "WITH")):
                with connection.cursor() as cursor:
                    inner = cursor.cursor
                    inner.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params)
                    told = inner.fetchone()[0]
                plan = told if isinstance(told, list) else json.loads(told)
                found.append(_looked_at(plan[0]["Plan"]))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(explained):
            do()
        return sum(found)

    return read


def _looked_at(node):
    rows = 0
    if node.get("Relation Name") == "search_document":
        names = ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
        rows = round(sum(node.get(name, 0) for name in names) * node["Actual Loops"])
    return rows + sum(map(_looked_at, node.get("Plans", ())))


def test_whatever_is_asked_reads_a_part_of_a_market(market_id, read):
    assert read(lambda: browse(Wish(market_id))) <= MOST_AT_SIGHT + PAGE, "not yet counted"
    recount_shelves(actor=SYSTEM, limit=99)
    assert 0 < read(lambda: browse(Wish(market_id))) <= PAGE
    words = {kind: read(lambda text=text: browse(Wish(market_id, text))) for kind, text in
             ASKED.items()}  # fmt: skip
    assert {kind: rows for kind, rows in words.items() if rows > BY_WORDS} == {}
    assert words["as written"] and words["other keyboard"]
    begun = {text[:5]: read(lambda text=text: suggestions(market_id, text[:5])) for text in
             ASKED.values()}  # fmt: skip
    assert {text: rows for text, rows in begun.items() if rows > BY_WORDS} == {}
    picks = {kind: read(lambda picked=picked: browse(Wish(market_id, picked=picked))) for
             kind, picked in PICKED.items()}  # fmt: skip
    assert {kind: rows for kind, rows in picks.items() if rows > BY_PICKS} == {}


def test_counts_beside_a_pick_are_said_of_the_whole_place(market_id):
    recount_shelves(actor=SYSTEM, limit=99)
    found = browse(Wish(market_id, picked={"in_stock": ("1",)}))
    assert found.page.total == rounded(GOODS * 0.9)
    brands = told(browse(Wish(market_id, picked=PICKED["a brand"])), "brand")
    assert brands["m-7"] == GOODS // 300 and len(brands) >= 60


def told(found, facet):
    return {one.value: one.count for one in found.facets[facet]}


@pytest.fixture
def most_picked(monkeypatch):
    """Less is read, so that more is cut."""
    monkeypatch.setattr(counts, "MOST_PICKED", 500)


def test_beside_several_picks_each_part_is_told_by_its_own_measure(market_id, most_picked):
    """In stock are nine of ten, below ten thousand nearly two thirds; a brand has fifty, of which
    all are read."""
    recount_shelves(actor=SYSTEM, limit=99)
    found = browse(Wish(market_id, picked={"in_stock": ("1",), "price": ("-10000",)}))
    met = sum(100 + n < 10_000 and n % 10 > 0 for n in range(1, GOODS + 1))
    assert found.page.total == pytest.approx(met, rel=0.1) and not found.is_more
    dear = sum(one.count for one in found.prices if one.low >= 10_000)
    assert dear == pytest.approx(0.9 * (GOODS - 9_900), rel=0.15), "what fails the price alone"
    rare = browse(Wish(market_id, picked={"in_stock": ("1",), "brand": ("m-7",)}))
    assert rare.page.total == GOODS // 300 and not rare.is_more
    assert told(rare, "in_stock") == {"1": GOODS // 300}, "read whole, said exactly"


def test_what_was_read_whole_stays_as_it_is_beside_what_was_cut(market_id, most_picked):
    """Fifteen cost less than others and are sold out; who meets both picks are cut."""
    recount_shelves(actor=SYSTEM, limit=99)
    Document.objects.filter(in_stock=False, price_minor__gte=250).update(in_stock=True)
    found = browse(Wish(market_id, picked={"in_stock": ("1",), "condition": ("new",)}))
    Document.objects.filter(price_minor__lt=250).update(facets=["condition:used"])
    beside = browse(Wish(market_id, picked={"in_stock": ("1",), "condition": ("new",)}))
    assert found.page.total == beside.page.total > 500
    used = Document.objects.filter(in_stock=True, price_minor__lt=250).count()
    assert told(beside, "condition")["used"] == used


def test_what_meets_a_time_of_delivery_or_a_part_of_a_step_is_told_of_the_whole_place(
    market_id, most_picked
):
    market = make_market()
    Document.objects.update(market_id=market.id, facets=["condition:new", "delivery:now"])
    ShelfCount.objects.update(market_id=market.id)
    recount_shelves(actor=SYSTEM, limit=99)
    assert browse(Wish(market.id, picked={"delivery": ("7",)})).page.total == GOODS
    within = browse(Wish(market.id, picked={"price": ("6000-9000",)}))
    assert within.page.total == pytest.approx(3000, rel=0.1) and not within.is_more


def test_of_what_nobody_knows_the_number_it_is_said_that_there_are_more(market_id, most_picked):
    recount_shelves(actor=SYSTEM, limit=99)
    Document.objects.filter(in_stock=True).update(brand="unkept")
    found = browse(Wish(market_id, picked={"brand": ("unkept",)}))
    assert (found.page.total, found.is_more) == (500, True)


def test_a_place_that_nobody_has_counted_says_that_there_are_more(market_id):
    found = browse(Wish(market_id))
    assert (found.page.total, found.is_more) == (MOST_AT_SIGHT, True)
    recount_shelves(actor=SYSTEM, limit=99)
    found = browse(Wish(market_id))
    assert (found.page.total, found.is_more) == (GOODS, False)
