"""How documents stand in OpenSearch: by terms that were cut before they came.

Words are keywords: no analyzer cuts, folds or stems them a second time, so that this engine finds
what every other engine of the house finds. The text itself is kept for weighing and not indexed.
"""

from typing import Any

from tijara.domains.search.shapes import EngineDocument, Hit, Sought

BETWEEN = "|"
LONGEST_WORD = 60
KEYWORD = {"type": "keyword"}
ONLY_KEPT = {"type": "keyword", "index": False, "doc_values": False}
INDEX: dict[str, Any] = {
    "settings": {
        "index": {"number_of_shards": 1, "number_of_replicas": 1, "refresh_interval": "500ms"}
    },
    "mappings": {
        "dynamic": "strict",
        "properties": {
            "product_id": KEYWORD,
            "market_id": KEYWORD,
            "words": {"type": "keyword", "ignore_above": LONGEST_WORD},
            "text": ONLY_KEPT,
            "names": ONLY_KEPT,
            "category_path": KEYWORD,
            "sellers": KEYWORD,
            "in_stock": {"type": "boolean"},
            "popularity": {"type": "integer"},
        },
    },
}
SHOWN = ["product_id", "text", "names", "in_stock", "popularity"]
BEST_SOLD = [{"in_stock": "desc"}, {"popularity": "desc"}, {"product_id": "desc"}]


def source_of(document: EngineDocument) -> dict[str, Any]:
    words = sorted({*document.text.split()} - {BETWEEN})
    return {
        "product_id": str(document.product_id),
        "market_id": str(document.market_id),
        "words": words,
        "text": document.text,
        "names": list(document.names),
        "category_path": document.category_path,
        "sellers": [str(seller) for seller in document.sellers],
        "in_stock": document.in_stock,
        "popularity": document.popularity,
    }


def query_of(sought: Sought, begun: str = "") -> dict[str, Any]:
    """Filters alone: nothing is scored there."""
    filters: list[dict[str, Any]] = [{"term": {"market_id": str(sought.market_id)}}]
    filters += [{"terms": {"words": list(group)}} for group in sought.words]
    if begun:
        filters.append({"prefix": {"words": begun}})
    if sought.category_paths:
        filters.append({"terms": {"category_path": list(sought.category_paths)}})
    if sought.seller_id:
        filters.append({"term": {"sellers": str(sought.seller_id)}})
    return {"bool": {"filter": filters}}


def hit_of(source: dict[str, Any], product_id: Any) -> Hit:
    one, two, three = source["names"]
    return Hit(
        product_id(source["product_id"]),
        source["text"],
        (one, two, three),
        source["in_stock"],
        source["popularity"],
    )
