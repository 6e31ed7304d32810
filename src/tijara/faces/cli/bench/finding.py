"""`…inside finding MASTER LISTINGS QUERIES SEED`: lay the goods of MASTER onto the shelves, search
for what sellers typed, and say as JSON how often the first found is the one that was meant."""

import csv
import gzip
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import batched
from pathlib import Path
from random import Random
from uuid import UUID

from tijara.domains.catalogue.actions import import_products
from tijara.domains.catalogue.shapes import ProductDraft
from tijara.domains.inventory.actions import receive_stock
from tijara.domains.inventory.shapes import Receipt
from tijara.domains.markets.queries import market_by_id
from tijara.domains.offers.actions import put_offers
from tijara.domains.offers.shapes import OfferDraft
from tijara.domains.parties.queries import all_sellers
from tijara.domains.search.actions import index_products
from tijara.domains.search.queries import shelf
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money

SOURCE = "finding"
CHUNK = 500
PLACE = "finding"


def run(master: str, listings: str, queries: str, seed: str) -> None:
    goods = _goods(Path(master))
    meant = _meant(Path(listings), {sku for sku, _ in goods}, int(queries), int(seed))
    skus = _laid(goods)
    market_id = all_sellers()[0].market_id
    times: list[float] = []

    def search(text: str) -> str:
        began = time.perf_counter()
        items = shelf(market_id, category_path=PLACE, text=text, size=1).items
        times.append((time.perf_counter() - began) * 1000)
        return skus[items[0].product_id] if items else ""

    ways: dict[str, Callable[[str], str]] = {
        "search": search,
        "raw words": _by_pieces(goods, str.split),
        "trigrams": _by_pieces(goods, _trigrams),
    }
    found = {
        name: sum(find(text) == sku for sku, text in meant) / len(meant)
        for name, find in ways.items()
    }
    times.sort()
    p95 = times[int(len(times) * 0.95)]
    say(json.dumps({"acc": found, "queries": len(meant), "p95 ms": p95, "goods": len(goods)}))


def _goods(file: Path) -> list[tuple[str, str]]:
    """(SKU, Arabic name)"""
    with file.open(encoding="utf-8", newline="") as rows:
        return [(row["sku"], row["product_name_ar"]) for row in csv.DictReader(rows)]


def _meant(file: Path, known: set[str], most: int, seed: int) -> list[tuple[str, str]]:
    """(SKU, what a seller typed) of some listings, drawn once for a seed."""
    with gzip.open(file, "rt", encoding="utf-8", newline="") as rows:
        pairs = [(row["sku"], row["seller_item_name"]) for row in csv.DictReader(rows)]
    pairs = [pair for pair in pairs if pair[0] in known and pair[1].strip()]
    return Random(seed).sample(pairs, min(most, len(pairs)))


def _laid(goods: list[tuple[str, str]]) -> dict[UUID, str]:
    """SKUs by product, on the shelves of one seller."""
    seller = all_sellers()[0]
    currency = market_by_id(seller.market_id).currency
    skus: dict[UUID, str] = {}
    for some in batched(goods, CHUNK):
        drafts = [
            ProductDraft(
                source=SOURCE,
                source_key=sku,
                name_ar=name,
                name_en="",
                category_path_ar=("للقياس",),
                category_path_en=(PLACE,),
            )
            for sku, name in some
        ]
        done = import_products(actor=SYSTEM, drafts=drafts)
        receipts = [Receipt(new_id(), product.variant_id, 1) for product in done]
        receive_stock(actor=SYSTEM, seller_id=seller.id, receipts=receipts, reference_id=new_id())
        offers = [
            OfferDraft(
                product.variant_id, product.product_id, receipt.stock_id, Money(100, currency)
            )
            for product, receipt in zip(done, receipts, strict=True)
        ]
        put_offers(actor=SYSTEM, seller_id=seller.id, offers=offers)
        index_products(actor=SYSTEM, product_ids=[product.product_id for product in done])
        skus |= {product.product_id: product.source_key for product in done}
    return skus


def _by_pieces(
    goods: list[tuple[str, str]], pieces_of: Callable[[str], list[str]]
) -> Callable[[str], str]:
    """The goods that share most pieces with a text, in proportion to what both have."""
    sizes: dict[str, int] = {}
    holders: dict[str, list[str]] = defaultdict(list)
    for sku, name in goods:
        pieces = set(pieces_of(name.lower()))
        sizes[sku] = len(pieces)
        for piece in pieces:
            holders[piece].append(sku)

    def find(text: str) -> str:
        asked = set(pieces_of(text.lower()))
        shared = Counter(sku for piece in asked for sku in holders.get(piece, ()))
        likes = ((2 * n / (len(asked) + sizes[sku]), sku) for sku, n in shared.items())
        return max(likes, default=(0.0, ""))[1]

    return find


def _trigrams(text: str) -> list[str]:
    padded = f"  {' '.join(text.split())} "
    return [padded[place : place + 3] for place in range(len(padded) - 2)]
