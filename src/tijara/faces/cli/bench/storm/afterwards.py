"""After the storm: the market comes to rest. Only then are the books compared."""

import re
import time

from tijara.faces.cli.bench.market import Market, MarketFailed, inside
from tijara.faces.cli.bench.waiting import UNDELIVERED

from . import gateway_book
from .desks import refund_by_hand, signed_in
from .members import redeem_gifts
from .runs import answer_runs
from .trade import PAUSE, Trade
from .victims import wait_until_ready

PATIENCE = 600.0
"""Leases of the dead, pauses after a fault and the clock's minutes: all of it together."""
HURRIED_EVERY = 5.0
WAITING = {
    "facts": UNDELIVERED,
    "notices": "SELECT count(*) FROM payments_notice WHERE state = 'waiting'",
    "refunds": "SELECT count(*) FROM payments_refund WHERE state = 'due'",
    "checkouts": "SELECT count(*) FROM checkout WHERE state = 'placing'",
    "holds": "SELECT count(*) FROM wallet_hold WHERE state = 'held'",
    "transfers": "SELECT count(*) FROM settlements_transfer t JOIN settlements_run r"
    " ON r.id = t.run_id WHERE r.state = 'approved' AND t.state IN ('proposed', 'ordered')",
    "gift cards": "SELECT count(*) FROM wallet_gift_card WHERE state = 'live' AND sent_at IS NULL"
    " AND send_at <= now()",
}
PRINTS = (
    "SELECT count(*) FROM invoicing_print"
    " WHERE file_id IS NULL AND wanted_at > now() - interval '7 days'"
)
SHOWN_CODE = re.compile(rb"CODE-[0-9A-F]{32}")


def come_to_rest(trade: Trade, *, is_hurried: bool = False) -> None:
    """Until nothing waits any more; then every buyer of codes looks at his, and gifts are taken.
    In a hurry, what the clock would begin within minutes begins at once, and printed sheets are not
    waited for."""
    market = trade.market
    wait_until_ready(market)
    staff = signed_in(trade, trade.staff)
    ends, hurried = time.monotonic() + PATIENCE, 0.0
    while left := what_waits(market, with_prints=not is_hurried):
        if time.monotonic() > ends:
            raise MarketFailed(f"still waiting: {left}\n{market.last_words('worker')}")
        if is_hurried and time.monotonic() > hurried + HURRIED_EVERY:
            inside("storm.hurry")
            hurried = time.monotonic()
        refund_by_hand(trade, staff)
        answer_runs(trade, staff)
        time.sleep(PAUSE)
    staff.close()
    _look_at_codes(trade)
    redeem_gifts(trade)


def what_waits(market: Market, *, with_prints: bool = True) -> dict[str, int]:
    """So many of each kind, where there are any: in one statement, for what one kind becomes while
    they are counted is of another kind that was counted before it."""
    captures = len(gateway_book.unrecorded(market))
    asked = WAITING | ({"prints": PRINTS} if with_prints else {})
    (row,) = market.rows(f"SELECT {', '.join(f'({query})' for query in asked.values())}")
    counts = {"captures": captures} | dict(zip(asked, row, strict=True))
    return {name: number for name, number in counts.items() if number}


def _look_at_codes(trade: Trade) -> None:
    visitor = trade.visitor()
    for page in trade.code_pages:
        answer = trade.until_answered(lambda page=page: visitor.post(f"{page}/codes", {}))
        found = set(SHOWN_CODE.findall(answer.body))  # one to read and one to copy
        trade.shown[page] = sorted(code.decode() for code in found)
    visitor.close()
