"""How guests buy: each is new, and has nothing but his cart."""

from random import Random

from tijara.faces.cli.bench.buying import CASH
from tijara.faces.cli.bench.visitor import Visitor
from tijara.faces.cli.gateway_simulator import GOOD_CARD

from .ordering import (
    CARD,
    TRANSFER,
    cancel,
    come_back,
    confirm_phone,
    gateway_page,
    of_both,
    order,
    order_pages,
    pay,
)
from .payer import pay_at
from .trade import Trade

PAPER = b"%PDF-1.4\n% a receipt\n%%EOF\n"
DEAR_MINOR = 150_000
"""From so much on the demonstration's market asks for a deposit of a cash order."""


def cash(trade: Trade, visitor: Visitor, chance: Random) -> None:
    checkout_id = order(trade, visitor, CASH, chance.choice(trade.shelf))
    confirm_phone(trade, visitor, checkout_id)


def cash_of_two_sellers(trade: Trade, visitor: Visitor, chance: Random) -> None:
    confirm_phone(trade, visitor, order(trade, visitor, CASH, *of_both(trade, chance)))


def cash_with_deposit(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """He puts a part down by card; some call it off, and some don't take it at the door."""
    dear = max(trade.shelf, key=lambda one: (one.price_minor, chance.random()))
    pieces = -(-DEAR_MINOR // dear.price_minor)
    checkout_id = order(trade, visitor, CASH, dear, pieces=pieces)
    pay(trade, visitor, chance, checkout_id)
    if chance.random() < 0.3:
        cancel(trade, visitor, checkout_id)


def cancelled_cash(trade: Trade, visitor: Visitor, chance: Random) -> None:
    cancel(trade, visitor, order(trade, visitor, CASH, chance.choice(trade.shelf)))


def card(trade: Trade, visitor: Visitor, chance: Random) -> None:
    pay(trade, visitor, chance, order(trade, visitor, CARD, chance.choice(trade.shelf)))


def card_of_two_sellers(trade: Trade, visitor: Visitor, chance: Random) -> None:
    pay(trade, visitor, chance, order(trade, visitor, CARD, *of_both(trade, chance)))


def cancelled_card(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """The money goes back to the card."""
    checkout_id = order(trade, visitor, CARD, chance.choice(trade.shelf))
    pay(trade, visitor, chance, checkout_id)
    cancel(trade, visitor, checkout_id)


def late_card(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """Called off while the gateway's page stands open, and paid there all the same."""
    checkout_id = order(trade, visitor, CARD, chance.choice(trade.shelf))
    page = gateway_page(trade, visitor, checkout_id)
    cancel(trade, visitor, checkout_id)
    if page:
        come_back(trade, visitor, chance, checkout_id, pay_at(trade, page, GOOD_CARD))


def codes(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """He looks at them when all is quiet: the link of his order is enough."""
    checkout_id = order(trade, visitor, CARD, chance.choice(trade.codes))
    pay(trade, visitor, chance, checkout_id)
    trade.code_pages += order_pages(trade, visitor, checkout_id)


def files(trade: Trade, visitor: Visitor, chance: Random) -> None:
    pay(trade, visitor, chance, order(trade, visitor, CARD, chance.choice(trade.files)))


def transfer(trade: Trade, visitor: Visitor, chance: Random) -> None:
    checkout_id = order(trade, visitor, TRANSFER, chance.choice(trade.shelf))
    address = f"/pay/{checkout_id}/receipts"
    trade.until_answered(lambda: visitor.bring(address, "receipt", PAPER))


def cancelled_transfer(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """Staff may see the money arrive before it is called off, or after it."""
    cancel(trade, visitor, order(trade, visitor, TRANSFER, chance.choice(trade.shelf)))
