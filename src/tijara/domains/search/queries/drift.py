"""Whether the index has drifted from what it is made of: documents from catalogue, offers and
stock, an engine outside from the documents.

Of few goods all are looked at, of many some, others each time. While facts are on their way nothing
is said: the index is behind them, and that is no fault.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection

from tijara.domains.offers.queries import products_of_seller
from tijara.domains.parties.queries import all_sellers
from tijara.kit.ids import new_id
from tijara.platform.audits import Findings, proof
from tijara.platform.outbox.queries import backlog

from ..models import Document, EngineChange
from ..rules import TEXT_VERSION, as_array
from ..shapes import EngineDocument, EngineSilent, Hit, Sought
from .engine_documents import standing_of
from .engines import engine_outside
from .standing import COLUMNS, what_stands

WHOLE = 5000
SOME = 1000
STEP = 500
SHOPS = 20
ASKED = 100
"""Of an engine outside, one by one."""
EVERY = "SELECT DISTINCT product_id FROM search_document"
PERCENT = """
    SELECT least(200.0 * %s / greatest(reltuples, 1), 100.0) FROM pg_class
    WHERE relname = 'search_document'
"""
SAMPLE = "SELECT DISTINCT product_id FROM search_document TABLESAMPLE SYSTEM (%s) LIMIT %s"
STANDING = """
    SELECT {columns} FROM search_document WHERE product_id = ANY(%s)
"""


@proof("every document of the search is as catalogue, offers and stock say")
def drift_proof() -> Findings:
    if backlog().waiting:
        return Findings(0, [])
    product_ids = sorted({*_looked_at(), *_offered()})
    faults: list[str] = []
    for start in range(0, len(product_ids), STEP):
        some = product_ids[start : start + STEP]
        faults += _drifted(some)
    return Findings(len(product_ids), faults)


@proof("an engine outside holds the documents that stand here")
def engine_drift_proof() -> Findings:
    """None outside: nothing to look at. What it has not yet been told is left out."""
    engine = engine_outside()
    if engine is None:
        return Findings(0, [])
    told = set(EngineChange.objects.values_list("product_id", flat=True))
    asked = [one for one in standing_of(_looked_at()[:ASKED]) if one.product_id not in told]
    faults: list[str] = []
    for one in asked:
        words = tuple((word,) for word in sorted({*one.text.split()} - {"|"}))
        hits = engine.search(Sought(one.market_id, words), WHOLE)
        if isinstance(hits, EngineSilent):
            return Findings(0, [f"the engine is silent: {hits.why}"])
        if not any(_is_same(one, hit) for hit in hits):
            faults.append(f"product {one.product_id} in {one.market_id}")
    if not told:
        for market_id, number in _numbers():
            counted = engine.count(Sought(market_id))
            if counted != number:
                faults.append(f"market {market_id}: {counted} there, {number} here")
    return Findings(len(asked), faults)


def _is_same(one: EngineDocument, hit: Hit) -> bool:
    return (hit.product_id, hit.text, hit.names, hit.in_stock, hit.popularity) == (
        one.product_id,
        one.text,
        one.names,
        one.in_stock,
        one.popularity,
    )


def _looked_at() -> list[UUID]:
    """All, or some from anywhere."""
    is_small = Document.objects.values("product_id")[: WHOLE + 1].count() <= WHOLE
    with connection.cursor() as cursor:
        if is_small:
            cursor.execute(EVERY)
        else:
            cursor.execute(PERCENT, [SOME])
            cursor.execute(SAMPLE, [*cursor.fetchone(), SOME])
        return [row[0] for row in cursor.fetchall()]


def _offered() -> list[UUID]:
    """Of some shops what they have offers of: what stands nowhere is seen only so."""
    sellers = [one.id for one in all_sellers()]
    start = new_id().int % max(len(sellers), 1)
    some = [*sellers[start:], *sellers[:start]][:SHOPS]
    return [
        one for seller_id in some for one in products_of_seller(seller_id, after=None, most=STEP)
    ]


def _drifted(product_ids: Sequence[UUID]) -> list[str]:
    should = {one.row[:2]: _compared(one.row) for one in what_stands(product_ids)}
    with connection.cursor() as cursor:
        cursor.execute(STANDING.format(columns=COLUMNS), [list(product_ids)])
        stands = {row[:2]: _compared(row) for row in cursor.fetchall()}
    older = {key for key, row in stands.items() if row[-1] < TEXT_VERSION}
    return [
        f"product {product_id} in {market_id}: {_said(stands.get(key), should.get(key))}"
        for key in sorted((should.keys() | stands.keys()) - older)
        if should.get(key) != stands.get(key)
        for product_id, market_id in [key]
    ]


def _compared(row: Iterable) -> tuple:
    """Arrays are written in one place and read in the other."""
    return tuple(as_array(map(str, each)) if isinstance(each, list) else each for each in row)


def _said(stands: tuple | None, should: tuple | None) -> str:
    if stands is None or should is None:
        return "missing" if stands is None else "stands though nobody offers it"
    names = [name.strip() for name in COLUMNS.split(",")]
    return ", ".join(
        f"{name} {one!r} and should be {other!r}"
        for name, one, other in zip(names, stands, should, strict=True)
        if one != other
    )


def _numbers() -> list[tuple[UUID, int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT market_id, count(*) FROM search_document GROUP BY 1")
        return cursor.fetchall()
