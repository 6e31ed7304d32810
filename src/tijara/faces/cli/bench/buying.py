"""A guest who orders: one seller, one line, cash on delivery. Four requests."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from uuid import UUID, uuid4

from .market import Market, MarketFailed
from .visitor import Answer, Visitor

FIELD = re.compile(rb'name="(checkout|total)" value="([^"]+)"')
PLACED = re.compile(r"/(?:checkouts|pay)/([0-9a-f-]{36})$")
"""Where a buyer is sent who has ordered: to what he ordered, or to pay for it."""
CASH = "cash_on_delivery"
OFFERS = """
    SELECT o.seller_id, o.id, o.price_minor
    FROM offer o TABLESAMPLE SYSTEM (20) REPEATABLE (%(seed)s)
    JOIN inventory_stock s ON s.seller_id = o.seller_id AND s.id = o.stock_id
    WHERE o.is_active AND s.kind = 'shelf' AND s.on_hand - s.held > 10000 LIMIT %(count)s
"""
CITY = "sa-riyadh"
NAMES = ("نورة العتيبي", "محمد القحطاني", "سارة الحربي", "عبدالله الشمري", "ريم الغامدي")
DISTRICTS = ("حي النرجس", "حي الملقا", "حي العليا", "حي الياسمين", "حي قرطبة")


@dataclass(frozen=True, slots=True)
class Wanted:
    """An offer, and what its page said it costs."""

    seller_id: UUID
    offer_id: UUID
    price_minor: int


def wanted(market: Market, count: int, seed: int) -> list[Wanted]:
    """So many offers of different products and sellers, in a random order; of goods that are sent,
    because files are not sold for cash."""
    rows = market.rows(OFFERS, {"seed": seed, "count": count * 4})
    chance = Random(seed)
    return [Wanted(*row) for row in chance.choices(rows, k=count)]


def baskets(market: Market, count: int, seed: int, lines: Sequence[int]) -> list[list[Wanted]]:
    """So many baskets, each of as many sellers as `lines` has numbers, with so many offers each."""
    by_seller: dict[UUID, list[Wanted]] = {}
    for row in market.rows(OFFERS, {"seed": seed, "count": count * 4}):
        by_seller.setdefault(row[0], []).append(Wanted(*row))
    sellers = [mine for mine in by_seller.values() if len(mine) >= max(lines)]
    chance = Random(seed)
    return [
        [
            offer
            for mine, number in zip(chance.sample(sellers, len(lines)), lines, strict=True)
            for offer in chance.sample(mine, number)
        ]
        for _ in range(count)
    ]


def order(visitor: Visitor, offer: Wanted) -> UUID:
    """As a new guest. The checkout's id, once the market has shown the confirmation."""
    return order_all(visitor, [offer])


def order_all(visitor: Visitor, offers: Sequence[Wanted]) -> UUID:
    """The same with several offers, in one checkout."""
    visitor.cookies.clear()
    for offer in offers:
        put_in_cart(visitor, offer)
    checkout_id, total = form(visitor)
    answer = confirm(visitor, checkout_id, total)
    if answer.status != 303 or not PLACED.search(answer.location):
        raise MarketFailed(f"the order was answered {answer.status} {answer.location}")
    if (shown := visitor.get(answer.location)).status != 200:
        raise MarketFailed(f"the confirmation was answered {shown.status}")
    return checkout_id


def put_in_cart(visitor: Visitor, offer: Wanted, pieces: int = 1) -> None:
    fields = {
        "seller_id": offer.seller_id,
        "offer_id": offer.offer_id,
        "seen_minor": offer.price_minor,
        "quantity": pieces,
        "next": "checkout",
    }
    answer = visitor.post("/cart", fields)
    if answer.status != 303:
        raise MarketFailed(f"the cart answered {answer.status}")


def form(visitor: Visitor) -> tuple[UUID, str]:
    """What the checkout's form carries: its id and the mark of what it shows."""
    answer = visitor.get("/checkout")
    told = dict(FIELD.findall(answer.body))
    if answer.status != 200 or len(told) != 2:
        raise MarketFailed(f"the checkout answered {answer.status} {answer.location}")
    return UUID(told[b"checkout"].decode()), told[b"total"].decode()


def confirm(
    visitor: Visitor, checkout_id: UUID, total: str, payment: str = CASH, credit_minor: int = 0
) -> Answer:
    """As the checkout's form is sent; `credit_minor` of a wallet pays first."""
    number = checkout_id.int
    fields = {
        "checkout": checkout_id,
        "total": total,
        "recipient": NAMES[number % len(NAMES)],
        "phone": phone_of(checkout_id),
        "city": CITY,
        "short_code": "",
        "district": DISTRICTS[number % len(DISTRICTS)],
        "street": "شارع أنس بن مالك، مبنى 12",
        "landmark": "",
        "email": "",
        "payment": payment,
    } | ({"wallet": credit_minor} if credit_minor else {})
    return visitor.post("/checkout", fields)


def phone_of(checkout_id: UUID) -> str:
    return f"05{50000000 + checkout_id.int % 9999999:08d}"


def has_ordered(answer: Answer) -> bool:
    """Whether the market has acknowledged an order."""
    return answer.status == 303 and bool(PLACED.search(answer.location))


def new_checkout() -> UUID:
    return uuid4()
