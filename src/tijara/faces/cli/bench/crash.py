"""The whole sale while faults fall upon it at random: nothing is lost, nothing is doubled.

Buyers order, pay and cancel, sellers send, staff keep the books, and the gateway behaves badly;
whoever got no answer presses again. Meanwhile processes die, the disk fills, the network to the
database is slow, swallows, cuts, and clocks go wrong. After each fault every order that a buyer was
told of is there once, and the audit is clean; in the end our books are compared with the gateway's.
"""

import argparse
import threading

from .market import audited
from .results import Result, always
from .storm import afterwards, buyers, desks, faults, payer, reckoning, striking, swaps, trade

BUYERS = 12
GOODS = 40
UNITS = 1_000_000
CODES = 5000


def run(options: argparse.Namespace) -> list[Result]:
    with faults.exposed() as ground:
        trading = trade.opened(ground.market, GOODS // 2, UNITS, CODES)
        struck = storm(trading, ground, striking.Plan(options.seed), options.seconds)
        afterwards.come_to_rest(trading)
        counts = [count.result() for count in reckoning.reckoned(trading, CODES)]
        audit = audited()
    orders, *others = counts
    orders.beside.update(
        {
            "requests cut off": trading.cut_off,
            "done": dict(trading.done),
            "proofs": audit.proofs,
            "faults": audit.faults,
        }
    )
    return [audit.also(orders), _after_each(struck, options), *others]


def storm(
    trading: trade.Trade,
    ground: faults.Ground,
    plan: striking.Plan,
    seconds: float,
    *,
    is_audited: bool = True,
) -> striking.Struck:
    """Everybody trades while one thing after another goes wrong."""
    hands = [threading.Thread(target=buyers.buy, args=[trading, one]) for one in range(BUYERS)]
    hands += [threading.Thread(target=desks.sell, args=[trading, one]) for one in trading.desks]
    hands += [
        threading.Thread(target=one, args=[trading])
        for one in (desks.keep_books, payer.misbehave, swaps.send_back)
    ]
    for hand in hands:
        hand.start()
    try:
        return striking.strike(trading, ground, plan, seconds, is_audited=is_audited)
    finally:
        trading.stop.set()
        for hand in hands:
            hand.join()


def _after_each(struck: striking.Struck, options: argparse.Namespace) -> Result:
    beside = {
        "seed": options.seed,
        "seconds": options.seconds,
        "faults brought about": struck.times.total(),
        "how often": dict(struck.times),
        "schedule": struck.schedule,
        "amiss": struck.amiss,
    }
    return always("crash amiss after a fault", [len(struck.amiss)], "findings", 0, beside)
