"""What became of a checkout, and what its orders wait for."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

import orjson
from django.db import connection

from tijara.domains.orders.queries import orders
from tijara.domains.orders.shapes import (
    OrderRow,
    OrderState,
    OrderView,
)
from tijara.domains.payments.queries import pay_standings
from tijara.domains.payments.shapes import PaymentMethod, PayStanding
from tijara.kit.rebuilding import rebuild

from ..models import Checkout
from ..shapes import (
    CHARGED,
    CheckoutResult,
    OrderOutcome,
)

OUTCOMES = "SELECT outcomes::text, payment_method FROM checkout WHERE buyer_id = %s AND id = %s"


DECIDED = """
    SELECT (intent -> %(seller)s -> 'lines')::text FROM checkout
    WHERE buyer_id = %(buyer)s AND id = %(checkout)s
"""


def checkout_result(buyer_id: UUID, checkout_id: UUID) -> CheckoutResult | None:
    """None also for a checkout of somebody else."""
    with connection.cursor() as cursor:
        cursor.execute(OUTCOMES, [buyer_id, checkout_id])
        row = cursor.fetchone()
    if row is None:
        return None
    outcomes, method = row
    return result_of(buyer_id, checkout_id, kept_outcomes(orjson.loads(outcomes)), method)


def last_result(buyer_ids: Sequence[UUID], since: datetime) -> CheckoutResult | None:
    """What became of the last checkout that was confirmed since then, under any of these ids."""
    rows = Checkout.objects.filter(buyer_id__in=buyer_ids, opened_at__gte=since)
    told = rows.order_by("-opened_at").values_list("buyer_id", "id", "outcomes", "payment_method")
    for buyer_id, checkout_id, outcomes, method in told[:1]:
        return result_of(buyer_id, checkout_id, kept_outcomes(outcomes), method)
    return None


def orders_of_buyer(*buyer_ids: UUID, limit: int = 30) -> list[OrderView]:
    """What a buyer has ordered, the newest first; under all ids that he has had."""
    rows = Checkout.objects.filter(buyer_id__in=buyer_ids).order_by("-opened_at")
    keys = [
        (one.seller_id, one.order_id)
        for outcomes in rows.values_list("outcomes", flat=True)[:limit]
        for one in kept_outcomes(outcomes)
        if one.order_id
    ]
    return sorted(orders(keys).values(), key=lambda order: order.placed_at, reverse=True)


def waiting_for_code(buyer_id: UUID, checkout_id: UUID) -> list[OrderView]:
    """The cash orders of a checkout that wait for their buyer's phone to be confirmed."""
    result = checkout_result(buyer_id, checkout_id)
    placed = result.placed if result else ()
    found = orders([(one.seller_id, one.order_id) for one in placed if one.order_id])
    return [one for one in found.values() if waits_for_code(one)]


def deciding_rules(order: OrderView) -> list[UUID | None]:
    """Which rule of commission decided each line of an order, by its place. None: the seller's or
    the market's own rate did, or the order has come by another way than a cart."""
    given = {"buyer": order.buyer_id, "checkout": order.checkout_id, "seller": str(order.seller_id)}
    with connection.cursor() as cursor:
        cursor.execute(DECIDED, given)
        row = cursor.fetchone()
    if not row or not row[0]:
        return [None] * len(order.lines)
    kept = [line.get("commission_rule") for line in orjson.loads(row[0])]
    return [UUID(one) if one else None for one in kept]


def waits_for_code(order: OrderView) -> bool:
    is_cash = order.payment_method == PaymentMethod.CASH_ON_DELIVERY
    return is_cash and order.state is OrderState.PENDING


def pay_standings_of(found: Iterable[OrderView | OrderRow]) -> dict[UUID, PayStanding]:
    """By order: what stands with the money that these orders wait for. Those that wait for none
    are left out, and cost nothing."""
    waiting = [
        (one.id, (one.buyer_id, one.checkout_id))
        for one in found
        if one.state is OrderState.PENDING and one.payment_method in CHARGED
    ]
    standings = pay_standings({key for _, key in waiting})
    return {id: standings[key[1]] for id, key in waiting if key[1] in standings}


def result_of(
    buyer_id: UUID, checkout_id: UUID, outcomes: Sequence[OrderOutcome], payment_method: str
) -> CheckoutResult:
    return CheckoutResult(
        checkout_id=checkout_id,
        buyer_id=buyer_id,
        placed=tuple(one for one in outcomes if one.order_id),
        missed=tuple(one for one in outcomes if not one.order_id),
        payment_method=payment_method,
    )


def kept_outcomes(told: Sequence[dict]) -> list[OrderOutcome]:
    """Read what is kept in a checkout's `outcomes`."""
    return [rebuild(OrderOutcome, one) for one in told]
