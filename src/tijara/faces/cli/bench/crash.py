"""The whole sale while its processes are killed at random: nothing is lost, nothing is doubled.

Buyers order, pay and cancel, sellers send, staff keep the books, and the gateway behaves badly;
whoever got no answer presses again. Afterwards our books are compared with the gateway's.
"""

import argparse
import threading
from collections import Counter
from random import Random

from .market import audited, running
from .results import Result
from .storm import afterwards, buyers, desks, payer, reckoning, swaps, trade, victims

BUYERS = 12
GOODS = 40
UNITS = 1_000_000
CODES = 5000


def run(options: argparse.Namespace) -> list[Result]:
    with running() as market:
        trading = trade.opened(market, GOODS // 2, UNITS, CODES)
        kills = storm(trading, options.seed, options.seconds)
        afterwards.come_to_rest(trading)
        counts = [count.result() for count in reckoning.reckoned(trading, CODES)]
        audit = audited()
    orders, *others = counts
    orders.beside.update(
        {
            "seed": options.seed,
            "seconds": options.seconds,
            "kills": dict(kills),
            "requests cut off": trading.cut_off,
            "done": dict(trading.done),
            "proofs": audit.proofs,
            "faults": audit.faults,
        }
    )
    return [audit.also(orders), *others]


def storm(
    trading: trade.Trade,
    seed: int,
    seconds: float,
    between: tuple[float, float] = victims.BETWEEN,
) -> Counter[str]:
    """Everybody trades while one process after another dies; what was killed, how often."""
    hands = [threading.Thread(target=buyers.buy, args=[trading, one]) for one in range(BUYERS)]
    hands += [threading.Thread(target=desks.sell, args=[trading, one]) for one in trading.desks]
    hands += [
        threading.Thread(target=one, args=[trading])
        for one in (desks.keep_books, payer.misbehave, swaps.send_back)
    ]
    for hand in hands:
        hand.start()
    try:
        return victims.strike(trading.market, Random(seed), seconds, between)
    finally:
        trading.stop.set()
        for hand in hands:
            hand.join()
