"""What is put down before a cash order: docs/algorithms/cash-on-delivery.md."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from tijara.domains.orders.shapes import OrderState, OrderToPlace
from tijara.domains.payments.shapes import PaymentMethod, PaymentOption
from tijara.kit.money import allocate

from ..shapes import WayToPay

PUT_DOWN_BY = (PaymentMethod.CARD, PaymentMethod.BANK_TRANSFER)


def with_way_to_put_down(way: PaymentOption, ways: Sequence[PaymentOption]) -> PaymentOption:
    """Cash that asks for a deposit needs another way by which it is put down."""
    if way.deposit_minor and deposit_way(ways) is None:
        return replace(way, refused_because=way.refused_because or "no_deposit_possible")
    return way


def deposit_way(ways: Iterable[PaymentOption | WayToPay]) -> PaymentMethod | None:
    """By card, if it may; else by transfer."""
    possible = {one.method for one in ways if not one.refused_because}
    return next((one for one in PUT_DOWN_BY if one in possible), None)


def with_deposits(
    orders: Mapping[UUID, OrderToPlace],
    deposit_minor: int,
    method: PaymentMethod,
    due_at: datetime,
) -> dict[UUID, OrderToPlace]:
    """Each with its part of the deposit, by what it comes to. Until that is paid it is an order
    that waits for a card's or a transfer's money; then it is one for cash."""
    totals = [order.total_minor for order in orders.values()]
    parts = allocate(deposit_minor, totals)
    return {
        seller_id: replace(
            order,
            payment_method=method,
            state=OrderState.PENDING,
            due_at=due_at,
            deposit_minor=part,
        )
        if part
        else order
        for (seller_id, order), part in zip(orders.items(), parts, strict=True)
    }
