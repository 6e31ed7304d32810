"""`…inside world_trade COUNT`: two years of trade, of so many orders, beside what is there.

It writes the rows as the market would have left them, in bulk: the one place that passes the
actions by, because two years take days by their way. Nobody is served from this world but the
bench of lists, and no proof is run on it: stock and parcels are not told to the end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import batched
from random import Random
from uuid import UUID

from django.db import connection
from psycopg import sql
from psycopg.types.json import Jsonb

from tijara.domains.inventory.actions import receive_stock
from tijara.domains.inventory.shapes import Receipt
from tijara.domains.markets.queries import markets
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.offers.actions import put_offers
from tijara.domains.offers.shapes import OfferDraft
from tijara.domains.parties.actions import open_seller
from tijara.domains.stores.actions import open_store
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id, new_number
from tijara.kit.money import Money

from .words import STORES
from .world_money import money_rows
from .world_traces import Chains, trace_rows

SELLERS = 400
"""Besides those of the world: a few large, many small."""
OFFERS_OF_EACH = 5
SET = 5000
DAYS = 730
UNITS = 100_000
STATES = {
    "delivered": 70, "cancelled": 8, "refused": 5, "refunded": 3, "shipped": 4, "packed": 2,
    "confirmed": 3, "placed": 4, "pending": 1,
}  # fmt: skip
WAYS = {
    "delivered": ("confirmed", "packed", "shipped", "delivered"),
    "refunded": ("confirmed", "packed", "shipped", "delivered", "refunded"),
    "refused": ("confirmed", "packed", "shipped", "refused"),
    "shipped": ("confirmed", "packed", "shipped"),
    "packed": ("confirmed", "packed"),
    "confirmed": ("confirmed",),
    "cancelled": ("cancelled",),
}
"""The moves that led to each state from "placed"."""
OPEN_DAYS = 20
"""Older orders have come to an end."""
METHODS = {"cash_on_delivery": 70, "card": 25, "bank_transfer": 5}
FIRST = ("نورة", "محمد", "سارة", "عبدالله", "فاطمة", "خالد", "ريم", "أحمد", "هند", "يوسف", "مريم")
LAST = ("السبيعي", "القحطاني", "الحربي", "العتيبي", "الشهري", "الغامدي", "الدوسري", "المطيري")
CITIES = ("sa-riyadh", "sa-jeddah", "sa-makkah", "sa-madinah", "sa-dammam")
OFFERED = """
    SELECT o.seller_id, o.id, o.stock_id, v.id, o.product_id, p.name_ar, p.name_en,
           o.price_minor
    FROM offer o
    JOIN inventory_stock s ON s.seller_id = o.seller_id AND s.id = o.stock_id
    JOIN catalogue_variant v ON v.id = s.variant_id
    JOIN catalogue_product p ON p.id = o.product_id
    JOIN party_seller q ON q.id = o.seller_id
    WHERE o.is_active AND s.kind = 'shelf' AND q.market_id = %s
"""


DELIVERY = 1900


@dataclass(frozen=True, slots=True)
class Good:
    seller_id: UUID
    offer_id: UUID
    stock_id: UUID
    variant_id: UUID
    product_id: UUID
    name_ar: str
    name_en: str
    price: int


@dataclass(slots=True)
class Sale:
    """One order before it is written: what its rows have in common."""

    id: UUID
    number: str
    goods: list[tuple[Good, int]]
    state: str
    method: str
    placed_at: datetime
    buyer_id: UUID
    checkout_id: UUID
    recipient: str
    phone: str
    city: str
    moves: list[tuple[str, str, datetime]] = field(default_factory=list)
    charge_id: UUID | None = None

    @property
    def seller_id(self) -> UUID:
        return self.goods[0][0].seller_id

    @property
    def items(self) -> int:
        return sum(good.price * units for good, units in self.goods)

    @property
    def fee(self) -> int:
        return 1200 if self.method == "cash_on_delivery" else 0

    @property
    def total(self) -> int:
        return self.items + DELIVERY + self.fee


def run(count: str) -> None:
    market = markets()[0]
    _more_sellers(market)
    shelves = _shelves(market)
    chains = Chains(_with_chains())
    for part in batched(_sales(int(count), shelves), SET):
        rows = [_order_rows(sale, market) for sale in part]
        rows += [money_rows(sale, market) for sale in part]
        rows += [trace_rows(sale, chains) for sale in part]
        _copy(rows)
    _copy([chains.heads()])


def _with_chains() -> set[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT owner_id FROM audit_head")
        return {owner_id for (owner_id,) in cursor.fetchall()}


def _more_sellers(market: MarketPolicy) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, product_id FROM catalogue_variant ORDER BY id LIMIT 600")
        variants = cursor.fetchall()
    chance = Random(11)
    for number in range(SELLERS):
        name, slug = STORES[number % len(STORES)]
        seller_id = open_seller(
            actor=SYSTEM, market_id=market.id, legal_name=f"مؤسسة {name} التجارية {number + 1}"
        )
        open_store(
            actor=SYSTEM,
            seller_id=seller_id,
            slug=f"t-{slug}-{number + 1}",
            name_ar=f"{name} {number + 100}",
            hue=number % 360,
        )
        _offer(seller_id, chance.sample(variants, OFFERS_OF_EACH), market, chance)


def _offer(
    seller_id: UUID, variants: Sequence[tuple], market: MarketPolicy, chance: Random
) -> None:
    drafts = [
        OfferDraft(
            variant_id=variant_id,
            product_id=product_id,
            stock_id=new_id(),
            price=Money(chance.randrange(1500, 60000, 50), market.currency),
        )
        for variant_id, product_id in variants
    ]
    receipts = [Receipt(one.stock_id, one.variant_id, UNITS) for one in drafts]
    receive_stock(actor=SYSTEM, seller_id=seller_id, receipts=receipts, reference_id=new_id())
    put_offers(actor=SYSTEM, seller_id=seller_id, offers=drafts)


def _shelves(market: MarketPolicy) -> list[list[Good]]:
    with connection.cursor() as cursor:
        cursor.execute(OFFERED, [market.id])
        goods = [Good(*row) for row in cursor.fetchall()]
    shelves: dict[UUID, list[Good]] = {}
    for good in goods:
        shelves.setdefault(good.seller_id, []).append(good)
    return [shelves[seller_id] for seller_id in sorted(shelves)]


def _sales(count: int, shelves: list[list[Good]]) -> Iterator[Sale]:
    """In the order of time. The n-th seller sells an n-th of what the first one does."""
    chance, moment = Random(5), now()
    weights = [1 / (place + 1) for place in range(len(shelves))]
    buyers = [new_id() for _ in range(max(count // 4, 1))]
    for number in range(count):
        shelf = chance.choices(shelves, weights)[0]
        at = moment - timedelta(days=DAYS) * (1 - (number + chance.random()) / count)
        yield _sale(chance, shelf, at, chance.choice(buyers), moment)


def _sale(
    chance: Random, shelf: list[Good], at: datetime, buyer_id: UUID, moment: datetime
) -> Sale:
    state = chance.choices(list(STATES), list(STATES.values()))[0]
    if moment - at > timedelta(days=OPEN_DAYS) and state in (
        "shipped",
        "packed",
        "confirmed",
        "placed",
        "pending",
    ):
        state = "delivered"
    goods = chance.sample(shelf, min(len(shelf), chance.choice((1, 1, 1, 2, 3))))
    sale = Sale(
        id=new_id(),
        number=new_number(),
        goods=[(good, chance.choice((1, 1, 1, 2, 4))) for good in goods],
        state=state,
        method=chance.choices(list(METHODS), list(METHODS.values()))[0],
        placed_at=at,
        buyer_id=buyer_id,
        checkout_id=new_id(),
        recipient=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        phone=f"+9665{chance.randrange(10**8):08d}",
        city=chance.choice(CITIES),
    )
    before = "placed"
    for step, after in enumerate(WAYS.get(state, ())):
        sale.moves.append((before, after, min(at + timedelta(hours=7 * (step + 1)), moment)))
        before = after
    sale.charge_id = None if sale.method == "cash_on_delivery" else new_id()
    return sale


def _order_rows(sale: Sale, market: MarketPolicy) -> dict[str, list[dict]]:
    is_paid = sale.charge_id is not None and sale.state != "pending"
    last = sale.moves[-1][2] if sale.moves else sale.placed_at
    order = {
        "seller_id": sale.seller_id,
        "id": sale.id,
        "number": sale.number,
        "idempotency_key": new_id(),
        "buyer_id": sale.buyer_id,
        "checkout_id": sale.checkout_id,
        "market_id": market.id,
        "state": sale.state,
        "placed_at": sale.placed_at,
        "moved_at": last,
        "currency": market.currency,
        "items_minor": sale.items,
        "delivery_minor": DELIVERY,
        "fee_minor": sale.fee,
        "tax_minor": sum(_tax(one.price * units) for one, units in sale.goods)
        + _tax(DELIVERY)
        + _tax(sale.fee),
        "delivery_tax_minor": _tax(DELIVERY),
        "delivery_category": "S",
        "delivery_bp": 1500,
        "fee_tax_minor": _tax(sale.fee),
        "fee_category": "S",
        "fee_bp": 1500,
        "total_minor": sale.total,
        "commission_minor": sale.items // 10,
        "commission_vat_minor": sale.items * 15 // 1000,
        "payment_method": sale.method,
        "language": "ar",
        "recipient": sale.recipient,
        "phone": sale.phone,
        "email": "",
        "address": Jsonb({"city": sale.city, "country": "SA", "fields": {}}),
        "charge_id": sale.charge_id,
        "due_at": sale.placed_at + timedelta(days=2) if sale.charge_id else None,
        "paid_at": sale.placed_at if is_paid else None,
        "begun_at": last if "shipped" in [after for _, after, _ in sale.moves] else None,
    }
    if sale.state == "pending":
        order["due_at"] = sale.placed_at + timedelta(days=2)
    return {
        "orders_order": [order],
        "orders_line": [_line(sale, *one) for one in enumerate(sale.goods)],
        "orders_move": [_move(sale, *one) for one in sale.moves],
        "inventory_movement": [_movement(sale, *one) for one in sale.goods],
    }


def _tax(gross: int) -> int:
    """Inside it, at 15 %."""
    return gross * 15 // 115


def _line(sale: Sale, position: int, sold: tuple[Good, int]) -> dict:
    good, units = sold
    total = good.price * units
    return {
        "seller_id": good.seller_id,
        "id": new_id(),
        "order_id": sale.id,
        "position": position,
        "offer_id": good.offer_id,
        "offer_version": 1,
        "stock_id": good.stock_id,
        "variant_id": good.variant_id,
        "product_id": good.product_id,
        "name_ar": good.name_ar,
        "name_en": good.name_en,
        "picture": "",
        "sku": "",
        "quantity": units,
        "list_minor": good.price,
        "unit_minor": good.price,
        "total_minor": total,
        "tax_bp": 1500,
        "tax_minor": _tax(total),
        "net_minor": total - _tax(total),
        "tax_category": "S",
        "commission_minor": total // 10,
        "commission_vat_minor": total * 15 // 1000,
        "kind": "physical",
    }


def _move(sale: Sale, before: str, after: str, at: datetime) -> dict:
    return {
        "seller_id": sale.seller_id,
        "id": new_id(),
        "order_id": sale.id,
        "before": before,
        "after": after,
        "actor_kind": "seller",
        "person_id": None,
        "reason": "out_of_stock" if after == "cancelled" else "",
        "moved_at": at,
    }


def _movement(sale: Sale, good: Good, units: int) -> dict:
    return {
        "seller_id": good.seller_id,
        "id": new_id(),
        "stock_id": good.stock_id,
        "quantity": -units,
        "kind": "sale",
        "reference_id": sale.id,
        "moved_at": sale.placed_at,
    }


def _copy(told: Sequence[dict[str, list[dict]]]) -> None:
    tables: dict[str, list[dict]] = {}
    for one in told:
        for table, rows in one.items():
            tables.setdefault(table, []).extend(rows)
    with connection.cursor() as cursor:
        for table, rows in tables.items():
            if rows:
                _copy_rows(cursor, table, rows)


def _copy_rows(cursor, table: str, rows: list[dict]) -> None:
    names = list(rows[0])
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    with cursor.copy(into) as copied:
        for row in rows:
            copied.write_row([row[name] for name in names])
