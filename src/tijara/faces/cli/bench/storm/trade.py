"""Everything that trades during the storm: its goods, its people, and what they were told."""

import json
import os
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue
from uuid import UUID, uuid4

from tijara.faces.cli import gateway_simulator
from tijara.faces.cli.bench.buying import Wanted
from tijara.faces.cli.bench.market import Market, MarketFailed, inside
from tijara.faces.cli.bench.visitor import Answer, Visitor

from . import gateway_book

PRESSES = 120
"""How often somebody presses again before he gives up."""
PAUSE = 0.25
TIMEOUT = 15.0


@dataclass(frozen=True, slots=True)
class Gift:
    """A gift card that somebody was told he can pay, and where its letter goes."""

    id: UUID
    email: str


@dataclass(slots=True)
class Swap:
    """What somebody bought, and what he would rather have."""

    checkout_id: UUID
    page: str
    variant_id: UUID
    return_id: UUID = field(default_factory=uuid4)
    is_asked: bool = False
    """He was told that the shop has his wish."""
    is_over: bool = False


@dataclass(slots=True)
class Trade:
    market: Market
    shelf: list[Wanted]
    codes: list[Wanted]
    files: list[Wanted]
    code_stocks: list[UUID]
    desks: dict[str, dict[str, str]]
    """How somebody signs in, by the seller for whom he works."""
    staff: dict[str, str]
    approver: dict[str, str]
    """Another one of the staff: he approves what the first has prepared."""
    slug: str
    """The market's."""
    pairs: list[list[tuple]]
    """(seller, offer, price, variant) of two variants of one product, at different prices."""
    members: SimpleQueue[dict[str, str]]
    """Buyers with an account who are not shopping just now."""
    stop: threading.Event = field(default_factory=threading.Event)
    acknowledged: list[UUID] = field(default_factory=list)
    """Checkouts whose buyers were told that they have ordered."""
    code_pages: list[str] = field(default_factory=list)
    """Pages of orders of codes."""
    shown: dict[str, list[str]] = field(default_factory=dict)
    """The codes that were shown on each order's page, in the end."""
    swaps: list[Swap] = field(default_factory=list)
    """Exchanges, begun by buyers who have paid."""
    runs: list[UUID] = field(default_factory=list)
    """Payout runs of which staff were told that they are prepared."""
    decided: dict[UUID, str] = field(default_factory=dict)
    """What staff were told to have decided of them."""
    payouts: list[str] = field(default_factory=list)
    """Their references at the bank, where staff were told that it is written down."""
    settled: set[str] = field(default_factory=set)
    """The gateway's names of payments that stood in its reports, or came before the storm."""
    reports: list[str] = field(default_factory=list)
    """The bank's references of reports that staff were told to be booked."""
    turned_in: list[UUID] = field(default_factory=list)
    """The keys of presses that made credit of points, and were answered so."""
    gifts: list[Gift] = field(default_factory=list)
    redeemed: list[UUID] = field(default_factory=list)
    """Gift cards whose code was typed in."""
    done: Counter[str] = field(default_factory=Counter)
    cut_off: int = 0

    def visitor(self) -> Visitor:
        return self.market.visitor(timeout=TIMEOUT)

    def until_answered(self, ask: Callable[[], Answer]) -> Answer:
        """Press again while there is no answer, as people do."""
        for _ in range(PRESSES):
            try:
                answer = ask()
            except OSError:
                self.cut_off += 1
            else:
                if answer.status < 500:
                    return answer
                self.cut_off += 1
            time.sleep(PAUSE)
        raise MarketFailed("nobody answers")


def opened(market: Market, count: int, units: int, codes: int) -> Trade:
    gateway_simulator.take_over(os.environ)
    told = json.loads(inside("storm.stock", str(count), str(units), str(codes)))
    members: SimpleQueue[dict[str, str]] = SimpleQueue()
    for one in told["members"]:
        members.put(one)
    return Trade(
        market=market,
        shelf=_wanted(told["shelf"]),
        codes=_wanted(told["codes"]),
        files=_wanted(told["files"]),
        code_stocks=[UUID(row["stock_id"]) for row in told["codes"]],
        desks=told["desks"],
        staff=told["staff"],
        approver=told["approver"],
        slug=told["market"],
        pairs=[[_with_variant(row) for row in pair] for pair in told["pairs"]],
        members=members,
        settled={one.payment_id for one in gateway_book.recorded(market)},
    )


def _with_variant(row: dict) -> tuple:
    return row["seller_id"], row["offer_id"], row["price_minor"], UUID(row["variant_id"])


def _wanted(rows: list[dict]) -> list[Wanted]:
    return [Wanted(row["seller_id"], row["offer_id"], row["price_minor"]) for row in rows]
