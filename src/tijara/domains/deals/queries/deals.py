"""Deals, and what is held by them."""

from uuid import UUID

from tijara.domains.fulfilment.queries import shipments
from tijara.domains.fulfilment.shapes import Ending
from tijara.domains.ledger.queries import held_of
from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.queries import numbers_of
from tijara.domains.orders.shapes import OPEN, OrderView
from tijara.domains.parties.queries import markets_of
from tijara.kit.clock import now
from tijara.kit.money import Money

from ..models import Deal, DealMove, Dispute
from ..shapes import IN_DISPUTE, DealState, DealStep, DealView, HeldPart
from .processes import deal_terms, terms_of_version

MOST_HELD = 200


def deal_of_order(seller_id: UUID, order_id: UUID) -> DealView | None:
    """None until all of the order has arrived, or its buyer complains of what has."""
    rows = Deal.objects.filter(seller_id=seller_id, id=order_id)
    found = rows.values_list("state", "due_at", "process_version").first()
    if found is None:
        return None
    state, due_at, version = found
    return DealView(
        seller_id,
        order_id,
        DealState(state),
        due_at,
        steps_of(seller_id, order_id),
        may_be_disputed=(
            state == DealState.PERFORMED
            and due_at > now()
            and terms_of_version(version).process.knows("dispute")
        ),
    )


def may_complain_early(order: OrderView) -> bool:
    """Of an order of which something has come and more is on its way; asked where it has no deal
    yet. As its market's deals begin now, and only where it protects its buyers."""
    market = market_by_id(markets_of([order.seller_id])[order.seller_id])
    if order.state not in OPEN or not market.protection_days:
        return False
    if not deal_terms(market.id).process.knows("complain"):
        return False
    parcels = shipments(order.seller_id, [order.id]).get(order.id, ())
    return any(one.outcome is Ending.DELIVERED for one in parcels)


def steps_of(seller_id: UUID, order_id: UUID) -> tuple[DealStep, ...]:
    moves = DealMove.objects.filter(seller_id=seller_id, deal_id=order_id).order_by("moved_at")
    return tuple(
        DealStep(DealState(after), kind, at)
        for after, kind, at in moves.values_list("after", "actor_kind", "moved_at")
    )


def is_disputed(seller_id: UUID, order_id: UUID) -> bool:
    """Whether there is a dispute, or was."""
    return Dispute.objects.filter(seller_id=seller_id, id=order_id).exists()


def held_parts(seller_id: UUID) -> list[HeldPart]:
    """What is held for a seller, what comes first before the rest; at most MOST_HELD."""
    kept = Deal.objects.filter(seller_id=seller_id, state__in=(DealState.PERFORMED, *IN_DISPUTE))
    rows = list(kept.order_by("due_at").values_list("id", "due_at", "state")[:MOST_HELD])
    due = {id: moment for id, moment, _ in rows}
    disputed = {id for id, _, state in rows if state in IN_DISPUTE}
    held, numbers = held_of(seller_id, due), numbers_of(seller_id, due)
    currency = market_by_id(markets_of([seller_id])[seller_id]).currency
    return [
        HeldPart(
            order_id,
            numbers[order_id],
            Money(held[order_id], currency),
            moment,
            order_id in disputed,
        )
        for order_id, moment in due.items()
        if order_id in held
    ]
