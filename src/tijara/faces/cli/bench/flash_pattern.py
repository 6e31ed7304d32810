"""Places of a flash sale as text: one is written as joining and preparing write it, each other is
that text with ids, goods, a phone and a home of its own in it. Writing each anew would take longer
than all that is measured."""

import re
from dataclasses import replace
from typing import Any
from uuid import UUID

import orjson

from tijara.domains.checkout.actions import prepare_order
from tijara.domains.checkout.shapes import AgreedLine, Confirmation, PreparedOrder
from tijara.domains.flash_sales.shapes import SaleItem, SaleView
from tijara.domains.markets.queries import market_by_id
from tijara.domains.offers.shapes import OfferRow
from tijara.domains.orders.queries import as_given
from tijara.domains.orders.shapes import DeliveryAddress, PriceReason, ReasonKind
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id, new_number

Good = tuple[SaleView, SaleItem, OfferRow]
OWN_IDS = 6
"""Place, buyer, checkout, order, journal, line."""
FIRST_PHONE = 50_000_000


class Pattern:
    def __init__(self, good: Good) -> None:
        first = _place(good)
        order = first["order"]
        ids = [first["id"], first["buyer_id"], first["checkout_id"]]
        ids += [order["id"], order["journal"], order["lines"][0]["id"]]
        self._words = _words(ids, order["number"], good, 0)
        self._text = orjson.dumps(first).decode()
        self._token = re.compile("|".join(map(re.escape, self._words)))

    def place(self, good: Good, number: int) -> tuple[UUID, str]:
        """Its id, and its row as JSON."""
        ids = [new_id() for _ in range(OWN_IDS)]
        others = _words(ids, new_number(), good, number)
        other = dict(zip(self._words, others, strict=True))
        return ids[0], self._token.sub(lambda found: other[found[0]], self._text)


def _words(ids: list[UUID], order_number: str, good: Good, number: int) -> list[str]:
    """What differs from place to place. The last are the digits of its phone and its house."""
    sale, item, row = good
    goods = [sale.id, item.id, item.offer_id, item.stock_id, item.variant_id, row.product_id]
    name, home = f'"{row.name_ar}"', str(FIRST_PHONE + number)
    return [*map(str, [*ids, *goods]), order_number, name, home]


def _place(good: Good) -> dict[str, Any]:
    """As a row; two keys of its own stand for its household."""
    sale, item, _ = good
    prepared = _prepared(sale, item)
    home = str(FIRST_PHONE)
    at_home = replace(prepared.order.address, phone=f"+9665{home}", building=home)
    checkout_id = prepared.order.checkout_id
    order = replace(prepared.order, address=at_home, idempotency_key=checkout_id)
    return {
        "seller_id": sale.seller_id,
        "id": new_id(),
        "sale_id": sale.id,
        "item_id": item.id,
        "buyer_id": order.buyer_id,
        "checkout_id": checkout_id,
        "order": as_given(sale.seller_id, order),
        "intent": order,
        "patience": prepared.patience.total_seconds() if prepared.patience else None,
        "payment_method": order.payment_method,
        "total_minor": order.total_minor,
        "city": order.address.city,
        "phone_key": f"p:{home}",
        "address_key": f"a:{home}",
    }


def _prepared(sale: SaleView, item: SaleItem) -> PreparedOrder:
    market = market_by_id(sale.market_id)
    reason = PriceReason(ReasonKind.FLASH_SALE, sale.id, sale.seller_id, 0, sale.name_ar)
    agreed = AgreedLine(sale.seller_id, item.offer_id, 1, item.price, reason)
    said = Confirmation(
        checkout_id=new_id(),
        address=DeliveryAddress(
            "نورة العتيبي", "+966551234567", "sa-riyadh", "حي النرجس", street="شارع أنس"
        ),
        payment_method=PaymentMethod.CARD,
        language="ar",
        seen="",
    )
    return prepare_order(
        actor=SYSTEM,
        buyer_id=new_id(),
        market=market,
        on=now().date(),
        agreed=agreed,
        said=said,
    )
