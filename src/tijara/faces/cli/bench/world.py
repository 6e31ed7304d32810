"""`…inside world COUNT SELLERS`: lay a believable market of so many products, as an importer would.

Through the domains' own actions, in large sets, a commit each: what was broken off goes on with the
set that is missing. It ends when every fact has been delivered and every invoice printed, so that
no measured run pays for the laying.
"""

from collections.abc import Iterator, Sequence
from itertools import batched
from random import Random
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from tijara.domains.catalogue.actions import import_products
from tijara.domains.catalogue.shapes import ImportedProduct, ProductDraft
from tijara.domains.inventory.actions import receive_stock
from tijara.domains.inventory.shapes import Receipt
from tijara.domains.markets.actions import open_market
from tijara.domains.markets.queries import markets
from tijara.domains.markets.shapes import MarketDraft, MarketPolicy
from tijara.domains.offers.actions import put_offers
from tijara.domains.offers.shapes import OfferDraft
from tijara.domains.parties.actions import open_seller
from tijara.domains.parties.queries import all_sellers
from tijara.domains.stores.actions import open_store
from tijara.faces.cli.terminal import warn
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money

from .waiting import UNDELIVERED, until_none
from .words import ABOUT_AR, ABOUT_EN, BRANDS, COLOURS, DEPARTMENTS, KINDS, SPECS, STORES

SOURCE = "bench"
SET = 5000
SELLERS = 24
FIRST_SELLER = 0x018CC251F400_7000_8000_000000000000
"""Sellers' ids count on from it: the first is the largest."""
CREW = 24
"""How many sellers share a set of products, besides those who have none yet."""
SHARED_BY_TWO = 0.3
"""How many products a second seller offers as well."""
UNITS = 1_000_000
"""Of each offer: no bench but the race may run out."""
OFFERED = """
    SELECT count(*) FROM catalogue_product p
    WHERE p.source = 'bench' AND p.source_key = %s
      AND EXISTS (SELECT FROM offer WHERE product_id = p.id)
"""
UNPRINTED = """
    SELECT count(*) FROM invoicing_print
    WHERE file_id IS NULL AND last_error = '' AND wanted_at > now() - interval '7 days'
"""
"""Those at the press as well: what a kept world leaves unprinted, each copy of it would print."""


def run(count: str, sellers: str = str(SELLERS)) -> None:
    if int(count):
        lay(int(count), int(sellers))
    until_none(lambda: _count(UNDELIVERED))
    if settings.DOCUMENT_PRINTER:
        until_none(lambda: _count(UNPRINTED))


def lay(count: int, many: int) -> None:
    market = opened_market()
    sellers = opened_sellers(market, many)
    sets = -(-count // SET)
    for place, part in enumerate(batched(_drafts(count), SET)):
        if _count(OFFERED, [part[-1].source_key]):
            continue
        chance = Random(7 + place)
        with transaction.atomic():
            crew = _crew(sellers, place, sets, chance)
            _offer(import_products(actor=SYSTEM, drafts=part), market, crew, chance)
        warn(f"{place * SET + len(part):,} of {count:,} products")


def _crew(sellers: Sequence[UUID], place: int, sets: int, chance: Random) -> list[UUID]:
    """Who offers a set: in their turn all, and besides them the n-th an n-th as often as the first
    one. The larger stand before the smaller."""
    each = -(-len(sellers) // sets)
    weights = [1 / (rank + 1) for rank in range(len(sellers))]
    chosen = {*range(place * each, min((place + 1) * each, len(sellers)))}
    chosen |= {*chance.choices(range(len(sellers)), weights, k=CREW)}
    return [sellers[rank] for rank in sorted(chosen)]


def opened_market() -> MarketPolicy:
    """The one that is open, or one of our own."""
    if not markets():
        draft = MarketDraft(
            slug="sa",
            name_ar="السوق السعودي",
            name_en="Saudi market",
            country="SA",
            currency="SAR",
            commission_bp=1000,
            commission_vat_bp=1500,
            delivery_minor=1900,
            free_delivery_from_minor=20000,
            cash_on_delivery_fee_minor=1200,
            cash_on_delivery_limit_minor=300000,
        )
        open_market(actor=SYSTEM, draft=draft)
    return markets()[0]


def opened_sellers(market: MarketPolicy, many: int = SELLERS) -> list[UUID]:
    there = {one.id for one in all_sellers()}
    opened = [UUID(int=FIRST_SELLER + number) for number in range(many)]
    for number, seller_id in enumerate(opened):
        if seller_id not in there:
            with transaction.atomic():
                _open(market, number, seller_id)
    return opened


def _open(market: MarketPolicy, number: int, seller_id: UUID) -> None:
    name, slug = STORES[number % len(STORES)]
    open_seller(
        actor=SYSTEM,
        market_id=market.id,
        legal_name=f"مؤسسة {name} {number + 1}",
        vat_number=f"3{number + 1:013d}3",
        seller_id=seller_id,
    )
    open_store(
        actor=SYSTEM,
        seller_id=seller_id,
        slug=f"{slug}-{number + 1}",
        name_ar=f"{name} {number + 1}",
        hue=number * 15 % 360,
    )


def _drafts(count: int) -> Iterator[ProductDraft]:
    chance = Random(1)
    sections = [(home, part) for home, parts in DEPARTMENTS.items() for part in parts]
    specs = [dict(zip(("ar", "en", "value_ar", "value_en"), spec, strict=True)) for spec in SPECS]
    for number in range(count):
        home, section = chance.choice(sections)
        kind, colour, brand = chance.choice(KINDS), chance.choice(COLOURS), chance.choice(BRANDS)
        model = f"{number:06d}"
        name_ar = f"{section[0].split()[0]} {kind[0]} {colour[0]} {brand[0]} {model}"
        name_en = f"{brand[1]} {colour[1]} {kind[1]} {section[1].lower()} {model}"
        yield ProductDraft(
            source=SOURCE,
            source_key=model,
            name_ar=name_ar,
            name_en=name_en,
            category_path_ar=(home[0], section[0]),
            category_path_en=(home[1], section[1]),
            brand_ar=brand[0],
            brand_en=brand[1],
            about_ar=ABOUT_AR.format(name=name_ar, brand=brand[0]),
            about_en=ABOUT_EN.format(name=name_en, brand=brand[1]),
            sku=f"B-{model}",
            specs=specs,
        )


def _offer(
    products: Sequence[ImportedProduct],
    market: MarketPolicy,
    sellers: Sequence[UUID],
    chance: Random,
) -> None:
    """Each product from one seller, some from a second one; all sellers have some."""
    lists: dict[UUID, list[OfferDraft]] = {}
    weights = [1 / (rank + 1) for rank in range(len(sellers))]
    for place, product in enumerate(products):
        whose = {sellers[place]} if place < len(sellers) else {chance.choices(sellers, weights)[0]}
        if chance.random() < SHARED_BY_TWO:
            whose.add(chance.choice(sellers))
        for seller_id in sorted(whose):
            price = chance.randrange(1500, 60000, 50)
            is_reduced = chance.random() < 0.25
            draft = OfferDraft(
                variant_id=product.variant_id,
                product_id=product.product_id,
                stock_id=new_id(),
                price=Money(price, market.currency),
                was=Money(price * 5 // 4, market.currency) if is_reduced else None,
            )
            lists.setdefault(seller_id, []).append(draft)
    for seller_id, drafts in lists.items():
        receipts = [Receipt(draft.stock_id, draft.variant_id, UNITS) for draft in drafts]
        receive_stock(actor=SYSTEM, seller_id=seller_id, receipts=receipts, reference_id=new_id())
        put_offers(actor=SYSTEM, seller_id=seller_id, offers=drafts)


def _count(query: str, values: Sequence | None = None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchone()[0]
