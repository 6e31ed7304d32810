"""What sellers and the market's staff do meanwhile, each at his own desk, over HTTP.

What waits for them is looked up in the database, as their lists would show it; what they do is
posted, and posted again while nobody answers.
"""

import time
from random import Random
from uuid import UUID

import psycopg

from tijara.faces.cli.bench.market import MarketFailed
from tijara.faces.cli.bench.visitor import Answer, Visitor
from tijara.kit.clock import now

from . import gateway_book
from .runs import pay_by_run
from .trade import PAUSE, Trade

SHIPPED_BY = {"carrier": "سمسا", "tracking_number": "290112345678"}
NO_STOCK = {"reason": "out_of_stock"}
TAKEN_BACK = {"reason": "damaged", "restock": "yes"}
AT_ONCE = 40
PERCENT = {"cancelled by its seller": 8, "refused at the door": 20, "taken back": 12}
"""Of the orders that come so far."""
PAID_OUT_EVERY = 5.0
TRANSFERS_THAT_COME = 85
"""Of a hundred: staff never see the others arrive."""
ORDERS = """
    SELECT o.id, o.state, s.id FROM orders_order o
    LEFT JOIN fulfilment_shipment s
        ON s.seller_id = o.seller_id AND s.order_id = o.id AND s.ended_at IS NULL
    WHERE o.seller_id = %(seller)s AND NOT (o.id = ANY(%(over)s)) AND o.state = ANY(%(states)s)
      AND EXISTS (SELECT 1 FROM orders_line l WHERE l.seller_id = o.seller_id
                  AND l.order_id = o.id AND l.kind = 'physical')
    ORDER BY o.id LIMIT %(most)s
"""
STATES = ["placed", "confirmed", "shipped", "delivered"]
STEPS = {
    "requested": "approval",
    "approved": "receipt",
    "received": "inspection",
    "inspected": "exchange",
}
RETURNS = """
    SELECT r.id, r.state, l.line_id, l.quantity FROM returns_return r
    JOIN returns_line l ON l.seller_id = r.seller_id AND l.return_id = r.id
    WHERE r.seller_id = %(seller)s AND r.wish = 'exchange' AND r.state = ANY(%(states)s)
    ORDER BY r.id LIMIT %(most)s
"""
TRANSFERS = """
    SELECT id, amount_minor FROM payments_charge
    WHERE method = 'bank_transfer' AND state <> 'paid' ORDER BY opened_at DESC LIMIT %(most)s
"""
REFUNDS = """
    SELECT buyer_id, id FROM payments_refund
    WHERE state = 'due' AND (needs_staff OR method <> 'card') LIMIT %(most)s
"""
PAYOUT = "SELECT 1 FROM settlements_payout WHERE bank_reference = %(reference)s"
OWED = """
    SELECT coalesce(sum(CASE WHEN credit = 'seller_payable' THEN amount_minor ELSE 0 END)
                  - sum(CASE WHEN debit = 'seller_payable' THEN amount_minor ELSE 0 END), 0)
           - (SELECT coalesce(sum(waiting_minor), 0) FROM cash_parcel
              WHERE seller_id = %(seller)s)
    FROM ledger_posting WHERE seller_id = %(seller)s
"""


def sell(trade: Trade, seller_id: str) -> None:
    """Confirm, send, record what became of it; some orders are called off, some are taken back."""
    visitor, over = signed_in(trade, trade.desks[seller_id]), set[UUID]()
    while not trade.stop.wait(PAUSE):
        try:
            _see_to_orders(trade, visitor, UUID(seller_id), over)
            _see_to_returns(trade, visitor, UUID(seller_id))
        except (OSError, psycopg.Error):
            trade.cut_off += 1
    visitor.close()


def keep_books(trade: Trade) -> None:
    """Transfers that have come, refunds by hand, payouts one by one and by runs."""
    visitor, paid_at = signed_in(trade, trade.staff), time.monotonic()
    colleague, chance = signed_in(trade, trade.approver), Random(2)
    while not trade.stop.wait(PAUSE):
        try:
            _approve(trade, visitor)
            refund_by_hand(trade, visitor)
            if time.monotonic() > paid_at + PAID_OUT_EVERY:
                paid_at = time.monotonic()
                _pay_out(trade, visitor)
                pay_by_run(trade, visitor, colleague, chance)
                _settle(trade, visitor)
        except (OSError, psycopg.Error):
            trade.cut_off += 1
    visitor.close()
    colleague.close()


def signed_in(trade: Trade, person: dict[str, str]) -> Visitor:
    visitor = trade.visitor()
    sign_in(trade, visitor, person)
    return visitor


def sign_in(trade: Trade, visitor: Visitor, person: dict[str, str]) -> None:
    answer = trade.until_answered(lambda: visitor.post("/account/sign-in", person))
    if answer.status not in (302, 303):
        raise MarketFailed(f"signing in was answered {answer.status}")


def refund_by_hand(trade: Trade, visitor: Visitor) -> int:
    """How many were waiting."""
    waiting = trade.market.rows(REFUNDS, {"most": AT_ONCE})
    for buyer_id, refund_id in waiting:
        fields = {f"reference-{buyer_id}.{refund_id}": f"R-{refund_id.hex[-8:]}"}
        _act(trade, visitor, "refunds by hand", "/office/refunds/batch", fields, taken=(200, 303))
    return len(waiting)


def _see_to_orders(trade: Trade, visitor: Visitor, seller_id: UUID, over: set[UUID]) -> None:
    given = {"seller": seller_id, "over": list(over), "states": STATES, "most": AT_ONCE}
    for order_id, state, parcel_id in trade.market.rows(ORDERS, given):
        address, order = f"/hub/orders/{order_id}", order_id.int
        if state == "placed":
            _act(trade, visitor, "confirmed", f"{address}/confirmation", {})
        elif state == "confirmed" and _falls_to("cancelled by its seller", order):
            _act(trade, visitor, "cancelled by its seller", f"{address}/cancellation", NO_STOCK)
        elif state == "confirmed":
            _act(trade, visitor, "shipped", f"{address}/shipment", SHIPPED_BY)
        elif state == "shipped" and parcel_id:
            is_refused = _falls_to("refused at the door", order >> 7)
            end, what = ("refusal", "refused at the door") if is_refused else ("delivery",) * 2
            _act(trade, visitor, what, f"/hub/parcels/{parcel_id}/{end}", {})
        elif state == "delivered":
            over.add(order_id)
            if _falls_to("taken back", order >> 14):
                _act(trade, visitor, "taken back", f"{address}/refund", TAKEN_BACK)


def _see_to_returns(trade: Trade, visitor: Visitor, seller_id: UUID) -> None:
    """Each one step further, to its exchange."""
    given = {"seller": seller_id, "states": list(STEPS), "most": AT_ONCE}
    for return_id, state, line_id, units in trade.market.rows(RETURNS, given):
        seen = {f"good-{line_id}": units, f"shelf-{line_id}": units, "words": ""}
        fields = seen if state == "received" else {}
        _act(
            trade, visitor, f"returns: {state}", f"/hub/returns/{return_id}/{STEPS[state]}", fields
        )


def _falls_to(what: str, order: int) -> bool:
    """By the order's own number, so that every try decides the same."""
    return order % 100 < PERCENT[what]


def _approve(trade: Trade, visitor: Visitor) -> None:
    for charge_id, minor in trade.market.rows(TRANSFERS, {"most": AT_ONCE}):
        if charge_id.int % 100 < TRANSFERS_THAT_COME:
            fields = {"received": _typed(minor), "bank_reference": f"T-{charge_id.hex[-8:]}"}
            address = f"/office/payments/{charge_id}/approval"
            _act(trade, visitor, "transfers approved", address, fields)


def _pay_out(trade: Trade, visitor: Visitor) -> None:
    """Half of what each seller is owed; the bank's reference is the same however often it is
    posted. A second one is refused as known; and one for which a run has left too little, as
    more than he is owed."""
    for seller_id in trade.desks:
        ((owed,),) = trade.market.rows(OWED, {"seller": UUID(seller_id)})
        if owed < 2:
            continue
        reference = f"P-{len(trade.payouts)}-{seller_id[-6:]}"
        fields = {
            "amount": _typed(int(owed) // 2),
            "bank_reference": reference,
            "paid_on": now().date().isoformat(),
        }
        answer = _act(trade, visitor, "payouts", f"/office/sellers/{seller_id}/payout", fields)
        known = {"reference": reference}
        if answer.status == 303 or trade.market.rows(PAYOUT, known):
            trade.payouts.append(reference)


def _settle(trade: Trade, visitor: Visitor) -> None:
    """What the gateway has collected comes to the bank, with its report: read and booked, and each
    of it pressed again while nobody answers."""
    fresh = {
        one.payment_id: one.amount
        for one in gateway_book.recorded(trade.market)
        if not one.is_surplus and one.payment_id not in trade.settled
    }
    if not fresh:
        return
    lines = [f"{payment},pay,{_typed(minor)}" for payment, minor in fresh.items()]
    file = "\n".join(["payment_id,type,amount", *lines, ""]).encode()
    brought = trade.until_answered(
        lambda: visitor.bring("/office/payments/reports", "file", file, gateway="moyasar")
    )
    if brought.status != 303:
        raise MarketFailed(f"the report was answered {brought.status}")
    reference = f"S-{len(trade.reports)}"
    fields = {"bank_reference": reference, "received": _typed(sum(fresh.values()))}
    _act(trade, visitor, "reports booked", f"{brought.location}/booking", fields)
    trade.settled |= fresh.keys()
    trade.reports.append(reference)


def _act(
    trade: Trade,
    visitor: Visitor,
    what: str,
    address: str,
    fields: dict,
    taken: tuple[int, ...] = (303, 409),
) -> Answer:
    """`taken`: what it is answered with, also where somebody was quicker."""
    answer = trade.until_answered(lambda: visitor.post(address, fields))
    if answer.status not in taken:
        raise MarketFailed(f"{address} was answered {answer.status}")
    trade.done[what] += 1
    return answer


def _typed(minor: int) -> str:
    return f"{minor // 100}.{minor % 100:02d}"
