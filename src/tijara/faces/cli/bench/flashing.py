"""`…inside flashing lay SLUG GOODS UNITS BUYERS`: flash sales with so many goods, units of each and
buyers; each has his order ready. Says whose they are, with a pass for each.
`…inside flashing call SELLER SALE …`: begin it, and give turns until nobody more can have one.

`…inside flashing door SECONDS`: what the door alone does with lists of one and of many.

Places are laid in bulk, as joining and preparing would have written them: one order is made ready
by the action, and every other one is that, with another buyer, phone, home and product.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import batched, cycle
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Identifier

from tijara.domains.flash_sales.actions import advance_sale, agree_sale, propose_sale
from tijara.domains.flash_sales.queries import pass_of, sales_of_seller
from tijara.domains.flash_sales.shapes import (
    Audience,
    ItemDraft,
    SaleDraft,
    SaleView,
)
from tijara.domains.markets.queries import markets
from tijara.domains.offers.queries import seller_offers
from tijara.domains.offers.shapes import OfferRow
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.page import read_cursor

from .door import place
from .flash_pattern import Pattern
from .past import Good, new_shelf

SET = 1000
NAMES = {"place": Identifier("flash_place"), "sale": Identifier("flash_sale")}
LAY = SQL("""
    INSERT INTO {place} (seller_id, id, sale_id, item_id, quantity, buyer_id, state, joined_at,
        is_drawn, checkout_id, is_ready, "order", intent, patience, payment_method, total_minor,
        city, phone_key, address_key, number)
    SELECT seller_id, id, sale_id, item_id, 1, buyer_id, 'waiting', %(at)s, false, checkout_id,
           true, "order", intent, make_interval(secs => patience), payment_method, total_minor,
           city, phone_key, address_key, ''
    FROM jsonb_to_recordset(%(places)s::jsonb) AS p (seller_id uuid, id uuid, sale_id uuid,
        item_id uuid, buyer_id uuid, checkout_id uuid, "order" jsonb, intent jsonb,
        patience double precision, payment_method text, total_minor bigint, city text,
        phone_key text, address_key text)
""").format(**NAMES)
BEGIN = SQL("""
    UPDATE {sale} SET starts_at = least(starts_at, now()), advanced_at = now() - interval '1 minute'
    WHERE seller_id = %(seller_id)s AND id = %(sale_id)s
""").format(**NAMES)
PRICE, LOWER = 20_000, 15_000
MOST_ITEMS = 200


def run(what: str, *given: str) -> None:
    say(json.dumps({"lay": _lay, "call": _call, "door": _door}[what](*given)))


def _lay(slug: str, goods: str, units: str, buyers: str) -> dict:
    market = markets()[0]
    many = [Good(f"{slug}-{number}", f"سلعة {number}", PRICE) for number in range(int(goods))]
    shelf = new_shelf(market, "متجر العروض", slug, many, units=int(units))
    rows = list(_offers(shelf.seller_id))
    sales = [
        _sale(market.id, shelf.seller_id, part, int(units)) for part in batched(rows, MOST_ITEMS)
    ]
    told = _places(sales, rows, int(buyers))
    return {
        "seller": str(shelf.seller_id),
        "sales": [str(one.id) for one in sales],
        "slug": slug,
        "passes": told,
    }


def _door(seconds: str) -> dict:
    good = Good("flash-door", "سلعة", PRICE)
    shelf = new_shelf(markets()[0], "متجر الباب", "flash-door", [good])
    rows = list(_offers(shelf.seller_id))
    return {str(width): place(cycle(rows), width, float(seconds)) for width in (1, 32, 256)}


def _offers(seller_id: UUID) -> Iterator[OfferRow]:
    beside = None
    while (page := seller_offers(seller_id, size=1000, beside=beside)).items:
        yield from page.items
        beside = read_cursor(page.after)


def _sale(market_id: UUID, seller_id: UUID, rows: tuple[OfferRow, ...], units: int) -> SaleView:
    sale_id = new_id()
    propose_sale(
        actor=SYSTEM,
        seller_id=seller_id,
        market_id=market_id,
        sale_id=sale_id,
        draft=SaleDraft(
            name_ar="عرض خاطف",
            name_en="Flash sale",
            name_fr="",
            starts_at=now() + timedelta(hours=1),
            ends_at=now() + timedelta(hours=9),
            per_person=1,
            per_household=1,
            audience=Audience.EVERYBODY,
            items=[ItemDraft(row.id, LOWER, units) for row in rows],
            turn_minutes=30,
        ),
    )
    agree_sale(
        actor=SYSTEM,
        seller_id=seller_id,
        sale_id=sale_id,
        wave=20_000,
        per_person=1,
        per_household=1,
    )
    return next(one for one in sales_of_seller(seller_id) if one.id == sale_id)


def _places(sales: list[SaleView], rows: list[OfferRow], count: int) -> list[tuple[str, str]]:
    """(pass, sale) of each place, in a mixed order of goods."""
    by_offer = {row.id: row for row in rows}
    goods = [(sale, item, by_offer[item.offer_id]) for sale in sales for item in sale.items]
    pattern = Pattern(goods[0])
    told = []
    for part in batched(range(count), SET):
        written = []
        for number in part:
            good = goods[number % len(goods)]
            place_id, text = pattern.place(good, number)
            written.append(text)
            told.append((pass_of(good[0].seller_id, place_id), str(good[0].id)))
        with connection.cursor() as cursor:
            cursor.execute(LAY, {"places": f"[{','.join(written)}]", "at": now()})
    return told


def _call(seller: str, *sales: str) -> dict:
    """As the clock does it, until it finds nobody more."""
    called = 0
    for sale in sales:
        owner = {"seller_id": UUID(seller), "sale_id": UUID(sale)}
        _begin(owner)
        while begun := advance_sale(actor=SYSTEM, **owner):
            called += begun
            _begin(owner)
    return {"called": called}


def _begin(owner: dict[str, UUID]) -> None:
    """It began a minute ago, and nobody has looked at its clock since."""
    with connection.cursor() as cursor:
        cursor.execute(BEGIN, owner)
