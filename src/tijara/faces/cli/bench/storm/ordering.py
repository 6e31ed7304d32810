"""What every buyer of the storm does: order, pay, come back, call off, look for what is sent."""

import re
from collections.abc import Callable
from random import Random
from uuid import UUID

import psycopg

from tijara.faces.cli.bench.buying import Wanted, confirm, form, has_ordered, phone_of, put_in_cart
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
CHANGED_MIND = {"reason": "changed_mind"}
LOOKS = 40
"""How often a buyer looks for what is to come before he leaves."""
LEAVES_PERCENT = 30
"""Of the payers: they close the window before they are back."""


def of_both(trade: Trade, chance: Random) -> tuple[Wanted, Wanted]:
    """Goods of two sellers: the first half of the shelf is the one's, the second the other's."""
    half = len(trade.shelf) // 2
    return chance.choice(trade.shelf[:half]), chance.choice(trade.shelf[half:])


def order(
    trade: Trade,
    visitor: Visitor,
    payment: str,
    *offers: Wanted,
    pieces: int = 1,
    credit_minor: int = 0,
) -> UUID:
    """The checkout's id, once its buyer is told that he has ordered. `credit_minor` of his wallet
    pays first."""
    for offer in offers:
        put_in_cart(visitor, offer, pieces)
    checkout_id, total = form(visitor)
    answer = trade.until_answered(
        lambda: confirm(visitor, checkout_id, total, payment, credit_minor)
    )
    if not has_ordered(answer):
        raise MarketFailed(f"the order was answered {answer.status} {answer.location}")
    trade.acknowledged.append(checkout_id)
    return checkout_id


def confirm_phone(trade: Trade, visitor: Visitor, checkout_id: UUID) -> None:
    """The phone is new each time: its code is read where it was sent."""
    phone = {"phone": f"+966{phone_of(checkout_id)[1:]}"}
    letter = _seen(trade, lambda: trade.market.rows(LETTER, phone))
    if not letter:
        return
    page = trade.until_answered(lambda: visitor.get(f"/inbox/{letter[0][0]}"))
    if code := SENT_CODE.search(letter_text(page)):
        address = f"/checkouts/{checkout_id}/confirmation"
        trade.until_answered(lambda: visitor.post(address, {"code": code[0]}))
        trade.done["phones confirmed"] += 1


def pay(trade: Trade, visitor: Visitor, chance: Random, checkout_id: UUID) -> None:
    """Some try a card without enough on it first."""
    page = gateway_page(trade, visitor, checkout_id)
    if not page:
        return
    if chance.random() < 0.2:
        pay_at(trade, page, POOR_CARD)
    come_back(trade, visitor, chance, checkout_id, pay_at(trade, page, GOOD_CARD))


def gateway_page(trade: Trade, visitor: Visitor, checkout_id: UUID) -> str:
    """Where the market sends the payer. A gateway that was silent is asked for again."""
    for _ in range(LOOKS):
        answer = trade.until_answered(lambda: visitor.post(f"/pay/{checkout_id}/card", {}))
        if "/invoices/" in answer.location:
            return answer.location
        if trade.stop.wait(PAUSE):
            return ""
    return ""


def come_back(trade: Trade, visitor: Visitor, chance: Random, checkout_id: UUID, home: str) -> None:
    if home:
        trade.done["paid at the gateway"] += 1
    if home and chance.random() * 100 > LEAVES_PERCENT:
        trade.until_answered(lambda: visitor.get(f"/pay/{checkout_id}/return"))


def cancel(trade: Trade, visitor: Visitor, checkout_id: UUID) -> None:
    for page in order_pages(trade, visitor, checkout_id):
        address = f"{page}/cancellation"
        trade.until_answered(lambda address=address: visitor.post(address, CHANGED_MIND))


def order_pages(trade: Trade, visitor: Visitor, checkout_id: UUID) -> list[str]:
    answer = trade.until_answered(lambda: visitor.get(f"/checkouts/{checkout_id}"))
    return sorted({page.decode() for page in ORDER_PAGE.findall(answer.body)})


def letter_text(page: Answer) -> str:
    return page.body.decode().partition("letter-text")[2]


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
