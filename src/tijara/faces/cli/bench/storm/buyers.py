"""Buyers who order, pay, cancel and look at what they bought, until the storm is over."""

import re
from collections.abc import Callable
from random import Random
from uuid import UUID

import psycopg

from tijara.faces.cli.bench.buying import (
    CASH,
    Wanted,
    confirm,
    form,
    has_ordered,
    phone_of,
    put_in_cart,
)
from tijara.faces.cli.bench.market import MarketFailed
from tijara.faces.cli.bench.visitor import Answer, Visitor
from tijara.faces.cli.gateway_simulator import GOOD_CARD, POOR_CARD

from .payer import pay_at
from .trade import PAUSE, Trade

CARD, TRANSFER = "card", "bank_transfer"
ORDER_PAGE = re.compile(rb'href="((?:/en)?/orders/[^"/]{20,})"')
SENT_CODE = re.compile(r"\b\d{6}\b")
LETTER = """
    SELECT id FROM messaging_message WHERE kind = 'accounts.code' AND recipient = %(phone)s
    ORDER BY created_at DESC LIMIT 1
"""
PAPER = b"%PDF-1.4\n% a receipt\n%%EOF\n"
CHANGED_MIND = {"reason": "changed_mind"}
LOOKS = 40
"""How often a buyer looks for what is to come before he leaves."""
LEAVES_PERCENT = 30
"""Of the payers: they close the window before they are back."""


def buy(trade: Trade, number: int) -> None:
    """One buyer after another, a new guest each."""
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


def cash(trade: Trade, visitor: Visitor, chance: Random) -> None:
    checkout_id = _order(trade, visitor, chance.choice(trade.shelf), CASH)
    _confirm_phone(trade, visitor, checkout_id)


def cash_of_two_sellers(trade: Trade, visitor: Visitor, chance: Random) -> None:
    first, second = _of_both(trade, chance)
    _confirm_phone(trade, visitor, _order(trade, visitor, first, CASH, second))


def cancelled_cash(trade: Trade, visitor: Visitor, chance: Random) -> None:
    _cancel(trade, visitor, _order(trade, visitor, chance.choice(trade.shelf), CASH))


def card(trade: Trade, visitor: Visitor, chance: Random) -> None:
    pay(trade, visitor, chance, _order(trade, visitor, chance.choice(trade.shelf), CARD))


def card_of_two_sellers(trade: Trade, visitor: Visitor, chance: Random) -> None:
    first, second = _of_both(trade, chance)
    pay(trade, visitor, chance, _order(trade, visitor, first, CARD, second))


def cancelled_card(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """The money goes back to the card."""
    checkout_id = _order(trade, visitor, chance.choice(trade.shelf), CARD)
    pay(trade, visitor, chance, checkout_id)
    _cancel(trade, visitor, checkout_id)


def late_card(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """Called off while the gateway's page stands open, and paid there all the same."""
    checkout_id = _order(trade, visitor, chance.choice(trade.shelf), CARD)
    page = _gateway_page(trade, visitor, checkout_id)
    _cancel(trade, visitor, checkout_id)
    if page:
        _come_back(trade, visitor, chance, checkout_id, pay_at(trade, page, GOOD_CARD))


def codes(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """He looks at them when all is quiet: the link of his order is enough."""
    checkout_id = _order(trade, visitor, chance.choice(trade.codes), CARD)
    pay(trade, visitor, chance, checkout_id)
    trade.code_pages += order_pages(trade, visitor, checkout_id)


def files(trade: Trade, visitor: Visitor, chance: Random) -> None:
    pay(trade, visitor, chance, _order(trade, visitor, chance.choice(trade.files), CARD))


def transfer(trade: Trade, visitor: Visitor, chance: Random) -> None:
    checkout_id = _order(trade, visitor, chance.choice(trade.shelf), TRANSFER)
    address = f"/pay/{checkout_id}/receipts"
    trade.until_answered(lambda: visitor.bring(address, "receipt", PAPER))


def cancelled_transfer(trade: Trade, visitor: Visitor, chance: Random) -> None:
    """Staff may see the money arrive before it is called off, or after it."""
    _cancel(trade, visitor, _order(trade, visitor, chance.choice(trade.shelf), TRANSFER))


WAYS: dict[Callable[[Trade, Visitor, Random], None], int] = {
    cash: 20,
    cash_of_two_sellers: 10,
    cancelled_cash: 5,
    card: 15,
    card_of_two_sellers: 8,
    cancelled_card: 12,
    late_card: 8,
    codes: 10,
    files: 4,
    transfer: 8,
    cancelled_transfer: 4,
}
"""How buyers buy, and how often of a hundred."""


def _of_both(trade: Trade, chance: Random) -> tuple[Wanted, Wanted]:
    """Goods of two sellers: the first half of the shelf is the one's, the second the other's."""
    half = len(trade.shelf) // 2
    return chance.choice(trade.shelf[:half]), chance.choice(trade.shelf[half:])


def _order(trade: Trade, visitor: Visitor, first: Wanted, payment: str, *more: Wanted) -> UUID:
    """The checkout's id, once its buyer is told that he has ordered."""
    for offer in (first, *more):
        put_in_cart(visitor, offer)
    checkout_id, total = form(visitor)
    answer = trade.until_answered(lambda: confirm(visitor, checkout_id, total, payment))
    if not has_ordered(answer):
        raise MarketFailed(f"the order was answered {answer.status} {answer.location}")
    trade.acknowledged.append(checkout_id)
    return checkout_id


def _confirm_phone(trade: Trade, visitor: Visitor, checkout_id: UUID) -> None:
    """The phone is new each time: its code is read where it was sent."""
    phone = {"phone": f"+966{phone_of(checkout_id)[1:]}"}
    letter = _seen(trade, lambda: trade.market.rows(LETTER, phone))
    if not letter:
        return
    page = trade.until_answered(lambda: visitor.get(f"/inbox/{letter[0][0]}"))
    if code := SENT_CODE.search(_letter(page)):
        address = f"/checkouts/{checkout_id}/confirmation"
        trade.until_answered(lambda: visitor.post(address, {"code": code[0]}))
        trade.done["phones confirmed"] += 1


def pay(trade: Trade, visitor: Visitor, chance: Random, checkout_id: UUID) -> None:
    """Some try a card without enough on it first."""
    page = _gateway_page(trade, visitor, checkout_id)
    if not page:
        return
    if chance.random() < 0.2:
        pay_at(trade, page, POOR_CARD)
    _come_back(trade, visitor, chance, checkout_id, pay_at(trade, page, GOOD_CARD))


def _gateway_page(trade: Trade, visitor: Visitor, checkout_id: UUID) -> str:
    """Where the market sends the payer. A gateway that was silent is asked for again."""
    for _ in range(LOOKS):
        answer = trade.until_answered(lambda: visitor.post(f"/pay/{checkout_id}/card", {}))
        if "/invoices/" in answer.location:
            return answer.location
        if trade.stop.wait(PAUSE):
            return ""
    return ""


def _come_back(
    trade: Trade, visitor: Visitor, chance: Random, checkout_id: UUID, home: str
) -> None:
    if home:
        trade.done["paid at the gateway"] += 1
    if home and chance.random() * 100 > LEAVES_PERCENT:
        trade.until_answered(lambda: visitor.get(f"/pay/{checkout_id}/return"))


def _cancel(trade: Trade, visitor: Visitor, checkout_id: UUID) -> None:
    for page in order_pages(trade, visitor, checkout_id):
        address = f"{page}/cancellation"
        trade.until_answered(lambda address=address: visitor.post(address, CHANGED_MIND))


def order_pages(trade: Trade, visitor: Visitor, checkout_id: UUID) -> list[str]:
    answer = trade.until_answered(lambda: visitor.get(f"/checkouts/{checkout_id}"))
    return sorted({page.decode() for page in ORDER_PAGE.findall(answer.body)})


def _seen[T](trade: Trade, look: Callable[[], list[T]]) -> list[T]:
    """What is found once it is there; nothing where it takes too long."""
    for _ in range(LOOKS):
        try:
            if found := look():
                return found
        except (OSError, psycopg.Error):
            trade.cut_off += 1
        if trade.stop.wait(PAUSE):
            break
    return []


def _letter(page: Answer) -> str:
    return page.body.decode().partition("letter-text")[2]
