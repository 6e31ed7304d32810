"""Buyers who order, pay, cancel and look at what they bought, until the storm is over."""

from collections.abc import Callable
from random import Random

from tijara.faces.cli.bench.market import MarketFailed
from tijara.faces.cli.bench.visitor import Visitor

from . import guests, members, swaps
from .trade import PAUSE, Trade

WAYS: dict[Callable[[Trade, Visitor, Random], None], int] = {
    guests.cash: 14,
    guests.cash_of_two_sellers: 8,
    guests.cash_with_deposit: 8,
    guests.cancelled_cash: 4,
    guests.card: 12,
    guests.card_of_two_sellers: 7,
    guests.cancelled_card: 9,
    guests.late_card: 6,
    guests.codes: 8,
    guests.files: 3,
    guests.transfer: 6,
    guests.cancelled_transfer: 3,
    swaps.swapped: 10,
    members.points: 4,
    members.credit_and_card: 8,
    members.credit_and_cash: 5,
    members.gift_card: 5,
}
"""How buyers buy, and how often of so many."""


def buy(trade: Trade, number: int) -> None:
    """One buyer after another, a new visitor each."""
    chance = Random(number)
    ways, weights = list(WAYS), list(WAYS.values())
    while not trade.stop.is_set():
        (way,) = chance.choices(ways, weights)
        visitor = trade.visitor()
        try:
            way(trade, visitor, chance)
            trade.done[way.__name__.replace("_", " ")] += 1
        except (OSError, MarketFailed):
            trade.cut_off += 1
            trade.stop.wait(PAUSE)
        finally:
            visitor.close()
