"""How people with an account buy: with points, with what is in their wallets, and gift cards.

One person is one visitor at a time, because a cart is one's own; the market's own work on his
account goes on beside him.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from uuid import uuid4

from tijara.faces.cli.bench.buying import CASH
from tijara.faces.cli.bench.market import MarketFailed
from tijara.faces.cli.bench.visitor import Visitor

from .desks import sign_in
from .ordering import CARD, cancel, confirm_phone, letter_text, order, pay
from .trade import Gift, Trade

POINTS = (200, 500, 900)
CREDIT_MINOR = (500, 900, 1700)
"""Less than the cheapest goods cost: there is always something left to pay another way."""
WORTHS = ("20", "35", "50")
GIFT_CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b")
GIFT_LETTER = """
    SELECT id FROM messaging_message WHERE kind = 'wallet.gift_card' AND recipient = %(email)s
"""


def points(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """Made credit, with a press that carries its own key, and pressed twice by some."""
    with _member(trade, visitor):
        key = uuid4()
        fields = {"points": chance.choice(POINTS), "key": key}
        for _ in range(chance.choice((1, 1, 2))):
            answer = trade.until_answered(lambda: visitor.post("/points", fields))
        if answer.status == 303:
            trade.turned_in.append(key)


def credit_and_card(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """Some call it off: each part goes back where it came from."""
    with _member(trade, visitor):
        part = chance.choice(CREDIT_MINOR)
        checkout_id = order(trade, visitor, CARD, chance.choice(trade.shelf), credit_minor=part)
        pay(trade, visitor, chance, checkout_id)
        if chance.random() < 0.4:
            cancel(trade, visitor, checkout_id)


def credit_and_cash(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """Some won't take it at the door: what credit paid comes back into the wallet."""
    with _member(trade, visitor):
        part = chance.choice(CREDIT_MINOR)
        checkout_id = order(trade, visitor, CASH, chance.choice(trade.shelf), credit_minor=part)
        confirm_phone(trade, visitor, checkout_id)


def gift_card(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """Bought by card; its code comes by letter, and is redeemed when all is quiet."""
    with _member(trade, visitor):
        gift = Gift(uuid4(), f"{uuid4().hex}@bench.example")
        fields = {
            "id": gift.id,
            "worth": chance.choice(WORTHS),
            "amount": "",
            "design": "night",
            "to_email": gift.email,
            "from_name": "",
            "to_name": "",
            "words": "",
            "send_on": "",
        }
        answer = trade.until_answered(lambda: visitor.post("/gift-cards/new", fields))
        if answer.status != 303 or "/pay/" not in answer.location:
            raise MarketFailed(f"the gift card was answered {answer.status} {answer.location}")
        trade.gifts.append(gift)
        pay(trade, visitor, chance, gift.id)


def redeem_gifts(trade: Trade) -> None:
    """Every code that was sent, by one person, and pressed twice; those who come after him with the
    same code get nothing."""
    visitor, late = trade.visitor(), trade.visitor()
    with _member(trade, visitor), _member(trade, late):
        for gift in trade.gifts:
            for (letter,) in trade.market.rows(GIFT_LETTER, {"email": gift.email}):
                page = trade.until_answered(lambda letter=letter: visitor.get(f"/inbox/{letter}"))
                if code := GIFT_CODE.search(letter_text(page)):
                    fields = {"code": code[0]}
                    for reader in (visitor, visitor, late):
                        trade.until_answered(
                            lambda reader=reader, fields=fields: reader.post("/wallet", fields)
                        )
                    trade.redeemed.append(gift.id)
    visitor.close()
    late.close()


@contextmanager
def _member(trade: Trade, visitor: Visitor) -> Iterator[None]:
    person = trade.members.get()
    try:
        sign_in(trade, visitor, person)
        yield
    finally:
        trade.members.put(person)
