"""Lives of orders in the seller hub: what a step costs, and whether the journal still balances."""

import argparse
import json
from dataclasses import replace
from uuid import UUID

from . import rounds
from .buying import Wanted, order
from .market import Market, MarketFailed, audited, inside, running
from .results import Result, always
from .visitor import Visitor

ORDERS = 60
ROUNDS = 5
STEPS = {
    "confirmation": {},
    "shipment": {"carrier": "سمسا", "tracking_number": "290112345678"},
    "delivery": {},
}
OTHER_ENDS = ("refusal", "cancellation")
"""Every sixth order is refused at the door, every seventh is cancelled before it ships."""
ORDER_IDS = "SELECT checkout_id, id FROM orders_order WHERE seller_id = %(seller)s"
JOURNAL = """
    SELECT coalesce(sum(side), 0) FROM (
        SELECT amount_minor AS side FROM ledger_posting
        UNION ALL SELECT -amount_minor FROM ledger_posting) AS sides
"""
POSTINGS = "SELECT count(*) FROM ledger_posting"
PARCEL = "SELECT id FROM fulfilment_shipment WHERE order_id = %(order)s AND ended_at IS NULL"
OF_PARCELS = frozenset({"delivery", "refusal"})
Life = tuple[UUID, tuple[str, ...]]
"""An order, and the steps that it takes one after another."""


def run(options: argparse.Namespace) -> list[Result]:
    done = []
    with running() as market, rounds.ping() as ping:
        (goods,) = json.loads(inside("goods", "1", "1000000"))
        seller = goods["seller_id"]
        offer = Wanted(seller, goods["offer_id"], goods["price_minor"])
        cookies = _signed_in(market, json.loads(inside("seller", seller)))

        def live(visitor: Visitor, life: Life) -> None:
            visitor.cookies |= cookies
            for step in life[1]:
                _act(market, visitor, life[0], step)

        for _ in range(ROUNDS + 1):
            lives = _lives(market, seller, offer)
            ping.measure()
            lived = rounds.measured(market, lives, live, threads=2)
            done.append(replace(lived, count=sum(len(steps) for _, steps in lives)))
        ((total,),), ((postings,),) = market.rows(JOURNAL), market.rows(POSTINGS)
        audit = audited()
    beside = rounds.beside(done[1:], ping) | {"steps a round": done[-1].count}
    cost = Result("money CPU-ms per event", [one.cpu_ms for one in done[1:]], "ms", beside=beside)
    proved = {"postings": postings, "proofs": audit.proofs, "faults": audit.faults}
    balance = always("journal sum", [int(total)], "minor units", 0, proved)
    return [cost, audit.also(balance)]


def _signed_in(market: Market, person: dict[str, str]) -> dict[str, str]:
    visitor = market.visitor()
    answer = visitor.post("/account/sign-in", person)
    if answer.status not in (302, 303):
        raise MarketFailed(f"signing in was answered {answer.status}")
    return visitor.cookies


def _lives(market: Market, seller: str, offer: Wanted) -> list[Life]:
    """New orders, and the steps that they are about to take."""
    visitor = market.visitor()
    placed = [order(visitor, offer) for _ in range(ORDERS)]
    inside("release", seller)
    ids = dict(market.rows(ORDER_IDS, {"seller": UUID(seller)}))
    return [(ids[checkout_id], _steps_of(place)) for place, checkout_id in enumerate(placed)]


def _steps_of(place: int) -> tuple[str, ...]:
    if place % 7 == 6:
        return ("confirmation", "cancellation")
    return ("confirmation", "shipment", "refusal" if place % 6 == 5 else "delivery")


def _act(market: Market, visitor: Visitor, order_id: UUID, step: str) -> None:
    """Where a parcel ends, its own page is posted to."""
    address = f"/hub/orders/{order_id}"
    if step in OF_PARCELS:
        ((parcel_id,),) = market.rows(PARCEL, {"order": order_id})
        address = f"/hub/parcels/{parcel_id}"
    answer = visitor.post(f"{address}/{step}", STEPS.get(step, {"reason": "out_of_stock"}))
    if answer.status != 303:
        raise MarketFailed(f"{step} was answered {answer.status}")
