"""`…inside finding SET FOLDER QUERIES SEED`: lay the goods of a judged set onto the shelves, search
for what its queries say, by the market's own search and by plain PostgreSQL, and say as JSON how
well each has found. What several have typed alike is searched for once."""

import json
import time
from collections.abc import Callable, Iterable
from functools import cache
from itertools import batched
from pathlib import Path
from uuid import UUID

from tijara.domains.catalogue.actions import import_products
from tijara.domains.catalogue.queries import names_of
from tijara.domains.catalogue.shapes import ProductDraft
from tijara.domains.inventory.actions import receive_stock
from tijara.domains.inventory.shapes import Receipt
from tijara.domains.markets.queries import market_by_id
from tijara.domains.offers.actions import put_offers
from tijara.domains.offers.shapes import OfferDraft
from tijara.domains.parties.queries import all_sellers
from tijara.domains.search.actions import (
    NoSuchProposal,
    TooManyAliases,
    decide_alias,
    index_products,
    note_heard,
)
from tijara.domains.search.queries import shelf
from tijara.domains.search.shapes import FEWEST_PEOPLE, Heard, HeardKind
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM
from tijara.kit.arabic import terms
from tijara.kit.ids import new_id
from tijara.kit.money import Money

from . import finding_sets, judged_files, plain_finding
from .finding_scores import Scores
from .finding_sets import Asked, Good, Judged

SOURCE = "finding"
CHUNK = 500
PLACE = "finding"
DEEP = 10
MOST_BY_RIVALS = 1000
"""Comparing every text by trigrams takes its time."""


READERS = {**finding_sets.SETS, finding_sets.OTHERS: judged_files.read}


def run(name: str, folder: str, queries: str, seed: str) -> None:
    judged = READERS[name](Path(folder), int(queries), int(seed))
    keys = laid(judged.goods)
    market_id = all_sellers()[0].market_id
    times: list[float] = []

    def asked_now(text: str) -> list[str]:
        began = time.perf_counter()
        items = shelf(market_id, category_path=PLACE, text=text, size=DEEP).items
        times.append((time.perf_counter() - began) * 1000)
        return [keys[item.product_id] for item in items]

    search = cache(asked_now)
    asked = [one for one in judged.queries if one.is_judged]
    before, learned = {}, 0
    if name == finding_sets.LEARNED:
        before = _told({"search, nothing learned": search}, asked, judged)
        learned = learn(market_id, judged, keys, search)
        search.cache_clear()
    told = before | _told({"search": search}, asked, judged)
    learnt = _told({"search": search}, [x for x in judged.queries if not x.is_judged], judged)
    told |= {f"{way} (half to learn from)": found for way, found in learnt.items()}
    told |= _told(plain_finding.ways(judged.goods), asked[:MOST_BY_RIVALS], judged)
    times.sort()
    p95 = times[int(len(times) * 0.95)] if times else 0.0
    say(json.dumps({"ways": told, "p95 ms": p95, "goods": len(judged.goods),
                    "learned": learned}))  # fmt: skip


def learn(
    market_id: UUID, judged: Judged, keys: dict[UUID, str], search: Callable[[str], list[str]]
) -> int:
    """As if five people had opened the right good after each text of the half to learn from, and a
    person had agreed wherever the search does not put it first. How many aliases there are."""
    names = names_of(keys)
    at = {key: names[product_id] for product_id, key in keys.items()}
    missed = {
        (one.text, at[min(one.meant)]): None
        for one in judged.queries
        if not one.is_judged and search(one.text)[:1] != [min(one.meant)]
    }
    for text, product in missed:
        heard = [
            Heard(HeardKind.CHOSEN, market_id, "ar", text, mark, product.slug)
            for mark in range(FEWEST_PEOPLE)
        ]
        note_heard(actor=SYSTEM, heard=heard)
    done = 0
    for text, product in missed:
        words = " ".join(terms(text))
        try:
            decide_alias(
                actor=SYSTEM,
                market_id=market_id,
                product_id=product.id,
                text=words,
                is_accepted=True,
            )
        except (NoSuchProposal, TooManyAliases):
            continue
        done += 1
    return done


def _told(
    ways: dict[str, Callable[[str], list[str]]], asked: Iterable[Asked], judged: Judged
) -> dict[str, dict]:
    found = {}
    for way, find in ways.items():
        scores = Scores(judged.goods)
        for one in asked:
            scores.add(one, find(one.text))
        if scores.asked:
            found[way] = scores.told()
    return found


def laid(goods: list[Good], *, is_indexed: bool = True) -> dict[UUID, str]:
    """Keys by product, on the shelves of one seller."""
    seller = all_sellers()[0]
    currency = market_by_id(seller.market_id).currency
    keys: dict[UUID, str] = {}
    for some in batched(goods, CHUNK):
        drafts = [
            ProductDraft(
                source=SOURCE,
                source_key=good.key,
                name_ar=good.name_ar,
                name_en=good.name_en,
                brand_ar=good.brand_ar,
                brand_en=good.brand_en,
                category_path_ar=("للقياس",),
                category_path_en=(PLACE,),
            )
            for good in some
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
        if is_indexed:
            index_products(actor=SYSTEM, product_ids=[product.product_id for product in done])
        keys |= {product.product_id: product.source_key for product in done}
    return keys
