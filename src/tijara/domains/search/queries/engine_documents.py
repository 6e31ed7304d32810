"""Documents as an engine outside holds them."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import connection

from tijara.domains.markets.queries import markets

from ..models import Document
from ..shapes import Dropped, EngineDocument

CLOCK = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
COLUMNS = (
    "product_id",
    "market_id",
    "text",
    "name_ar",
    "name_en",
    "name_fr",
    "category_path",
    "sellers",
    "in_stock",
    "popularity",
)


def engine_documents(
    versions: Mapping[UUID, int],
) -> tuple[list[EngineDocument], list[Dropped]]:
    """Those that stand on the shelf of a market, and where each stands no more."""
    rows = Document.objects.filter(product_id__in=versions.keys()).values_list(*COLUMNS)
    documents = [_document(row, versions[row[0]]) for row in rows]
    standing = {(one.product_id, one.market_id) for one in documents}
    gone = [
        Dropped(product_id, market.id, version)
        for product_id, version in versions.items()
        for market in markets()
        if (product_id, market.id) not in standing
    ]
    return documents, gone


def documents_after(through: UUID, most: int) -> list[EngineDocument]:
    """The next in the order of products, all markets of the last one among them. Their version is
    from before they were read: what changes meanwhile is newer."""
    with connection.cursor() as cursor:
        cursor.execute(CLOCK)
        version = cursor.fetchone()[0]
    after = Document.objects.filter(product_id__gt=through).order_by("product_id")
    ids = list(after.values_list("product_id", flat=True)[:most])
    if not ids:
        return []
    rows = after.filter(product_id__lte=ids[-1]).values_list(*COLUMNS)
    return [_document(row, version) for row in rows]


def products_after(through: UUID, most: int) -> list[UUID]:
    rows = Document.objects.filter(product_id__gt=through).order_by("product_id")
    return list(dict.fromkeys(rows.values_list("product_id", flat=True)[:most]))


def standing_of(product_ids: Iterable[UUID]) -> list[EngineDocument]:
    rows = Document.objects.filter(product_id__in=list(product_ids)).values_list(*COLUMNS)
    return [_document(row, 0) for row in rows]


def _document(row: tuple, version: int) -> EngineDocument:
    product_id, market_id, text, *names, path, sellers, in_stock, popularity = row
    one, two, three = names
    return EngineDocument(
        product_id,
        market_id,
        version,
        text,
        (one, two, three),
        path,
        tuple(sellers),
        in_stock,
        popularity,
    )
