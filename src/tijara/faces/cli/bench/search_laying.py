"""`…inside search_laying COUNT SEED`: lay so many believable goods into the index itself.

No catalogue stands behind them: this says what searching costs among so many, and nothing of how an
index is kept up. The indexes of the tables are built afterwards (`market.without_indexes`), as a
restored backup builds them.
"""

from collections.abc import Iterator
from functools import cache
from random import Random
from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import all_sellers
from tijara.domains.search.actions import lay_documents
from tijara.domains.search.queries import popularity_today
from tijara.domains.search.shapes import ReadyDocument
from tijara.kit.actor import SYSTEM
from tijara.kit.arabic import slug

from .search_goods import SECTIONS, Goods, Made

SOLD_OUT, REDUCED = 0.08, 0.25
CONDITION = ["condition:new"]


def run(count: str, seed: str) -> None:
    lay_documents(actor=SYSTEM, documents=_documents(Goods(int(count), int(seed)), int(seed)))


def _documents(goods: Goods, seed: int) -> Iterator[ReadyDocument]:
    seller, chance = all_sellers()[0], Random(seed)
    currency = market_by_id(seller.market_id).currency
    return (_document(made, chance, seller, currency) for made in goods)


def _document(made: Made, chance: Random, seller, currency: str) -> ReadyDocument:
    good, (home, section) = made.good, SECTIONS[made.section]
    price = chance.randrange(1500, 60000, 50)
    one = UUID(int=chance.getrandbits(128), version=4)
    return ReadyDocument(
        product_id=one,
        market_id=seller.market_id,
        slug=f"{_slug(good.name_ar)}-{good.key}",
        name_ar=good.name_ar,
        name_en=good.name_en,
        name_fr="",
        brand_ar=good.brand_ar,
        brand_en=good.brand_en,
        brand=_slug(good.brand_en),
        facets=CONDITION,
        picture="",
        category_path=f"{_slug(home[1])}/{_slug(section[1])}",
        seller_id=seller.id,
        offer_id=one,
        price_minor=price,
        was_minor=price * 5 // 4 if chance.random() < REDUCED else None,
        currency=currency,
        in_stock=chance.random() >= SOLD_OUT,
        offers=1,
        sellers=[seller.id],
        popularity=popularity_today(int(chance.paretovariate(1.0)) - 1),
        text=made.text,
    )


@cache
def _slug_of_part(part: str) -> str:
    return slug(part)


def _slug(name: str) -> str:
    """As `slug` of the whole, word by word: the words of a million names are few."""
    return "-".join(filter(None, map(_slug_of_part, name.split())))
