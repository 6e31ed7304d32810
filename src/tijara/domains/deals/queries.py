"""Deals, what is held by them, and the proof about them."""

from uuid import UUID

from django.db import connection

from tijara.domains.ledger.queries import held_of
from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.queries import numbers_of
from tijara.domains.parties.queries import markets_of
from tijara.kit.money import Money
from tijara.platform.audits import Findings, proof

from .models import Deal, DealMove
from .shapes import DealState, DealStep, DealView, HeldPart

MOST_HELD = 200


def deal_of_order(seller_id: UUID, order_id: UUID) -> DealView | None:
    """None until all of the order has arrived."""
    rows = Deal.objects.filter(seller_id=seller_id, id=order_id)
    found = rows.values_list("state", "due_at").first()
    if found is None:
        return None
    moves = DealMove.objects.filter(seller_id=seller_id, deal_id=order_id).order_by("moved_at")
    steps = tuple(
        DealStep(DealState(after), kind, at)
        for after, kind, at in moves.values_list("after", "actor_kind", "moved_at")
    )
    return DealView(seller_id, order_id, DealState(found[0]), found[1], steps)


def held_parts(seller_id: UUID) -> list[HeldPart]:
    """What is held for a seller, what comes first before the rest; at most MOST_HELD."""
    rows = Deal.objects.filter(seller_id=seller_id, state=DealState.PERFORMED).order_by("due_at")
    due = dict(rows.values_list("id", "due_at")[:MOST_HELD])
    held, numbers = held_of(seller_id, due), numbers_of(seller_id, due)
    currency = market_by_id(markets_of([seller_id])[seller_id]).currency
    return [
        HeldPart(order_id, numbers[order_id], Money(held[order_id], currency), moment)
        for order_id, moment in due.items()
        if order_id in held
    ]


DEALS = """
    SELECT count(*), coalesce(array_agg('order ' || d.id) FILTER (WHERE NOT fine), '{}')
    FROM (
        SELECT d.id, CASE d.state
                   WHEN 'settled' THEN coalesce(p.held_minor, 0) = 0
                   WHEN 'undone' THEN coalesce(p.held_minor, 0) = 0 AND o.state = 'refunded'
                   WHEN 'performed' THEN o.state IN ('delivered', 'refunded')
                   ELSE false END
               AND d.state = (
                   SELECT m.after FROM deals_move m
                   WHERE m.seller_id = d.seller_id AND m.deal_id = d.id
                   ORDER BY m.moved_at DESC, m.id DESC LIMIT 1) AS fine
        FROM deals_deal d
        JOIN orders_order o ON o.seller_id = d.seller_id AND o.id = d.id
        LEFT JOIN ledger_purse p ON p.seller_id = d.seller_id AND p.id = d.id) d
"""
SETTLED = """
    SELECT count(*), coalesce(array_agg(j.reference) FILTER (WHERE d.id IS NULL), '{}')
    FROM ledger_journal j
    LEFT JOIN deals_deal d
      ON d.seller_id = j.seller_id AND d.id = j.order_id AND d.state = 'settled'
    WHERE j.kind = 'deal_settled'
"""


@proof("a deal that has ended holds nothing, and its state follows from its moves and its order")
def deals_proof() -> Findings:
    return _find(DEALS)


@proof("what was held became a seller's only when its deal had settled")
def settled_proof() -> Findings:
    return _find(SETTLED)


def _find(compared: str) -> Findings:
    with connection.cursor() as cursor:
        cursor.execute(compared)
        return Findings(*cursor.fetchone())
