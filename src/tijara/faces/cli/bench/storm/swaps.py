"""Who sends something back for another that costs more, or less: from asking to its end."""

from random import Random
from uuid import UUID

import psycopg

from tijara.faces.cli.bench.buying import Wanted
from tijara.faces.cli.bench.market import MarketFailed
from tijara.faces.cli.bench.visitor import Visitor

from .ordering import CARD, order, order_pages, pay
from .trade import PAUSE, Swap, Trade

BOUGHT = """
    SELECT o.state, l.id, r.state, n.state
    FROM orders_order o
    JOIN orders_line l ON l.seller_id = o.seller_id AND l.order_id = o.id
    LEFT JOIN returns_return r ON r.seller_id = o.seller_id AND r.id = %(return)s
    LEFT JOIN orders_order n ON n.seller_id = r.seller_id AND n.id = r.new_order_id
    WHERE o.checkout_id = %(checkout)s
"""
OVER = ("cancelled", "refused", "refunded")


def swapped(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """Paid by card; the rest follows when it has come (`send_back`)."""
    bought, wished = chance.sample(chance.choice(trade.pairs), 2)
    checkout_id = order(trade, visitor, CARD, Wanted(*bought[:3]))
    pay(trade, visitor, chance, checkout_id)
    for page in order_pages(trade, visitor, checkout_id):
        trade.swaps.append(Swap(checkout_id, page, wished[3]))


def send_back(trade: Trade) -> None:
    """Those whose goods have come ask, and pay what it costs more when they are told to."""
    visitor, chance = trade.visitor(), Random(3)
    while not trade.stop.wait(PAUSE):
        for swap in [one for one in trade.swaps if not one.is_over]:
            try:
                _go_on(trade, visitor, chance, swap)
            except (OSError, psycopg.Error, MarketFailed):
                trade.cut_off += 1
    visitor.close()


def _go_on(trade: Trade, visitor: Visitor, chance: Random, swap: Swap) -> None:
    given = {"checkout": swap.checkout_id, "return": swap.return_id}
    for state, line_id, of_return, of_new in trade.market.rows(BOUGHT, given):
        if of_return is None and state in OVER:
            swap.is_over = True
        elif of_return is None and state == "delivered":
            _ask(trade, visitor, swap, line_id)
        elif of_new == "pending":
            pay(trade, visitor, chance, swap.return_id)
        elif of_new or of_return in ("refunded", "rejected", "withdrawn"):
            swap.is_over = True


def _ask(trade: Trade, visitor: Visitor, swap: Swap, line_id: UUID) -> None:
    """Refused where its shop has taken it back meanwhile."""
    fields = {
        "id": swap.return_id,
        f"units-{line_id}": 1,
        "reason": "faulty",
        "wish": "exchange",
        "variant": swap.variant_id,
        "pay_with": CARD,
        "words": "",
    }
    answer = trade.until_answered(lambda: visitor.post(f"{swap.page}/returns/new", fields))
    swap.is_asked = answer.status == 303
    swap.is_over = not swap.is_asked
    trade.done["exchanges asked for" if swap.is_asked else "exchanges not possible"] += 1
